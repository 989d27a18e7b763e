import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '../../platform/refusal.ts';
import { largestPublication } from './read-publication.ts';

const longestWait = 20_000;

/** The text at an address or in a file; refuses what cannot be read, and what is too large to be a publication. */
export async function readPlace(place: string): Promise<string> {
  return /^https?:\/\//i.test(place) ? readAddress(place) : readFile(place);
}

function readFile(path: string): string {
  try {
    if (statSync(path).size > largestPublication) throw tooLarge(path);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'EISDIR'
        ? 'est un dossier'
        : code === 'EACCES'
          ? 'ne peut pas être lu (droits)'
          : 'n’existe pas';
    throw new Refusal(
      'data',
      `${path} ${why}.`,
      'Donnez le fichier JSON d’une publication, ou son adresse en https://.',
    );
  }
}

async function readAddress(address: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(address, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(longestWait),
    });
  } catch {
    throw new Refusal(
      'data',
      `${address} ne répond pas.`,
      'Vérifiez l’adresse et votre connexion, ou téléchargez la publication et vérifiez le fichier.',
    );
  }
  if (!response.ok) {
    throw new Refusal(
      'data',
      `${address} répond par une erreur (${response.status}${response.status === 410 ? ' : publication retirée' : ''}).`,
      'Vérifiez l’adresse : celle de « La publication entière (JSON) », que donne la page du service.',
    );
  }
  return readBody(response, address);
}

/** The body, given up as soon as it is too large. */
async function readBody({ body }: Response, address: string): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > largestPublication) throw tooLarge(address);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

const tooLarge = (place: string): Refusal =>
  new Refusal(
    'data',
    `${place} est trop gros pour être une publication (plus de ${largestPublication / 1e6} Mo).`,
    'Donnez le fichier JSON de la publication, pas un fichier de données.',
  );
