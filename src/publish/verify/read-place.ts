import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '../../platform/refusal.ts';
import { largestPublication } from './read-publication.ts';

const longestWait = 20_000;

export interface PlaceRead {
  readonly text: string;
  /** Where the text was in the end: a page of a service leads to the publication it shows. */
  readonly place: string;
}

/**
 * The text at an address or in a file, or of the publication that the page at the address shows; refuses what cannot be
 * read, and what is too large to be a publication.
 */
export async function readPlace(place: string): Promise<PlaceRead> {
  if (!/^https?:\/\//i.test(place)) return { text: readFile(place), place };
  const text = await readAddress(place);
  const shown = shownPublication(text, place);
  return shown === null ? { text, place } : { text: await readAddress(shown), place: shown };
}

/** The publication a page names in its head as the same in JSON, on its own site; null: this is no such page. */
function shownPublication(text: string, address: string): string | null {
  if (!/^\s*<!doctype html/i.test(text)) return null;
  const [href] = /(?<=<link rel="alternate" type="application\/json" href=")[^"]+/.exec(text) ?? [];
  if (href === undefined || !URL.canParse(href, address)) return null;
  const shown = new URL(href, address);
  return shown.origin === new URL(address).origin ? shown.href : null;
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
