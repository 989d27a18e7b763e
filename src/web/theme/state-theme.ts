import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Assets } from '../assets/assets.ts';
import { purge } from './purge.ts';
import { writtenClasses } from './written-classes.ts';

/** Fonts of the State design system that the pages use: upright, regular to bold. */
const fonts = /Marianne-(Regular|Medium|Bold)\.woff2/;

/** The State design system reduced to what the pages use; its fonts are served by this site. */
export function stateTheme(assets: Assets): string {
  const sheet = pathToFileURL(createRequire(import.meta.url).resolve('@gouvfr/dsfr/dist/dsfr.main.css'));
  const css = purge(readFileSync(sheet, 'utf8'), writtenClasses(), fonts);
  const modern = css.replace(/,\s*url\("[^"]+\.woff"\) format\("woff"\)/g, '');
  return modern.replace(/url\("?([^")]+)"?\)(\s*format\("\w+"\))?/g, (whole, path: string, format = '') => {
    if (path.startsWith('data:')) return whole;
    const file = fileURLToPath(new URL(path, sheet));
    const type = path.endsWith('.woff2') ? 'font/woff2' : 'image/svg+xml';
    return `url("${assets.add(basename(file), type, readFileSync(file))}")${format}`;
  });
}

/** The colours of the site's own parts, taken from the State palette. Light only: dark needs a script there. */
export const stateColours = `:root {
  color-scheme: light;
  --paper: #ffffff; --panel: #f6f6f6; --ink: #161616; --muted: #595959; --line: #dddddd; --grid: #e5e5e5;
  --link: #000091; --accent: #000091; --accent-ink: #ffffff; --warn: #fff4e5; --warn-line: #b34000; --fail: #ce0500;
  --pass: #18753c; --series-1: #000091; --series-2: #b34000; --series-3: #18753c; --series-4: #6e445a; --hatch: #7b7b7b;
  --soft: #f5f5fe;
}`;
