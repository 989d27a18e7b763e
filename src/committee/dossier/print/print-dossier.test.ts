import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { fullEvidence } from '../../evidence/fixtures/evidence-examples.ts';
import type { Dossier } from '../dossier.ts';
import { openSession } from '../fixtures/sessions.ts';
import { writeDossier } from '../write-dossier.ts';
import { printDossier } from './print-dossier.ts';
import { printableDossier } from './printable-text.ts';
import { type Printer, printer } from './printer.ts';

const dossier = writeDossier({ evidence: fullEvidence, session: openSession, sha256: 'ab'.repeat(32) });
const template = readFileSync(new URL('dossier.typ', import.meta.url), 'utf8');
let own: Printer;
beforeAll(async () => {
  own = await printer();
});

const asked = (printed: Dossier) => ({
  mainFileContent: template,
  inputs: { dossier: JSON.stringify(printableDossier(printed, own.draws)) },
});

const pages = (printed: Dossier): number | undefined =>
  own.compiler.compile(asked(printed)).result?.numOfPages;

/** What the compiler holds as headings, as plain text: markup read from data would not come back as it was. */
function headings(printed: Dossier): readonly string[] {
  const found = own.compiler.query(asked(printed), { selector: 'heading' }) as { readonly body: unknown }[];
  return found.map(({ body }) => textOf(body));
}

function textOf(content: unknown): string {
  if (typeof content !== 'object' || content === null) return '';
  if ('text' in content) return String(content.text);
  return 'children' in content && Array.isArray(content.children)
    ? content.children.map(textOf).join('')
    : '';
}

test('the same dossier gives the same bytes: PDF/UA, its language, its title', async () => {
  const pdf = await printDossier(dossier);
  expect(await printDossier(dossier)).toEqual(pdf);
  const raw = pdf.toString('utf8');
  expect(raw.slice(0, 5)).toBe('%PDF-');
  expect(raw).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  expect(raw).toMatch(/<dc:language>.*fr.*<\/dc:language>/);
  expect(raw).toMatch(/<dc:title>.*La Bonne Boite – Dossier du comité/);
});

test('what people wrote is never read as markup', async () => {
  const written = '#panic("non") *a* _b_ $x$ \\ @ref <lab> `c` [x] // c /* d */ #include "/etc/passwd"';
  const hostile: Dossier = {
    ...dossier,
    title: written,
    notices: [written, 'مرحبا 🚀', 'x'.repeat(400)],
    front: dossier.front.map((section) => ({ ...section, heading: written })),
    proofs: [
      {
        id: 'a',
        heading: written,
        blocks: [
          { kind: 'text', lead: written, text: written },
          { kind: 'list', items: [written, 'y'.repeat(300)] },
          {
            kind: 'table',
            table: { caption: written, columns: [written, 'b'], rows: [[written, 'z'.repeat(300)]] },
          },
        ],
      },
    ],
  };
  expect(headings(hostile)[0]).toBe(written);
  expect(headings(hostile).at(-1)).toBe(written);
  expect((await printDossier(hostile)).length).toBeGreaterThan(1000);
});

test('the sentences hold on one page, or go on to as many as they need', () => {
  const alone = { ...dossier, proofs: [] };
  // The proofs begin on a page of their own.
  expect(pages(alone)).toBe(2);
  const more = (times: number): Dossier => ({
    ...alone,
    front: [
      ...alone.front,
      {
        id: 'b',
        heading: 'Encore',
        blocks: [{ kind: 'text', text: 'Une longue réponse du service. '.repeat(times) }],
      },
    ],
  });
  expect(pages(more(6))).toBe(2);
  expect(pages(more(200))).toBeGreaterThan(2);
});
