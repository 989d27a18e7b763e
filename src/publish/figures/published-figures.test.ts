import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measuredFromFiles } from '../../measure/rollout/fixtures/measured-from-files.ts';
import { readPlan } from '../../plan/read-plan.ts';
import type { Publication } from '../bundle/bundle.ts';
import { canonicalJson } from '../bundle/canonical.ts';
import { peopleRule } from '../disclosure/rule.ts';
import { changed, numbersIn, slightlyMore } from '../fixtures/one-change.ts';
import { byOtherVersion, thisVersion } from '../fixtures/other-wording.ts';
import { freeze } from '../freeze.ts';
import { verify } from '../verify/verify.ts';

const times = (n: number, row: (i: number) => string) => Array.from({ length: n }, (_, i) => row(i));
const text = (header: string, ...rows: readonly (readonly string[])[]) => [header, ...rows.flat()].join('\n');

const head = `foulee: 1
service: {id: essai, name: Essai}
effect: {statement: Des agents gagnent du temps, domain: social}
`;
const uses = text(
  'day',
  times(2500, (i) => `2026-0${1 + Math.floor(i / 1000)}-${String(1 + (i % 14)).padStart(2, '0')}`),
);
const words = 'sentence: {total: heures libérées, each: par réponse, sampled: marchés, cases: réponses}';

interface Group {
  readonly name: string;
  readonly asked: number;
  readonly yes: number;
  readonly no: number;
}
const survey = (...groups: readonly Group[]) =>
  text(
    'id,age,answer',
    ...groups.map(({ name, asked, yes, no }) =>
      times(asked, (i) => `${name}${i},${name},${i < yes ? 'oui' : i < yes + no ? 'non' : ''}`),
    ),
  );
const asked = `${head}sources:
  survey: {kind: sample, files: [s.csv], subject: id, value: answer, attributes: {age: age}, drawn: random}
indicators:
  - {id: demande, name: Demande, method: asked-later, answers: survey, yes: [oui], breakdown: [age]}
`;
const young = { name: 'jeunes', asked: 100, yes: 20, no: 30 };
const old = { name: 'anciens', asked: 90, yes: 40, no: 25 };

async function publish(
  plan: string,
  files: Readonly<Record<string, string>>,
  earlier: readonly Publication[] = [],
) {
  const document = await measuredFromFiles(plan, files, { keepCounts: true });
  const read = readPlan(plan).plan;
  if (read === null) throw new Error('the plan is read');
  const publication = freeze({ document, plan: read, rule: peopleRule, earlier, today: '2026-11-23' });
  const [measure] = publication.bundle.measures;
  const [measured] = document.measures;
  if (measure?.counts.kind !== 'figures' || measured === undefined) throw new Error('no figure');
  return { publication, document, measure, measured, counts: measure.counts };
}
const shownGroups = async (files: string, earlier: readonly Publication[] = []) => {
  const { measure } = await publish(asked, { 's.csv': files }, earlier);
  return measure.figures.kind === 'figures' ? measure.figures.estimates.map(({ group }) => group) : [];
};

test('sample × volume, asked later, declared: published as measured, verified, refused once a number is changed', async () => {
  const plan = `${head}sources:
  uses: {kind: events, files: [u.csv], time: day, complete_through: 2026-02-28}
  cases: {kind: sample, files: [c.csv], value: hours, drawn: random}
  survey: {kind: sample, files: [s.csv], subject: id, value: answer, attributes: {age: age}, drawn: random}
  marks: {kind: sample, files: [m.csv], value: mark, drawn: random}
  notes: {kind: series, files: [n.csv], time: day, value: note, goal: goal}
indicators:
  - {id: counted, method: sample-volume, unit: h, sample: cases, volume: uses, ${words}}
  - {id: written, method: sample-volume, unit: h, sample: {mean: 2, sd: 0.97, n: 60}, volume: {value: 40000, lower: 37060, upper: 42940}, ${words}}
  - {id: share, method: asked-later, answers: survey, yes: [oui], breakdown: [age]}
  - {id: mean, method: asked-later, answers: marks, unit: sur 10}
  - {id: note, method: declared, series: notes, unit: sur 10, direction: up, provenance: export}
`;
  const { publication, document } = await publish(plan, {
    'u.csv': uses,
    'c.csv': text(
      'id;hours',
      times(60, (i) => `${i};${i < 30 ? '1,5' : '2,5'}`),
    ),
    's.csv': survey(young, old),
    'm.csv': text(
      'mark',
      times(80, (i) => `${i % 11}`),
    ),
    'n.csv': text('day;note;goal', ['2025-01-31;7,8;8', '2025-10-31;8,0;8,5', '2026-01-31;8,2;8,5']),
  });
  expect(publication.bundle.measures.map(({ headline }) => headline.sentence)).toEqual(
    document.measures.map(({ headline }) => headline.sentence),
  );
  for (const { headline } of publication.bundle.measures) expect(headline.estimate.kind).toBe('estimate');
  expect(verify(publication).verdict).toBe('same');
  expect(verify(byOtherVersion(publication), thisVersion)).toMatchObject({ sentences: 'sealed' });
  const places = numbersIn(publication.bundle.measures, ['bundle', 'measures']);
  fc.assert(
    fc.property(fc.constantFrom(...places), (path) => {
      expect(verify(changed(publication, path, slightlyMore)).verdict).toBe('changed');
    }),
    { numRuns: 100 },
  );
});

test('who answered in each cell, and each answer, never leave the team; a small group hides its breakdown', async () => {
  const few = { name: 'trentenaires', asked: 40, yes: 3, no: 2 };
  const { publication, counts, measured } = await publish(asked, { 's.csv': survey(young, old, few) });
  if (measured.method !== 'asked-later') throw new Error('no answers');
  expect(measured.response.byCell[0]?.classes.map(({ name }) => name)).toContain('trentenaires');
  const published = canonicalJson(publication.bundle.measures);
  for (const word of ['trentenaires', 'byCell', 'jeunes', 'tooEarly']) expect(published).not.toContain(word);
  expect(counts.answers).toMatchObject({ asked: 230, answered: 120 });
  expect(counts.answers?.estimates).toHaveLength(1);
});

test('fewer than eleven answers, yes or silences: no figure, and no check that counts them', async () => {
  const cases = [
    ['peu', 5, 3, 60],
    ['oui', 4, 60, 60],
    ['muets', 30, 30, 4],
  ] as const;
  const plan = `${head}sources:
${cases.map(([id]) => `  ${id}: {kind: sample, files: [${id}.csv], value: answer, drawn: random}`).join('\n')}
indicators:
${cases.map(([id]) => `  - {id: ${id}, method: asked-later, answers: ${id}, yes: [oui]}`).join('\n')}
`;
  const files = cases.map(([id, yes, no, silent]) => [
    `${id}.csv`,
    survey({ name: 'tous', asked: yes + no + silent, yes, no }),
  ]);
  const { publication } = await publish(plan, Object.fromEntries(files));
  for (const { counts, headline, evidence } of publication.bundle.measures) {
    expect(counts).toMatchObject({ kind: 'figures', answers: null });
    expect(headline.estimate.kind).toBe('insufficient');
    expect(evidence.checks.filter(({ figure }) => figure !== null)).toEqual([]);
    const said = [headline.sentence, ...evidence.checks.map(({ sentence }) => sentence)].join(' ');
    expect(said).not.toMatch(/\d (réponses?|personnes interrogées)/);
  }
  expect(verify(publication).verdict).toBe('same');
});

test('three more answers are not published; a group that moved by three leaves with its breakdown', async () => {
  const { publication } = await publish(asked, { 's.csv': survey(young, old) });
  const more = survey({ ...young, asked: 103, no: 33 }, old);
  await expect(publish(asked, { 's.csv': more }, [publication])).rejects.toThrow(/trop peu de nouveau/);
  const moved = survey({ ...young, asked: 103, no: 33 }, { ...old, asked: 131, yes: 55, no: 37 });
  expect(await shownGroups(moved, [publication])).toEqual([null]);
  const grown = survey({ ...young, asked: 150, yes: 35, no: 45 }, { ...old, asked: 150, yes: 60, no: 50 });
  expect(await shownGroups(grown, [publication])).toEqual([null, 'anciens', 'jeunes']);
});
