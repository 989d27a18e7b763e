import { quoted } from '../../platform/french/typography.ts';
import { dayOf } from '../day.ts';
import { safeServiceId } from '../service-id.ts';
import type { Json, NotUnderstood } from '../service-record.ts';
import { webAddress } from './web-address.ts';

/** Reads the values of one record; whatever it cannot use is written down and kept as it was. */
export interface RecordReader {
  readonly remarks: readonly Omit<NotUnderstood, 'service'>[];
  readonly other: Readonly<Record<string, Json>>;
  note(where: string, sentence: string): void;
  /** Keeps a value no field holds, under its path in the record. */
  keep(path: string, value: Json): void;
  text(value: Json | undefined, path: string): string | null;
  /** The identifier of an organisation or an incubator, short enough to be one: `/organisations/anct` → `anct`. */
  reference(value: Json | undefined, path: string): string | null;
  address(value: Json | undefined, path: string, base: string | null): string | null;
  day(value: Json | undefined, path: string): string | null;
  texts(value: Json | undefined, path: string): readonly string[];
  list(value: Json | undefined, path: string): readonly Json[];
}

const longestText = 2_000;
const longestReference = 200;

export function recordReader(at: string): RecordReader {
  const remarks: { where: string; sentence: string }[] = [];
  const other = new Map<string, Json>();
  const note = (path: string, sentence: string) => {
    remarks.push({ where: path === '' ? at : `${at}.${path}`, sentence });
  };
  const keep = (path: string, value: Json) => {
    other.set(path, value);
  };
  const setAside = (path: string, value: Json, sentence: string) => {
    note(path, sentence);
    keep(path, value);
    return null;
  };

  function text(value: Json | undefined, path: string): string | null {
    if (value === undefined || value === null) return null;
    if (typeof value === 'object')
      return setAside(
        path,
        value,
        'Un texte est attendu ici : la valeur est gardée telle quelle, sans être lue.',
      );
    if (typeof value !== 'string') note(path, `Un texte est attendu, ${shown(value)} est pris comme tel.`);
    const whole = unescaped(String(value)).trim();
    if (whole === '') return null;
    if (whole.length <= longestText) return whole;
    keep(path, value);
    note(path, `Texte de ${whole.length} caractères, coupé à ${longestText} pour l’affichage.`);
    return `${whole.slice(0, longestText - 1)}…`;
  }

  function reference(value: Json | undefined, path: string): string | null {
    const written = text(value, path)?.replace(/^\/?(organisations|incubateurs|startups)\//, '');
    if (written === undefined || written === '') return null;
    if (written.length <= longestReference) return written;
    const made = safeServiceId(written);
    setAside(path, written, `Cet identifiant est trop long : il est enregistré sous ${quoted(made)}.`);
    return made;
  }

  function address(value: Json | undefined, path: string, base: string | null): string | null {
    if (value !== undefined && value !== null && typeof value === 'object') return text(value, path);
    const written = unescaped(String(value ?? '')).trim();
    if (written === '') return null;
    const read = webAddress(written, base);
    if (read.address === null) return setAside(path, read.secret ? '(masqué)' : (value ?? ''), read.sentence);
    if (read.sentence !== '') note(path, read.sentence);
    return read.address;
  }

  function day(value: Json | undefined, path: string): string | null {
    if (value === undefined || value === null || value === '') return null;
    const read = typeof value === 'string' ? dayOf(value) : null;
    return (
      read ??
      setAside(path, value, `${shown(value)} n’est pas une date (AAAA-MM-JJ) : elle est laissée vide.`)
    );
  }

  function list(value: Json | undefined, path: string): readonly Json[] {
    if (value === undefined || value === null || value === '') return [];
    if (Array.isArray(value)) return value;
    if (typeof value === 'object') {
      setAside(path, value, 'Une liste est attendue ici : la valeur est gardée telle quelle, sans être lue.');
      return [];
    }
    note(path, `Une liste est attendue, ${shown(value)} est pris comme son seul élément.`);
    return [value];
  }

  function texts(value: Json | undefined, path: string): readonly string[] {
    const read = list(value, path).map((item, index) => text(item, `${path}[${index}]`));
    return [...new Set(read.filter((item) => item !== null))];
  }

  return {
    remarks,
    get other() {
      return Object.fromEntries(other);
    },
    note,
    keep,
    text,
    reference,
    address,
    day,
    texts,
    list,
  };
}

/** A value in a sentence, short. */
export function shown(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return quoted(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** The pages' templates escape some texts for HTML before writing JSON: `&#x2F;` is a slash. */
function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities.get(String(name).toLowerCase()) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const storable = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return storable ? String.fromCodePoint(code) : whole;
  });
}
