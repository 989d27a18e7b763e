import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Refusal } from '../platform/refusal.ts';
import { type ProjectFlags, readProjectFlags } from './project-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'foulee-project-'));
afterAll(() => rmSync(folder, { recursive: true }));

const byDefault = { takeUp: '1', lag: '0d', lost: '0', power: '0.8', alpha: '0.05' };
const read = (flags: Partial<ProjectFlags>, path?: string) =>
  readProjectFlags(path, { ...byDefault, ...flags });

function refusal(flags: Partial<ProjectFlags>, path?: string): string {
  try {
    read(flags, path);
  } catch (error) {
    if (error instanceof Refusal) return `${error.message} ${error.advice}`;
    throw error;
  }
  throw new Error('not refused');
}

const planFile = (indicators: string): string => {
  const path = join(folder, 'impact.yaml');
  writeFileSync(
    path,
    `foulee: 1
service: {id: s, name: S}
effect: {statement: Des personnes trouvent un emploi, domain: social}
sources:
  people: {kind: units, files: p.csv, subject: id, entry: day, time: hired, attributes: {used: used}}
  log: {kind: events, files: l.csv, time: day}
indicators:
${indicators}`,
  );
  return path;
};
const follow = (more: string) =>
  `  - {id: work, method: follow-up, population: people, horizons: [90d, 180d], ${more}}\n`;

test('options alone, with French numbers', () => {
  const { question } = read({
    baseline: '0,12',
    effect: '0.02',
    usersPerWeek: '1 280,5',
    horizon: '26w',
    lag: '45d',
  });
  expect(question).toMatchObject({
    baseline: 0.12,
    effect: 0.02,
    usersPerWeek: 1280.5,
    horizon: 182,
    lag: 45,
  });
});

test('a plan gives its baseline, its furthest horizon, and the effect it aims at; an option wins', () => {
  const path = planFile(follow('baseline: 0.12, target: {value: 0.15}'));
  expect(read({}, path).question).toMatchObject({ baseline: 0.12, horizon: 180 });
  expect(read({}, path).question.effect).toBeCloseTo(0.03, 12);
  expect(read({ effect: '0.01', horizon: '30d' }, path).question).toMatchObject({
    effect: 0.01,
    horizon: 30,
  });
  const relative = planFile(follow('baseline: 0.12, target: {value: 0.5, relative: true}'));
  expect(read({}, relative).question.effect).toBeCloseTo(0.06, 12);
});

test.each([
  [{}, /Il manque la part attendue sans le service/],
  [{ baseline: '12' }, /Pour 12 %, écrivez 0.12/],
  [{ baseline: '12 %' }, /Pour 12 %, écrivez 0.12/],
  [{ baseline: '0' }, /bornes exclues/],
  [{ baseline: 'douze' }, /--baseline douze ne convient pas/],
  [{ baseline: '0.1', effect: '0' }, /un effet nul ne se voit avec aucun nombre/],
  [{ baseline: '0.1', usersPerWeek: '-3' }, /--users-per-week -3 ne convient pas/],
  [{ baseline: '0.1', horizon: '6 mois' }, /183d par exemple/],
  [{ baseline: '0.1', horizon: '0d' }, /--horizon 0d ne convient pas/],
  [{ baseline: '0.1', start: '01/09/2026' }, /AAAA-MM-JJ : 2026-09-01/],
  [{ baseline: '0.1', start: '2026-02-30' }, /pas un jour du calendrier/],
  [{ baseline: '0.1', start: '2026-09-01', lastEntry: '2026-08-01' }, /précède --start/],
  [{ baseline: '0.1', power: '0.02' }, /c’est moins que le risque d’erreur accepté/],
  [{ baseline: '0.1', lost: '1' }, /--lost 1 ne convient pas/],
  [{ baseline: '0.1', takeUp: '0' }, /--take-up 0 ne convient pas/],
])('%o', (flags, sentence) => {
  expect(refusal(flags)).toMatch(sentence);
});

test('a plan with nothing to project says which indicators could be', () => {
  const path = planFile('  - {id: sign, method: proxy, count: log, counted: permis}\n');
  expect(refusal({}, path)).toMatch(/Aucun indicateur de ce plan ne compte une part de personnes/);
  expect(refusal({ indicator: 'other' }, planFile(follow('baseline: 0.1')))).toMatch(
    /Indicateurs possibles : work/,
  );
  expect(refusal({}, planFile(follow('limits: [x]')))).toMatch(/baseline dans le plan/);
});
