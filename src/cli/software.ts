import { readFileSync } from 'node:fs';

/** Name and version of this software, as published figures quote it. */
export function software(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return `foulee ${manifest.version}`;
}
