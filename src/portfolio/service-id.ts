import { createHash } from 'node:crypto';
import { serviceIdPattern } from '../plan/service-id.ts';

/** An identifier that is safe in an address and in a file name, as beta.gouv.fr writes them. */
export function isServiceId(text: string): boolean {
  return serviceIdPattern.test(text);
}

/**
 * A safe identifier for a text that is not one: its letters and digits, then a mark of the exact text, so that two
 * texts never meet and the same text always gives the same identifier.
 */
export function safeServiceId(text: string): string {
  const letters = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${letters || 'service'}-${mark}`;
}
