import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Class names of the State design system written anywhere in the pages: names are always written whole, so a class
 * that is not found here cannot be on a page.
 */
export function writtenClasses(): ReadonlySet<string> {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(tsx?|js)$/.test(name) || /\.test\.|fixtures/.test(name)) continue;
    for (const [written] of readFileSync(join(folder, name), 'utf8').matchAll(/\bfr-[a-z0-9_-]*[a-z0-9]/g)) {
      found.add(written);
    }
  }
  return found;
}
