import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measuredFromFiles } from '../../measure/rollout/fixtures/measured-from-files.ts';
import type { Panel } from '../../measure/rollout/panel.ts';
import { readPlan } from '../../plan/read-plan.ts';
import { seededRandom } from '../../statistics/seeded-random.ts';
import type { Publication } from '../bundle/bundle.ts';
import { canonicalJson } from '../bundle/canonical.ts';
import { peopleRule } from '../disclosure/rule.ts';
import { changed, numbersIn, slightlyMore } from '../fixtures/one-change.ts';
import { byOtherVersion, thisVersion } from '../fixtures/other-wording.ts';
import { rolloutDocument, rolloutPlan, simulatedPanel } from '../fixtures/simulated-rollout.ts';
import { csvTables } from '../formats/tables.ts';
import { freeze } from '../freeze.ts';
import { verify } from '../verify/verify.ts';
import type { PanelCounts } from './panel-counts.ts';

const plan = rolloutPlan();
const publish = (panel: Panel, earlier: readonly Publication[] = [], of = plan) =>
  freeze({
    document: rolloutDocument(panel, of),
    plan: of.plan,
    rule: peopleRule,
    earlier,
    today: '2026-11-23',
  });
const large = Array.from({ length: 18 }, () => 400);
const world = { seed: 3, people: large, effect: 0.1 };
const whole = publish(simulatedPanel(world));

function partsOf({ bundle }: Publication) {
  const [measure] = bundle.measures;
  if (measure?.counts.kind !== 'panel' || measure.figures.kind !== 'rollout') throw new Error('no panel');
  return { ...measure, counts: measure.counts, figures: measure.figures };
}

/** Every count of people anybody can work out of a cell, straight from the published numbers. */
const countsIn = ({ territories }: PanelCounts): readonly number[] =>
  territories.flatMap(({ people, values }) =>
    people.flatMap((n, i) => {
      const share = values[0]?.[i] ?? null;
      return n === null || share === null ? [] : [n, Math.round(n * share), n - Math.round(n * share)];
    }),
  );

test('a panel of large territories is published whole, with the effect that was measured, and verified', () => {
  const panel = simulatedPanel(world);
  const [measured] = rolloutDocument(panel, plan).measures;
  const { counts, figures, headline, evidence } = partsOf(whole);
  expect(counts.territories).toHaveLength(18);
  expect(whole.bundle.disclosure.hidden).toEqual([]);
  expect(headline.effect?.value).toBeCloseTo(measured?.headline.effect?.value ?? Number.NaN, 4);
  expect(figures.rollout.eventStudy?.points.length).toBeGreaterThan(3);
  expect(figures.rollout.series.length).toBeGreaterThan(3);
  expect(evidence.checks.map(({ name }) => name)).toContain('évolution semblable avant');
  expect(verify(whole)).toMatchObject({ verdict: 'same' });
});

test('any one number changed in what is published of a panel is refused', () => {
  const places = numbersIn(whole.bundle.measures, ['bundle', 'measures']);
  fc.assert(
    fc.property(fc.constantFrom(...places), (path) => {
      expect(verify(changed(whole, path, slightlyMore)).verdict).toBe('changed');
    }),
    { numRuns: 8 },
  );
  const level = ['bundle', 'measures', '0', 'evidence', 'level'];
  expect(verify(changed(whole, level, () => 5))).toMatchObject({ field: 'measures.0.evidence.level' });
});

test('small territories of the same arrival are taken together, and no cell counts a few people', () => {
  const people = large.map((n, i) => (i < 6 ? 25 : n));
  const publication = publish(simulatedPanel({ ...world, people }));
  const { counts } = partsOf(publication);
  expect(counts.territories.length).toBeLessThan(18);
  expect(counts.territories.flatMap(({ members }) => members)).toHaveLength(18);
  for (const count of countsIn(counts)) expect(count === 0 || count >= 11).toBe(true);
  expect(publication.bundle.disclosure.hidden[0]?.what).toMatch(/réunis/);
  expect(verify(publication).verdict).toBe('same');
  expect(verify(byOtherVersion(publication), thisVersion)).toMatchObject({ sentences: 'sealed' });
});

test('people left out are none or enough in each period, whatever the sizes', () => {
  const sizes = fc.array(fc.integer({ min: 2, max: 90 }), { minLength: 9, maxLength: 15 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 1000 }), (people, seed) => {
      const panel = simulatedPanel({ seed, people, effect: 0 });
      let publication: Publication;
      try {
        publication = publish(panel);
      } catch (error) {
        expect(String(error)).toMatch(/même conclusion/);
        return;
      }
      const { counts } = partsOf(publication);
      for (const count of countsIn(counts)) expect(count === 0 || count >= 11).toBe(true);
      const left = panel.territories.filter(({ name }) => counts.leftOut.includes(name));
      panel.periods.forEach((_, i) => {
        const hidden = left.reduce((sum, { sizes: own }) => sum + (own[i] ?? 0), 0);
        expect(hidden === 0 || hidden >= 11).toBe(true);
      });
    }),
    { numRuns: 8 },
  );
});

test('too few people everywhere: refused rather than published with another conclusion', () => {
  const panel = simulatedPanel({ ...world, effect: 0.4, people: large.map((n, i) => (i % 3 === 2 ? n : 9)) });
  const few = { ...panel, territories: panel.territories.slice(0, 9) };
  expect(() => publish(few)).toThrow(/la même conclusion/);
});

test('a cell changed by a few people since the publication before keeps what was published of it, and it is said', () => {
  const panel = simulatedPanel(world);
  const later: Panel = {
    ...panel,
    territories: panel.territories.map((territory, i) =>
      i > 0
        ? territory
        : {
            ...territory,
            sizes: territory.sizes.map((n) => (n ?? 0) + 3),
            values: territory.values.map((value, t) => {
              const n = territory.sizes[t] ?? 1;
              return ((value ?? 0) * n) / (n + 3);
            }),
          },
    ),
  };
  const second = publish(later, [whole]);
  const [now, before] = [second, whole].map((own) => partsOf(own).counts.territories[0]);
  expect(now).toMatchObject({ name: 'Territoire 1', people: before?.people, values: before?.values });
  expect(second.bundle.disclosure.hidden[0]?.what).toMatch(/Territoire 1\) : les valeurs publiées alors/);
  expect(verify(second).verdict).toBe('same');
});

test('a mean of which nobody says how many people it is of is not published', () => {
  const panel = simulatedPanel(world);
  const territories = panel.territories.map((own) => ({ ...own, sizes: own.sizes.map(() => null) }));
  expect(() => publish({ ...panel, share: false, territories })).toThrow(/combien de personnes/);
});

test('whole numbers without people are counts: small ones are left out', () => {
  const panel = simulatedPanel(world);
  const territories = panel.territories.map((own, i) => ({
    ...own,
    sizes: own.sizes.map(() => null),
    values: own.values.map((value) => (i === 17 ? 4 : Math.round((value ?? 0) * 400))),
  }));
  const { counts } = partsOf(publish({ ...panel, share: false, territories }));
  expect(counts.values).toBe('count');
  expect(counts.leftOut).toContain('Territoire 18');
  expect(counts.leftOut.length).toBeGreaterThan(1);
});

test('a table from its file: its own figure, in its own unit, verified, its tables written', async () => {
  const head = 'foulee: 1\nservice: {id: s, name: Habiter}\neffect: {statement: Loger, domain: social}\n';
  const sorties: Readonly<Record<string, readonly [string, ...number[]]>> = {
    A: ['2024', 40, 41, 46, 47],
    B: ['2024', 35, 35, 40, 43],
    C: ['2025', 50, 52, 56, 58],
    D: ['', 42, 42, 44, 48],
    E: ['', 38, 40, 40, 46],
  };
  const csv = Object.entries(sorties).flatMap(([name, [start, ...values]]) =>
    values.map((value, t) => `${name};${2022 + t};${start};${value}`),
  );
  const text = `${head}sources:
  d: {kind: panel, files: [d.csv], territory: dep, period: an, value: sorties, started: debut}
indicators:
  - {id: sorties, name: Sorties, method: rollout, panel: d, value_label: sorties, comparison: {design: rollout}}
`;
  const files = { 'd.csv': ['dep;an;debut;sorties', ...csv].join('\n') };
  const document = await measuredFromFiles(text, files, { keepCounts: true });
  const read = readPlan(text).plan;
  if (read === null) throw new Error('the plan is read');
  const publication = freeze({ document, plan: read, rule: peopleRule, earlier: [], today: '2026-11-23' });
  const { headline, quality } = partsOf(publication);
  expect(headline.effect?.value).toBeCloseTo(document.measures[0]?.headline.effect?.value ?? Number.NaN, 6);
  expect(headline.sentence).toBe(document.measures[0]?.headline.sentence);
  expect(quality.accuracyReached).toMatch(/sorties/);
  expect(quality.accuracyReached).not.toMatch(/point/);
  expect(verify(publication).verdict).toBe('same');
  expect(verify(byOtherVersion(publication), thisVersion)).toMatchObject({ sentences: 'sealed' });
  expect(canonicalJson(publication)).not.toContain('d.csv');
  expect(csvTables(publication).map(({ name }) => name)).toContain('sorties-tableau');
});

test('people followed by territory: no count between two horizons, in any cell, is of a few people', async () => {
  const random = seededRandom(5);
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const rows = ['id,dep,entree,emploi'];
  for (let k = 0; k < 9; k++) {
    for (let month = 0; month < 10; month++) {
      for (let i = 0; i < (k === 8 ? 14 : 130); i++) {
        const entry = Date.UTC(2023, month, 1 + Math.floor(27 * random()));
        const equipped = k < 5 && month >= 3 + k;
        const delay = 1 + Math.floor(88 * random());
        const hired = random() < (equipped ? 0.6 : 0.4) ? day(entry + delay * 86_400_000) : '';
        rows.push(`${rows.length},T${k},${day(entry)},${hired}`);
      }
    }
  }
  const starts = Array.from({ length: 9 }, (_, k) => `T${k},${k < 5 ? `2023-0${4 + k}-01` : ''}`);
  const text = `foulee: 1
service: {id: s, name: Habiter}
effect: {statement: Loger, domain: social}
sources:
  gens: {kind: units, files: [gens.csv], subject: id, entry: entree, time: emploi, attributes: {dep: dep}, complete_through: 2024-03-15}
  arrivees: {kind: territories, files: [arrivees.csv], territory: dep, started: jour}
indicators:
  - {id: emploi, name: Emploi, method: follow-up, population: gens, horizons: [60d, 90d], comparison: {design: rollout, territory: dep, started: arrivees}}
`;
  const files = { 'gens.csv': rows.join('\n'), 'arrivees.csv': ['dep,jour', ...starts].join('\n') };
  const document = await measuredFromFiles(text, files, { keepCounts: true });
  const read = readPlan(text).plan;
  if (read === null) throw new Error('the plan is read');
  const publication = freeze({ document, plan: read, rule: peopleRule, earlier: [], today: '2026-11-23' });
  const { counts, headline, figures } = partsOf(publication);
  expect(counts.horizons).toEqual([60, 90]);
  expect(counts.territories.map(({ name }) => name)).not.toContain('T8');
  for (const { people, values } of counts.territories) {
    people.forEach((n, i) => {
      const [early, late] = [60, 90].map((_, h) => Math.round((values[h]?.[i] ?? 0) * (n ?? 0)));
      for (const count of [n ?? 0, early ?? 0, (late ?? 0) - (early ?? 0), (n ?? 0) - (late ?? 0)])
        expect(count === 0 || count >= 11).toBe(true);
    });
  }
  expect(figures.effects.map(({ horizon }) => horizon)).toEqual([60, 90]);
  expect(headline.effect).toMatchObject({ kind: 'estimate', horizon: 90 });
  expect(verify(publication).verdict).toBe('same');
  expect(verify(byOtherVersion(publication), thisVersion)).toMatchObject({ sentences: 'sealed' });
});

test('a mean of what is neither people nor firms is published when the plan says so, and only then', () => {
  const panel = simulatedPanel(world);
  const territories = panel.territories.map((own) => ({ ...own, sizes: own.sizes.map(() => null) }));
  const things = { ...panel, share: false, territories };
  const other = rolloutPlan('design: rollout', ', unit_kind: other');
  const publication = publish(things, [], other);
  expect(partsOf(publication).counts.territories).toHaveLength(18);
  expect(partsOf(publication).quality.limits).not.toMatch(/personnes/);
  expect(verify(publication).verdict).toBe('same');
  expect(verify(byOtherVersion(publication), thisVersion)).toMatchObject({ sentences: 'sealed' });
});

test('firms may be seen by three, people may not', () => {
  const people = large.map((n, i) => (i < 6 ? 14 : n));
  const panel = simulatedPanel({ ...world, people });
  const shown = (of: typeof plan) => partsOf(publish(panel, [], of)).counts.territories.length;
  const smallest = (of: typeof plan) => Math.min(...countsIn(partsOf(publish(panel, [], of)).counts));
  const firms = rolloutPlan('design: rollout', ', unit_kind: firms');
  expect(shown(firms)).toBeGreaterThanOrEqual(shown(plan));
  expect(smallest(firms)).toBeLessThan(11);
  expect(smallest(plan)).toBeGreaterThanOrEqual(11);
});
