import { createHash } from 'node:crypto';
import type { Source } from '../../plan/plan.ts';
import type { PseudonymKey } from '../../platform/key.ts';
import type { IdentifierRole } from '../pseudonym-sql.ts';

type LetterCase = Source['letterCase'];

/** The pseudonym of an identifier, a signed 64-bit integer; null when the text says that there is none. */
export type Pseudonymiser = (role: IdentifierRole, text: string, letterCase: LetterCase) => bigint | null;

/** The same pseudonyms as the import makes in SQL (`pseudonym-sql.ts`): same normalisation, same keyed hash. */
export function pseudonymiser(key: Pick<PseudonymKey, 'innerPad' | 'outerPad'>): Pseudonymiser {
  const hash = keyedHash(key);
  return (role, text, letterCase) => {
    const identifier = normalised(text, letterCase);
    return identifier === null ? null : hash(`${role}:${identifier}`).readBigInt64BE(0);
  };
}

/** HMAC-SHA-256 (RFC 2104) of texts in UTF-8. */
export function keyedHash(key: Pick<PseudonymKey, 'innerPad' | 'outerPad'>): (text: string) => Buffer {
  const inner = createHash('sha256').update(key.innerPad);
  const outer = createHash('sha256').update(key.outerPad);
  return (text) => outer.copy().update(inner.copy().update(text).digest()).digest();
}

function normalised(text: string, letterCase: LetterCase): string | null {
  if (saysNothing(text)) return null;
  const clean = plain.test(text) ? text : spacesOut(text);
  const cased = letterCase === 'ignore' ? lowered(clean) : clean;
  return cased === '' ? null : cased;
}

/** Whether a text is empty or one of the words that stand for no value. */
export const saysNothing = (text: string): boolean =>
  /^[\t\n\f\r ]*(null|nan|nat|none)?[\t\n\f\r ]*$/i.test(text);

/** ASCII without any blank. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII but four blanks and the space
const plain = /^[\0-\x08\x0b\x0c\x0e-\x1f\x21-\x7f]*$/;

const spaces = '\\t\\n\\f\\r \\u00A0\\u1680\\u2000-\\u200B\\u202F\\u205F\\u3000\\uFEFF';
const spacedNumber = new RegExp(`^[0-9${spaces}]+$`);
const anySpaces = new RegExp(`[${spaces}]+`, 'g');
const outerSpaces = new RegExp(`^[${spaces}]+|[${spaces}]+$`, 'g');

const spacesOut = (text: string): string =>
  spacedNumber.test(text) ? text.replace(anySpaces, '') : text.normalize('NFC').replace(outerSpaces, '');

/** Sign by sign, as the engine does: neither a final sigma nor the dot of `İ` depends on what is around. */
const lowered = (text: string): string =>
  Array.from(text, (sign) => (sign === 'İ' ? 'i' : sign.toLowerCase())).join('');
