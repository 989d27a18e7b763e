// Puts the command where `npx foulee` finds it in a clone. A `bin` of package.json would not do: npm would install the
// clone once more in its own cache, and build it again, the first time the command is used.
import { rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const link = fileURLToPath(new URL('../node_modules/.bin/foulee', import.meta.url));
try {
  rmSync(link, { force: true });
  symlinkSync('../../bin/foulee.js', link);
} catch (error) {
  console.warn(`npx foulee will be slower the first time: ${error.code}`);
}
