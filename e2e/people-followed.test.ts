import { afterAll, expect, test } from 'vitest';
import { workplace } from './command-line.ts';

const place = workplace();
afterAll(() => place.clean());

const plan = (window: string) => `
foulee: 1
service: {id: suivi, name: Suivi, organisation: Test, mission: Aider}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: les demandeurs d'emploi}
sources:
  people: {kind: units, files: [people.csv], subject: id, entry: entree, time: emploi, exit: sortie, complete_through: 2020-12-31}
indicators:
  - {id: emploi, name: Emploi, matrix: impactful, method: follow-up, population: people, horizons: [90d, 180d]${window}}
`;

/** 40 people entered on 1 January: 10 hired on day 40, 5 on the day of entry, 5 left on day 30, 20 nothing. */
const rows = Array.from({ length: 40 }, (_, i) => {
  const hired = i < 10 ? '2020-02-10' : i < 15 ? '2020-01-01' : '';
  return `p${i},2020-01-01,${hired},${i >= 15 && i < 20 ? '2020-01-31' : ''}`;
});

test('dates of their own table: window, other way out and figures', () => {
  place.write({ 'people.csv': `id,entree,emploi,sortie\n${rows.join('\n')}\n`, 'impact.yaml': plan('') });
  const [measure] = JSON.parse(place.run('measure', '--json').out).measures;
  expect(measure).toMatchObject({ units: 40, outcomes: 10 });
  const at90 = measure.estimates.find(
    (e: { horizon: number; group: null }) => e.horizon === 90 && e.group === null,
  );
  expect(at90.method).toBe('aalen-johansen');
  expect(at90.value).toBeCloseTo(0.25, 10);
  expect(measure.competing[0].value).toBeCloseTo(0.125, 10);

  place.write({ 'impact.yaml': plan(', window: {after: 0d, until: 180d}') });
  expect(JSON.parse(place.run('measure', '--json').out).measures[0].outcomes).toBe(15);
  place.write({ 'impact.yaml': plan(', window: {after: 41d, until: 180d}') });
  expect(JSON.parse(place.run('measure', '--json').out).measures[0].outcomes).toBe(0);
});
