// Makes `packages/sdk/dist/index.js`: the collection client as one small file for browsers and Node.
//   npm run build:sdk
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const folder = fileURLToPath(new URL('.', import.meta.url));
const bundle = await rolldown({ input: `${folder}src/index.ts`, platform: 'browser' });
await bundle.write({ file: process.argv[2] ?? `${folder}dist/index.js`, format: 'esm', minify: true });
await bundle.close();
