import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '../../platform/refusal.ts';
import { download } from './download.ts';
import { decoded, type SourceLimits, type SourceText, tooBig } from './source-text.ts';

const usualLimits: SourceLimits = { size: 50_000_000, time: 30_000 };

/** The text of a file or of an http(s) address; refuses in French what cannot be read, is too big or too slow. */
export async function readSource(where: string, limits: Partial<SourceLimits> = {}): Promise<SourceText> {
  const bounds = { ...usualLimits, ...limits };
  if (/^https?:\/\//i.test(where)) return download(where, bounds);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(where)) {
    throw new Refusal(
      'usage',
      'Seules les adresses http et https sont lues.',
      'Téléchargez le fichier, puis donnez son chemin.',
    );
  }
  return { text: decoded(readBytes(where, bounds.size), where), name: where };
}

function readBytes(path: string, size: number): Buffer {
  try {
    const found = statSync(path);
    if (found.isDirectory()) {
      throw new Refusal('usage', `${path} est un dossier.`, 'Donnez le chemin du fichier lui-même.');
    }
    if (found.size > size) throw tooBig(path, size);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new Refusal(
      'usage',
      code === 'ENOENT'
        ? `Le fichier ${path} n’existe pas.`
        : `Le fichier ${path} ne peut pas être lu (${code}).`,
      'Donnez le chemin d’un fichier que vous pouvez lire, ou une adresse qui commence par https://.',
    );
  }
}
