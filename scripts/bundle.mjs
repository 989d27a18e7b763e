// Gathers what `tsc` wrote in `dist` into a few files of `dist/start`, which `bin/foulee.js` runs: Node takes longer to
// open the thousand small files of our libraries than to measure. Libraries with files of their own stay outside.
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = `${root}dist/start`;

/** Those loaded by every command, and those that must share one copy of zod with the plan. */
const gathered = [
  'commander',
  'yaml',
  '@duckdb/node-api',
  '@stdlib/',
  'debug',
  'ms',
  'zod',
  'hono',
  '@hono/zod-openapi',
  '@hono/zod-validator',
  '@asteasolutions/zod-to-openapi',
  'openapi3-ts',
];

const inNode = (id) => id.startsWith('node:');
const named = (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[a-z]:\\/i.test(id);
const stays = (id) =>
  inNode(id) ||
  (named(id) &&
    !gathered.some((name) => id === name || id.startsWith(name.endsWith('/') ? name : `${name}/`)));

/** A module that looks for files beside itself keeps finding them where `tsc` put it. */
const keepsItsPlace = {
  name: 'keeps-its-place',
  transform(code, id) {
    if (!id.startsWith(`${root}dist${sep}`) || !code.includes('import.meta.')) return null;
    if (/import\.meta\.(?!url\b)/.test(code))
      throw new Error(`${id}: only import.meta.url is understood here`);
    const place = JSON.stringify(relative(output, id).replaceAll(sep, '/'));
    return code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`);
  },
};

const bundle = await rolldown({
  input: { main: `${root}dist/cli/main.js` },
  platform: 'node',
  external: stays,
  plugins: [keepsItsPlace],
  checks: { ineffectiveDynamicImport: false },
});
await bundle.write({
  dir: output,
  format: 'esm',
  cleanDir: true,
  minify: { compress: false, mangle: false, codegen: true },
  chunkFileNames: '[name]-[hash].js',
});
await bundle.close();
