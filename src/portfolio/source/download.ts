import { frenchNumber } from '../../platform/french/number.ts';
import { Refusal } from '../../platform/refusal.ts';
import { decoded, type SourceLimits, type SourceText, tooBig } from './source-text.ts';

const mostRedirects = 5;

/** Downloads a text. Sentences never hold the query of an address, nor what a server answered. */
export async function download(address: string, limits: SourceLimits): Promise<SourceText> {
  const deadline = AbortSignal.timeout(limits.time);
  try {
    const { response, name } = await follow(address, deadline);
    if (!response.ok) throw badStatus(name, response.status);
    if (Number(response.headers.get('content-length') ?? 0) > limits.size) {
      await response.body?.cancel();
      throw tooBig(name, limits.size);
    }
    return { text: decoded(await bytesUpTo(response, limits.size, name), name), name };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (deadline.aborted) {
      throw new Refusal(
        'data',
        `${nameOf(address)} n’a pas tout envoyé en ${frenchNumber(limits.time / 1000)} secondes. Rien n’a été changé.`,
        'Réessayez plus tard, ou téléchargez le fichier et donnez son chemin.',
      );
    }
    throw new Refusal(
      'data',
      `${nameOf(address)} ne répond pas${reason(error)}. Rien n’a été changé.`,
      'Vérifiez l’adresse et votre connexion, puis réessayez.',
    );
  }
}

async function follow(first: string, signal: AbortSignal): Promise<{ response: Response; name: string }> {
  let address = checked(first);
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await fetch(address, {
      signal,
      redirect: 'manual',
      headers: { accept: 'application/json, text/csv, */*;q=0.1', 'user-agent': 'foulee' },
    });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || next === null)
      return { response, name: nameOf(address) };
    await response.body?.cancel();
    const target = URL.canParse(next, address) ? new URL(next, address).href : '';
    if (address.startsWith('https:') && !target.startsWith('https:')) throw badRedirect(address);
    address = checked(target);
  }
  throw new Refusal(
    'data',
    `${nameOf(first)} renvoie sans fin d’une adresse à une autre. Rien n’a été changé.`,
    'Ouvrez-la dans un navigateur et donnez l’adresse où elle arrive.',
  );
}

function checked(address: string): string {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new Refusal(
      'usage',
      'Cette adresse n’est pas valide.',
      'Elle doit commencer par https:// et être complète.',
    );
  }
  const { username, password } = new URL(address);
  if (username !== '' || password !== '') {
    throw new Refusal(
      'usage',
      'Cette adresse contient un nom ou un mot de passe : elle n’est pas suivie.',
      'Téléchargez le fichier vous-même, puis donnez son chemin.',
    );
  }
  return address;
}

async function bytesUpTo(response: Response, size: number, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let total = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    total += part.value.byteLength;
    if (total > size) {
      await reader?.cancel();
      throw tooBig(name, size);
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

/** An address without what may be secret: `https://exemple.fr/liste.json`. */
function nameOf(address: string): string {
  if (!URL.canParse(address)) return 'Cette adresse';
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

const badStatus = (name: string, status: number) =>
  new Refusal(
    'data',
    `${name} répond ${status === 404 ? 'que cette page n’existe pas' : 'par une erreur'} (${status}). Rien n’a été changé.`,
    status < 500 ? 'Vérifiez l’adresse dans un navigateur.' : 'Le site a un problème : réessayez plus tard.',
  );

const badRedirect = (address: string) =>
  new Refusal(
    'data',
    `${nameOf(address)} renvoie vers une adresse non sécurisée : elle n’est pas suivie. Rien n’a été changé.`,
    'Donnez une adresse en https jusqu’au bout.',
  );

function reason(error: unknown): string {
  const code = (error as { cause?: { code?: string } }).cause?.code;
  return code === undefined ? '' : ` (${code})`;
}
