import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { shortDay, shortPeriod } from '../../platform/french/date.ts';
import { between, outOf } from '../../platform/french/frequency.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { compared } from './fixtures/compared.ts';
import { edges } from './fixtures/edges.ts';
import type { FollowUpDocument } from './fixtures/figures.ts';
import { laBonneBoite } from './fixtures/la-bonne-boite.ts';
import { spells } from './fixtures/spells.ts';
import { renderReport } from './report.tsx';
import { measureBase } from './scale.ts';

const documents: [string, FollowUpDocument][] = [
  ['La Bonne Boite', laBonneBoite],
  ['spells', spells],
  ['edges', edges],
  ['compared', compared],
];

const pageOf = (document: FollowUpDocument) => parseHTML(renderReport(document)).document;
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Rows of a table found by its identifier, each as the text of its cells. */
function rows(page: ReturnType<typeof pageOf>, id: string): string[][] {
  const table = page.getElementById(id)?.closest('table');
  return [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => spaced(cell.textContent)),
  );
}

test.each(documents)('%s: says every warning, sentence, check and refusal of the document', (_, document) => {
  const text = spaced(pageOf(document).body.textContent);
  const sentences = document.measures.flatMap((measure) => [
    measure.name,
    measure.headline.sentence,
    measure.evidence.raise,
    ...measure.warnings.map((warning) => warning.sentence),
    ...measure.evidence.checks.map((check) => check.sentence),
    ...measure.tests.map((one) => one.sentence),
    ...measure.estimates.flatMap((one) => (one.kind === 'insufficient' ? [one.sentence] : [])),
    ...measure.inputs.map((input) => input.digest),
    document.plan.hash,
    document.effect.statement,
    'pas encore une publication',
  ]);
  expect(sentences.filter((sentence) => !text.includes(spaced(sentence)))).toEqual([]);
});

test.each(documents)('%s: warnings come first, then the headline, then how sure we are', (_, document) => {
  for (const measure of document.measures) {
    const html = renderReport({ ...document, measures: [measure] });
    const order = [
      'class="warnings"',
      'class="headline',
      'class="evidence"',
      '<figure',
      'Comment c’est mesuré',
    ];
    const places = order.map((mark) => html.indexOf(mark)).filter((place) => place >= 0);
    expect(places.length).toBeGreaterThanOrEqual(3);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
});

test.each(documents)(
  '%s: the tables of results hold the figures of the document, with their interval',
  (_, document) => {
    const page = pageOf(document);
    for (const [index, measure] of document.measures.entries()) {
      const base = measureBase(measure);
      const shown = [...new Set(measure.estimates.map((one) => one.by))].flatMap((_by, table) =>
        rows(page, `indicateur-${index + 1}-estimates-${table}`),
      );
      const expected = measure.estimates.map((one) => {
        const result =
          one.kind === 'estimate' ? `${outOf(one.value, base)}${between(one, base)}` : one.sentence;
        return [result, ...[one.n, one.atRisk, one.events].map((count) => frenchNumber(count))].map(spaced);
      });
      expect(shown.map((cells) => cells.slice(-4))).toEqual(expected);
    }
  },
);

test('the triangle holds every cell of the document and marks the incomplete ones in words', () => {
  const [measure] = laBonneBoite.measures;
  const page = pageOf(laBonneBoite);
  const shown = [...rows(page, 'indicateur-1-triangle-older'), ...rows(page, 'indicateur-1-triangle')];
  expect(shown.map(([cohort]) => cohort)).toEqual(
    measure?.cohorts.map((cohort) => spaced(shortPeriod(cohort.cohort))),
  );
  for (const [index, cells] of shown.entries()) {
    const own = measure?.triangle.filter((cell) => cell.cohort === measure.cohorts[index]?.cohort) ?? [];
    const expected = own.map(
      (cell) => `${spaced(frenchNumber(cell.outcomes))}${cell.complete ? '' : 'en cours'}`,
    );
    expect(cells.slice(3).filter((cell) => cell !== 'à venir')).toEqual(expected);
  }
  const [, , maturity] = shown.at(-1) ?? [];
  expect(maturity).toBe('7 %pas encore mûre');
});

test('nowcast and projection tables hold the figures of the document', () => {
  const [measure] = laBonneBoite.measures;
  const page = pageOf(laBonneBoite);
  expect(rows(page, 'indicateur-1-nowcast-table')).toEqual(
    measure?.nowcast?.byDay.map(({ day, observed, expected }) =>
      [
        shortDay(day),
        frenchNumber(observed),
        expected === null ? 'trop tôt pour le dire' : frenchNumber(expected, 1),
      ].map(spaced),
    ),
  );
  expect(rows(page, 'indicateur-1-projection-table').map((cells) => cells.slice(0, 2))).toEqual(
    measure?.projection?.cohorts.map(({ cohort, observed }) =>
      [shortPeriod(cohort), frenchNumber(observed)].map(spaced),
    ),
  );
  expect(rows(page, 'indicateur-1-projection-table').at(-1)?.[3]).toMatch(/^entre \d+ et \d+$/);
});

test('every drawing comes with a sentence and a table', () => {
  const page = pageOf(laBonneBoite);
  const figures = [...page.querySelectorAll('figure')];
  expect(figures.length).toBe(5);
  for (const figure of figures) {
    const sentence = spaced(figure.querySelector('figcaption')?.textContent ?? '');
    expect(sentence).toMatch(/\.$/);
    expect(figure.querySelectorAll('table tbody tr').length).toBeGreaterThan(2);
    for (const svg of figure.querySelectorAll('svg')) {
      expect(spaced(svg.getAttribute('aria-label') ?? '')).toBe(sentence);
    }
  }
});

test('what the document writes is text, never markup', () => {
  const page = pageOf(edges);
  expect(page.querySelectorAll('script').length).toBe(0);
  expect(page.querySelectorAll('header b').length).toBe(0);
  expect(page.querySelector('h2')?.textContent).toBe(
    'Dossiers aboutis <script>alert("x")</script> & complets',
  );
});

test('a measure that refuses shows its refusal where the figure would be, and draws nothing', () => {
  const page = pageOf({ ...edges, measures: edges.measures.slice(0, 1) });
  expect(spaced(page.querySelector('.headline.insufficient')?.textContent ?? '')).toMatch(
    /^Pas de chiffre à ce jour ?Pas encore mûr : 38 % du suivi/,
  );
  expect(page.querySelectorAll('figure').length).toBe(0);
});

test('the same document gives the same bytes', () => {
  expect(renderReport(laBonneBoite)).toBe(renderReport(laBonneBoite));
});

test('a plan without indicators says so', () => {
  expect(pageOf({ ...spells, measures: [] }).body.textContent).toContain('il n’y a rien à mesurer');
});

test('a comparison shows groups and balance, then the effect with and without, then the decision', () => {
  const html = renderReport({ ...compared, measures: compared.measures.slice(0, 1) });
  const order = ['Qui est comparé à qui', 'indicateur-1-balance', 'Ce que le service change', 'Pour décider'];
  const places = order.map((mark) => html.indexOf(mark));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  const page = pageOf(compared);
  expect(rows(page, 'indicateur-1-effect-table').map((cells) => cells.slice(1))).toEqual([
    ['trois mois', '14,1', '12,8', '+1,3 point', 'entre +0,4 et +2,1 points'],
    ['six mois', '14,1', '12,8', '+1,4 point', 'entre +0,3 et +2,4 points'],
    ['six mois', '14,1', '12,8', '× 1,07', 'entre × 1,02 et × 1,12'],
  ]);
  expect(rows(page, 'indicateur-1-balance-table')[0]).toEqual([
    'qualified',
    '53,0 %',
    '34,0 %',
    '0,39',
    '43,0 %',
    '43,0 %',
    '0,00',
  ]);
});

test('the effect of use has no rates of its own beside it: those of the offer would contradict it', () => {
  const [first] = compared.measures;
  if (first === undefined) throw new Error('no measure');
  const [effect] = first.effects;
  const used = first.effects.map((one) => (one === effect ? { ...one, estimand: 'cace' as const } : one));
  const page = pageOf({ ...compared, measures: [{ ...first, effects: used }] });
  const [row, next] = rows(page, 'indicateur-1-effect-table');
  expect(row?.slice(2, 4)).toEqual(['—', '—']);
  expect(next?.slice(2, 4)).toEqual(['14,1', '12,8']);
  expect(page.body.textContent).toContain('chez qui l’offre a décidé de l’usage');
});

test('everything a comparison says is on the page, and a refused effect is no number', () => {
  const page = pageOf(compared);
  const text = spaced(page.body.textContent);
  const said = compared.measures.flatMap((measure) => [
    ...(measure.comparison?.notes ?? []),
    ...(measure.decision?.sentences ?? []),
    ...[
      measure.comparison?.sensitivity,
      measure.comparison?.sensitivity?.rosenbaum,
      measure.comparison?.alwaysValid,
    ].flatMap((one) => one?.sentence ?? []),
    ...measure.effects.flatMap((effect) => (effect.kind === 'insufficient' ? [effect.sentence] : [])),
  ]);
  expect(said.filter((sentence) => !text.includes(spaced(sentence)))).toEqual([]);
  expect(page.querySelector('#indicateur-2 .headline')?.className).toBe('headline insufficient');
  expect(page.querySelectorAll('#indicateur-2 #indicateur-2-effects-table').length).toBe(0);
  expect(page.querySelectorAll('h3 b, td b, p > b').length).toBe(0);
});
