import { quoted } from '../../platform/french/typography.ts';
import { type JsonObject, unknownKeys } from './objects.ts';
import type { RecordReader } from './record-reader.ts';

/** Attributes of the interface v2.7 that are known, kept, and shown nowhere. */
const keptOnly = ['contact', 'content_url_encoded_markdown', 'analyse_risques'];

/** Keeps what the named keys do not hold, and says so; empty values say nothing. */
export function keepUnknown(
  object: JsonObject,
  known: readonly string[],
  prefix: string,
  reader: RecordReader,
): void {
  for (const key of unknownKeys(object, known)) {
    const value = object[key] ?? null;
    if (value === '' || value === null) continue;
    reader.keep(`${prefix}${key}`, value);
    if (!keptOnly.includes(key))
      reader.note(`${prefix}${key}`, `L’attribut ${quoted(key)} n’est pas connu : il est gardé tel quel.`);
  }
}
