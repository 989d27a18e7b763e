// Puts the command where `npx foulee` looks first in a clone. Without it, npm installs the clone once more in its own
// cache, and builds it again, the first time the command is used.
import { rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const link = fileURLToPath(new URL('../node_modules/.bin/foulee', import.meta.url));
try {
  rmSync(link, { force: true });
  symlinkSync('../../bin/foulee.js', link);
} catch (error) {
  console.warn(`npx foulee will be slower the first time: ${error.code}`);
}
