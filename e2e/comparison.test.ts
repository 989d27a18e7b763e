import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureFromPlan } from '../src/cli/run-measure.ts';
import { summarise } from '../src/cli/summary.ts';
import type { FollowUpMeasure, MeasureDocument } from '../src/measure/measure.ts';
import { readConfig } from '../src/platform/config.ts';
import { defaultOptions } from '../src/simulation/options.ts';
import { simulateWorld } from '../src/simulation/simulate-world.ts';
import { renderReport } from '../src/web/report/report.tsx';

/** A world whose truth is known, measured as a user would: the plan written beside it, from files to the report. */
const folder = mkdtempSync(join(tmpdir(), 'foulee-comparison-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Truth {
  readonly days: number;
  readonly everyoneUses: number;
  readonly nobodyUses: number;
  readonly ate: number;
  readonly att: number;
  readonly itt: number;
  readonly cace: number;
  readonly naive: number;
}

let document: MeasureDocument;
let truth: readonly Truth[];

beforeAll(async () => {
  const world = join(folder, 'world');
  await simulateWorld({
    ...defaultOptions,
    output: world,
    size: { persons: 40_000 },
    seed: 7,
    months: 24,
    format: 'csv',
    people: true,
    hazardRatio: 3,
  });
  truth = JSON.parse(readFileSync(join(world, 'truth.json'), 'utf8')).people.observableHiresBeforeLeaving;
  const plan = join(world, 'compare.yaml');
  const written = readFileSync(join(world, 'impact.yaml'), 'utf8');
  const att = written
    .slice(written.indexOf('  - id: back-to-work-compared'), written.indexOf('  - id: back-to-work-offered'))
    .replace('back-to-work-compared', 'back-to-work-of-users')
    .replace('estimand: ate', 'estimand: att');
  writeFileSync(plan, written + att);
  const config = readConfig({
    FOULEE_DATA: join(folder, 'data'),
    FOULEE_KEY: 'cle-de-test-sans-valeur-0123456789abcdef',
  });
  const only = ['back-to-work-compared', 'back-to-work-offered', 'back-to-work-of-users'];
  document = await measureFromPlan(plan, { refresh: true, only, config });
});

const measureOf = (id: string): FollowUpMeasure => {
  const found = document.measures.find((measure) => measure.indicator === id);
  if (found?.method !== 'follow-up') throw new Error(`no measure ${id}`);
  return found;
};

/** How far an effect is from the truth, in standard errors. */
function missBy(id: string, estimand: 'ate' | 'att' | 'itt' | 'cace', days: number): number {
  const effect = measureOf(id).effects.find(
    (one) => one.estimand === estimand && one.measure === 'difference' && one.horizon === days,
  );
  const known = truth.find((one) => one.days === days);
  if (effect?.kind !== 'estimate' || known === undefined) throw new Error(`no ${estimand} at ${days} days`);
  return Math.abs(effect.value - known[estimand]) / effect.standardError;
}

test.each([
  ['back-to-work-compared', 'ate', 90],
  ['back-to-work-compared', 'ate', 180],
  ['back-to-work-of-users', 'att', 90],
  ['back-to-work-of-users', 'att', 180],
  ['back-to-work-offered', 'itt', 90],
  ['back-to-work-offered', 'itt', 180],
  ['back-to-work-offered', 'cace', 90],
  ['back-to-work-offered', 'cace', 180],
] as const)('%s: the %s at %i days is the true one, within sampling error', (id, estimand, days) => {
  expect(missBy(id, estimand, days)).toBeLessThan(2.6);
});

test('the adjusted effect is not what comparing users with others naively shows', () => {
  const effect = measureOf('back-to-work-compared').effects.find((one) => one.horizon === 180);
  const known = truth.find((one) => one.days === 180);
  if (effect?.kind !== 'estimate' || known === undefined) throw new Error('no effect');
  expect((known.naive - effect.value) / effect.standardError).toBeGreaterThan(5);
  expect(effect.withService).toBeCloseTo(known.everyoneUses, 1);
  expect(effect.withoutService).toBeCloseTo(known.nobodyUses, 1);
});

test('levels and checks are those of the design', () => {
  expect(measureOf('back-to-work-compared').evidence.level).toBe(3);
  expect(measureOf('back-to-work-offered').evidence.level).toBe(5);
  for (const measure of document.measures) {
    expect(measure.checks.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(measure.checks).toEqual(measure.evidence.checks);
  }
});

test('people are followed one by one, compared by cell: what was grouped is said', () => {
  const { comparison } = measureOf('back-to-work-compared');
  expect(comparison?.covariates.map(({ classes }) => classes?.length ?? null)).toEqual([null, 5, 5, null]);
  expect(comparison?.notes.join(' ')).toContain('« age »');
  expect((comparison?.arms.treated.units ?? 0) + (comparison?.arms.control.units ?? 0)).toBe(40_000);
});

test('the terminal and the report say the effect and its interval', () => {
  const text = summarise(document, { colour: false }).replace(/\s+/g, ' ');
  const page = renderReport(document);
  for (const { headline, decision } of document.measures.filter((one) => one.method === 'follow-up')) {
    const first = headline.sentence.split(/[.:(]/)[0]?.replace(/\s+/g, ' ') ?? '';
    expect(text).toContain(first);
    expect(decision?.sentences.length).toBeGreaterThan(0);
  }
  expect(text).toMatch(/Effet tous, à 90 jours : \+\d,\d/);
  expect(page).toContain('Qui est comparé à qui');
  expect(JSON.stringify(document)).not.toMatch(/NaN|Infinity/);
});
