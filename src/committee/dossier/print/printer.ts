import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontCoverage } from './font-coverage.ts';
import type { Draws } from './printable-text.ts';
import { cannotPrint } from './refusals.ts';

export interface Printer {
  readonly compiler: NodeCompiler;
  readonly draws: Draws;
}

/** Draws what Libertinus Serif, the compiler's own, does not. */
const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'];
const find = createRequire(import.meta.url).resolve;
let opened: Promise<Printer> | null = null;

/** The compiler, loaded the first time something is printed: 50 MB of native code. Refuses where it does not load. */
export async function printer(): Promise<Printer> {
  opened ??= open();
  try {
    return await opened;
  } catch {
    opened = null;
    throw cannotPrint();
  }
}

async function open(): Promise<Printer> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler');
  const fontBlobs = fonts.map((name) => readFileSync(find(`dejavu-fonts-ttf/ttf/${name}`)));
  const compiler = typst.NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontBlobs }] });
  const covered = fontBlobs.map(fontCoverage);
  return { compiler, draws: (codePoint) => covered.every((covers) => covers(codePoint)) };
}
