import { afterAll, expect, test } from 'vitest';
import { workplace } from './command-line.ts';

const place = workplace();
afterAll(() => place.clean());

const day = (offset: number) => new Date(Date.UTC(2026, 5, 1 + offset)).toISOString().slice(0, 10);

/** 120 people who come in a week, one in five hired ten days later. */
function arrivals(week: number): Record<string, string> {
  const rows = (shift: number, kept: (i: number) => boolean) =>
    Array.from({ length: 120 }, (_, i) => i)
      .filter(kept)
      .map((i) => `s${week}p${i},${day(week * 7 + (i % 5) + shift)}\n`)
      .join('');
  return {
    [`usage-${week}.csv`]: `id,day\n${rows(0, () => true)}`,
    [`hires-${week}.csv`]: `id,day\n${rows(10, (i) => i % 5 === 0)}`,
  };
}

test('foulee run: this week against last week, from files alone, kept under FOULEE_DATA', () => {
  place.write({
    'impact.yaml': `foulee: 1
service: {id: emploi, name: Emploi, mission: Aider}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: les demandeurs d'emploi}
sources:
  usage: {kind: events, files: [usage-*.csv], subject: id, time: day, matching_right: test}
  hires: {kind: outcomes, files: [hires-*.csv], subject: id, time: day, matching_right: test}
indicators:
  - {id: hired, name: Embauches, method: follow-up, exposure: usage, outcome: hires, horizons: [30d], window: {after: 1d, until: 30d}, cohort: week}
`,
  });
  for (let week = 0; week < 8; week++) place.write(arrivals(week));
  const first = place.run('run', '--today', '2026-08-03');
  expect([first.code, first.out]).toEqual([0, expect.stringContaining('Première foulée')]);
  place.write(arrivals(8));
  const second = place.run('run', '--today', '2026-08-10');
  expect(second.out).toContain('Foulée de la semaine du 10 août 2026');
  expect(second.out).toContain('Comparée à celle de la semaine du 3 août 2026.');
  expect(second.out).toContain('Rien ne manque.');
  const third = place.run('run', '--today', '2026-08-17');
  expect(third.out).toContain('usage. Rien de nouveau depuis la dernière fois.');
  const json = JSON.parse(place.run('run', '--today', '2026-08-17', '--json').out);
  expect([json.week, json.document.measures[0].indicator]).toEqual(['2026-W34', 'hired']);
});

test('a plan whose files never came: what is missing, and what to do', () => {
  place.write({
    'vide/impact.yaml': `foulee: 1
service: {id: vide, name: Vide, mission: Aider}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: les demandeurs d'emploi}
sources:
  usage: {kind: series, files: [nulle-part.csv], time: day, value: n}
indicators:
  - {id: n, method: declared, series: usage, direction: up, unit: personnes, matrix: used}
`,
  });
  const found = place.run('run', 'vide/impact.yaml');
  expect([found.code, found.err + found.out]).toEqual([
    4,
    expect.stringContaining('Rien n’a pu être mesuré'),
  ]);
});
