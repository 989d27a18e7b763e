import { createHash, randomBytes } from 'node:crypto';

/** A new identifier nobody can guess: 128 random bits as 32 lower-case hexadecimal digits. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}

/** A new secret for a link, a cookie or a key: 256 random bits, safe in an address (43 characters). */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret or of an address: enough to recognise it, not to find it again (SHA-256, hexadecimal). */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
