import { readFileSync } from 'node:fs';
import type { Dossier } from '../dossier.ts';
import { printableDossier } from './printable-text.ts';
import { printer } from './printer.ts';

const template = new URL('../../../../src/committee/dossier/print/dossier.typ', import.meta.url);
let source: string | null = null;

/**
 * The dossier as a PDF for print and screen readers alike (PDF/UA-1: tagged, fonts inside). The same dossier gives the
 * same bytes. Refuses where this machine cannot print.
 */
export async function printDossier(dossier: Dossier): Promise<Buffer> {
  const { compiler, draws } = await printer();
  source ??= readFileSync(template, 'utf8');
  const inputs = { dossier: JSON.stringify(printableDossier(dossier, draws)) };
  const pdf = compiler.pdf(
    { mainFileContent: source, inputs },
    { pdfStandard: 'ua-1', creationTimestamp: Date.parse(dossier.day) / 1000 },
  );
  compiler.evictCache(10);
  return pdf;
}
