#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/start/main.js', import.meta.url);
if (existsSync(main)) (await import(main.href)).main(process.argv);
else {
  console.error(
    'Foulée n’est pas encore construite dans ce dossier.\n→ Lancez « npm ci » (ou « npm run build »), puis relancez cette commande.',
  );
  process.exitCode = 1;
}
