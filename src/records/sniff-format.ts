import { isUtf8 } from 'node:buffer';
import { nearestName } from '../plan/nearest-name.ts';
import type { Column, SourceFormat } from '../plan/plan.ts';
import { splitRecords, splitValues } from './csv-records.ts';
import type { Compression, Encoding, TextFormat } from './input-format.ts';

export interface TextSample {
  readonly name: string;
  /** Decompressed start of the file. */
  readonly bytes: Buffer;
  readonly whole: boolean;
  readonly compression: Compression;
  /** What is known of the whole file; the sample decides otherwise. */
  readonly utf8: boolean | null;
  readonly controls: boolean | null;
}

export type Sniffing =
  | { readonly kind: 'format'; readonly format: TextFormat; readonly notes: readonly string[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly what: string; readonly advice: string };

const candidates = [',', ';', '|', '\t'] as const;
const delimiterNames: Readonly<Record<string, string>> = { '\t': 'tabulation' };

/** How a text file is written: what the plan says, else what its first lines show. */
export function sniffText(sample: TextSample, declared: SourceFormat, columns: readonly Column[]): Sniffing {
  const utf16 = utf16Problem(sample);
  if (utf16) return utf16;
  const encoding = encodingOf(sample, declared);
  const text = new TextDecoder(encoding === 'utf-8' ? 'utf-8' : 'windows-1252').decode(sample.bytes);
  if (text.trim() === '') return sample.whole ? { kind: 'empty' } : longLine(sample.name);
  const notes = declared.encoding === null && encoding !== 'utf-8' ? [`lu en ${encodingName(encoding)}`] : [];
  const base = {
    compression: sample.compression,
    encoding,
    mixedLineEnds: /\r\n/.test(text) && /[^\r]\n/.test(text),
  };
  const json = declared.type === 'jsonl' || (declared.type === 'guess' && /^\s*[[{]/.test(text));
  if (json) {
    const type = /^\s*\[/.test(text) ? 'json-array' : 'json-lines';
    const keys = keysOf(text, type);
    return { kind: 'format', format: { ...base, type, ...keys }, notes };
  }
  const lines = firstRecords(text, sample.whole);
  if (lines.length === 0) return longLine(sample.name);
  return csvFormat(sample.name, lines, base, declared.delimiter, columns, notes);
}

function csvFormat(
  name: string,
  lines: readonly string[],
  base: { readonly compression: Compression; readonly encoding: Encoding; readonly mixedLineEnds: boolean },
  given: string | null,
  wanted: readonly Column[],
  notes: readonly string[],
): Sniffing {
  const header = (delimiter: string) =>
    (splitValues(lines[0] ?? '', delimiter) ?? []).map((cell) => cell.trim());
  const found = (delimiter: string) => header(delimiter).filter((cell) => wanted.includes(cell)).length;
  const score = (delimiter: string) => found(delimiter) * 1000 + header(delimiter).length;
  const best = [...candidates].sort((a, b) => score(b) - score(a))[0] ?? ',';
  const delimiter = given ?? best;
  const names = header(delimiter);
  if (found(delimiter) < found(best) || (names.length === 1 && header(best).length > 1)) {
    return {
      kind: 'problem',
      what: `${name} : le séparateur ${sayDelimiter(delimiter)} donné dans le plan ne découpe pas les colonnes ; la première ligne est découpée par ${sayDelimiter(best)}.`,
      advice: `Écrivez « format: {delimiter: "${best === '\t' ? '\\t' : best}"} » dans la source, ou retirez cette ligne : le séparateur sera deviné.`,
    };
  }
  if (found(delimiter) === 0 && names.some(looksLikeData)) {
    return {
      kind: 'problem',
      what: `${name} : la première ligne ne ressemble pas à des noms de colonnes.`,
      advice: 'Ajoutez une première ligne avec les noms des colonnes, séparés comme les valeurs.',
    };
  }
  const repeated = wanted.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (repeated !== undefined) {
    return {
      kind: 'problem',
      what: `${name} : deux colonnes portent le nom « ${repeated} ».`,
      advice: 'Renommez l’une des deux dans le fichier.',
    };
  }
  return { kind: 'format', format: { ...base, type: 'csv', delimiter, columns: names }, notes };
}

/** A sentence for columns that the file lacks, null when it has them all. Values are never quoted. */
export function missingColumns(
  name: string,
  wanted: readonly Column[],
  found: readonly string[],
): { readonly what: string; readonly advice: string } | null {
  const missing = wanted.filter((column) => !found.includes(column));
  if (missing.length === 0) return null;
  const shown = found.filter((column) => column !== '' && !looksLikeData(column));
  const near = missing
    .map((column) => ({ column, near: nearestName(column, shown) }))
    .filter((pair) => pair.near !== null)
    .map((pair) => `« ${pair.near} » pour « ${pair.column} »`);
  const list = shown.slice(0, 40).join(', ') + (shown.length > 40 ? '…' : '');
  return {
    what: `${name} n'a pas ${missing.length > 1 ? 'les colonnes' : 'la colonne'} ${missing.map((column) => `« ${column} »`).join(', ')}. Colonnes trouvées : ${list || 'aucune'}.`,
    advice:
      near.length > 0
        ? `Le nom le plus proche est ${near.join(', ')} : corrigez le plan ou le fichier.`
        : 'Corrigez le nom dans le plan, ou vérifiez que le fichier est le bon.',
  };
}

function encodingOf(sample: TextSample, declared: SourceFormat): Encoding {
  const end = lastWhole(sample.bytes);
  const utf8 = sample.utf8 ?? isUtf8(sample.bytes.subarray(0, end));
  const latin =
    declared.encoding === 'latin-1' || (declared.encoding === null && !utf8 && !mostlyUtf8(sample.bytes));
  if (!latin) return 'utf-8';
  const controls = sample.controls ?? sample.bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
  return controls ? 'windows-1252' : 'latin-1';
}

/** A file with a few damaged characters among many good ones is UTF-8; its damaged lines will be set aside. */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const damaged = text.split('\ufffd').length - 1;
  const good = [...text].filter((sign) => sign > '\u007f' && sign !== '\ufffd').length;
  return good > damaged;
}

const lastWhole = (bytes: Buffer) =>
  Math.max(0, bytes.length > 4 ? bytes.lastIndexOf(10) + 1 : bytes.length) || bytes.length;

const encodingName = (encoding: Encoding) => (encoding === 'latin-1' ? 'Latin-1' : 'Windows-1252');

function utf16Problem(sample: TextSample): Sniffing | null {
  const [a, b] = sample.bytes;
  const marked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  const start = sample.bytes.subarray(0, 4096);
  const nuls = start.filter((byte) => byte === 0).length;
  if (!marked && nuls <= start.length / 5) return null;
  return {
    kind: 'problem',
    what: `${sample.name} est écrit en UTF-16, ou n'est pas un fichier de texte.`,
    advice: 'Enregistrez-le en UTF-8 (« CSV UTF-8 » dans un tableur).',
  };
}

const longLine = (name: string): Sniffing => ({
  kind: 'problem',
  what: `${name} : la première ligne dépasse un million de caractères.`,
  advice: 'Vérifiez que le fichier est le bon, et que ses lignes se terminent par un retour à la ligne.',
});

function firstRecords(text: string, whole: boolean): readonly string[] {
  const splitter = splitRecords({ quoted: true, longest: text.length });
  const unix = /\n/.test(text) ? text : text.replaceAll('\r', '\n');
  const records = [...splitter.push(unix.replace(/^\ufeff/, '')), ...(whole ? splitter.end() : [])];
  return records
    .filter((record) => record.text.trim() !== '')
    .map((record) => record.text)
    .slice(0, 50);
}

function keysOf(
  text: string,
  type: 'json-lines' | 'json-array',
): { columns: string[]; dottedKeys: string[] } {
  const columns = new Set<string>();
  const dotted = new Set<string>();
  const collect = (value: unknown, path: string, depth: number): void => {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 5) return;
    for (const [key, inner] of Object.entries(value)) {
      if (path === '' && key.includes('.')) dotted.add(key);
      columns.add(path + key);
      collect(inner, `${path}${key}.`, depth + 1);
    }
  };
  const objects = type === 'json-lines' ? text.split('\n') : innerObjects(text);
  for (const object of objects.slice(0, 2000)) collect(parsed(object), '', 0);
  return { columns: [...columns], dottedKeys: [...dotted] };
}

/** Objects of a JSON list, as far as the sample goes: cut where braces balance outside strings. */
function innerObjects(text: string): string[] {
  const objects: string[] = [];
  let depth = 0;
  let start = -1;
  let inText = false;
  for (let i = 0; i < text.length && objects.length < 200; i++) {
    const sign = text[i];
    if (inText) {
      if (sign === '\\') i++;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' && depth++ === 0) start = i;
    else if (sign === '}' && --depth === 0) objects.push(text.slice(start, i + 1));
  }
  return objects;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether a would-be column name may be a value of a person's record: it must not be shown. */
const looksLikeData = (name: string) => /\d{4}|@|^\d/.test(name) || name.length > 60;

const sayDelimiter = (delimiter: string) => `« ${delimiterNames[delimiter] ?? delimiter} »`;
