import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { workplace } from './command-line.ts';

const oracles = '../shared/oracles';
const present = existsSync(join(oracles, 'cases/s02-unemployment-spells.json'));
if (!present)
  console.warn('\n*** NOT RUN: real unemployment spells, the folder ../shared/oracles is absent ***\n');

const place = workplace();
afterAll(() => place.clean());

const plan = `
foulee: 1
service: {id: chomage, name: Durées de chômage, organisation: Test, mission: Sortir du chômage}
effect: {statement: Des demandeurs d'emploi retrouvent un emploi à temps plein, domain: social, beneficiaries: les demandeurs d'emploi}
sources:
  spells: {kind: units, files: [spells.csv], duration: spell, duration_unit: 14d, status: exit, event: 1, competing: [2, 3], group: ui, attributes: {age: age}}
indicators:
  - {id: full-time, name: Emploi à temps plein, matrix: impactful, method: follow-up, population: spells, horizons: [28d, 84d, 182d, 364d]}
`;

test.runIf(present)('people already followed, through a plan: the figures are those of R', () => {
  copyFileSync(join(oracles, 'data/s02-unemployment-spells-spells.csv'), join(place.folder, 'spells.csv'));
  place.write({ 'impact.yaml': plan });
  const { code, out, err } = place.run('measure', '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  const [measure] = JSON.parse(out).measures;
  const { checks } = JSON.parse(readFileSync(join(oracles, 'cases/s02-unemployment-spells.json'), 'utf8'));
  const expected = checks.find((check: { method: string }) => check.method === 'survival.cif').expected;
  const gray = checks.find((check: { method: string }) => check.method === 'survival.gray').expected;
  for (const [group, known] of Object.entries<Reference>(expected.groups)) {
    for (const [cause, { at }] of Object.entries(known.causes)) {
      const estimates = cause === '1' ? measure.estimates : measure.competing;
      for (const [steps, { cif }] of Object.entries(at)) {
        const estimate = estimates.find(
          (e: { group: string | null; horizon: number; cause?: string }) =>
            e.group === group && e.horizon === Number(steps) * 14 && (e.cause ?? '1') === cause,
        );
        expect(estimate.kind).toBe('estimate');
        expect(estimate.value).toBeCloseTo(cif, 8);
      }
    }
  }
  expect(measure.units).toBe(3343);
  expect(measure.tests[0].name).toBe('gray');
  expect(measure.tests[0].statistic).toBeCloseTo(gray.statistic, 6);
});

interface Reference {
  readonly causes: Record<string, { readonly at: Record<string, { readonly cif: number }> }>;
}
