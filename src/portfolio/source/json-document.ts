import { Refusal } from '../../platform/refusal.ts';
import type { Json } from '../service-record.ts';

const deepest = 100;

/**
 * JSON text as data that any database keeps: no NUL, no half of a surrogate pair. Refuses anything else in French;
 * `expected` names what should be there.
 */
export function jsonDocument(text: string, from: string, expected: string): Json {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '') throw refused(`${from} est vide.`, `Ce qui est attendu : ${expected}.`);
  if (/^<(!doctype|html|\?xml|head|body)/i.test(start)) {
    throw refused(
      `${from} est une page web, pas des données : le plus souvent, un message d’erreur du site.`,
      `Ouvrez l’adresse dans un navigateur, et donnez celle où se trouve ${expected}.`,
    );
  }
  if (depth(start) > deepest) {
    throw refused(
      `${from} emboîte des données sur plus de ${deepest} niveaux : rien d’attendu n’a cette forme.`,
      `Ce qui est attendu : ${expected}.`,
    );
  }
  try {
    return storable(JSON.parse(start));
  } catch (error) {
    const line = lineOfError(start, error);
    throw refused(
      `${from} n’est pas du JSON${line === null ? '' : ` (ligne ${line})`}. Un téléchargement interrompu donne cela.`,
      'Téléchargez-le de nouveau, puis relancez.',
    );
  }
}

const refused = (what: string, advice: string) => new Refusal('data', `${what} Rien n’a été changé.`, advice);

/** How deep brackets nest outside strings; JSON.parse has no limit but writing back has one. */
function depth(text: string): number {
  let level = 0;
  let deepestSeen = 0;
  for (const [found] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (found === '[' || found === '{') deepestSeen = Math.max(deepestSeen, ++level);
    else if (found === ']' || found === '}') level--;
  }
  return deepestSeen;
}

function lineOfError(text: string, error: unknown): number | null {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}

const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function storable(value: Json): Json {
  if (typeof value === 'string') return value.replace(unstorable, '\uFFFD');
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.replace(unstorable, '\uFFFD'), storable(inner)]),
  );
}
