import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { attack } from '../confidentiality/attack.ts';
import { twoWayTable } from '../confidentiality/two-way-table.ts';
import { readConfig } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';
import type { HandedTable } from '../publish/table/handed-table.ts';
import { tableCsv } from '../publish/table/table-csv.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { type TableFlags, tableFromPlan } from './run-table.ts';
import { addTable } from './table.ts';

const root = mkdtempSync(join(tmpdir(), 'foulee-table-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let worlds = 0;

type Person = readonly [entry: string, hired: string, channel: string, arm: 0 | 1];

/** A plan of one table of people, followed until the end of June 2024. */
function planOf(people: readonly Person[], more = ''): string {
  const folder = join(root, `w${worlds++}`);
  mkdirSync(folder);
  const rows = people.map((person) => person.join(','));
  writeFileSync(join(folder, 't.csv'), `${['entree,emploi,canal,bras', ...rows].join('\n')}\n`);
  writeFileSync(
    join(folder, 'impact.yaml'),
    `foulee: 1
service: {id: s, name: S}
effect: {statement: Des personnes retrouvent un emploi, domain: social}
sources:
  t: {kind: units, files: [t.csv], entry: entree, time: emploi, attributes: {canal: canal, bras: bras}, complete_through: 2024-06-30}
indicators:
  - {id: emploi, name: Emploi, method: follow-up, population: t, horizons: [30d, 90d], breakdown: [canal], comparison: {design: randomised, arm: bras}${more}}
  - {id: appels, name: Appels, method: declared, series: n, unit: sur 10, direction: up, provenance: Export}
`.replace('indicators:', '  n: {kind: series, files: [n.csv], time: jour, value: note}\nindicators:'),
  );
  writeFileSync(join(folder, 'n.csv'), 'jour,note\n2024-06-01,8\n');
  return join(folder, 'impact.yaml');
}

function tableOf(plan: string, flags: Partial<TableFlags> = {}): Promise<HandedTable> {
  const config = { ...readConfig(), dataFolder: join(plan, '../data') };
  const asked = { rows: ['cohort'], columns: 'outcome', protect: 'suppress', threshold: '11', import: true };
  return tableFromPlan(plan, { ...asked, ...flags }, config);
}

/** `n` people who entered in a month of 2024; of them `hired` within a month of entry. */
const month = (number: number, n: number, hired: number, channel = 'site'): Person[] =>
  Array.from({ length: n }, (_, i) => [
    `2024-0${number}-05`,
    i < hired ? `2024-0${number}-25` : '',
    channel,
    i % 2 === 0 ? 0 : 1,
  ]);

const counts = ({ lines }: HandedTable) => lines.map((line) => line.counts);

describe('foulee table', () => {
  const people = [...month(1, 40, 15), ...month(2, 60, 4, 'api'), ...month(3, 50, 20), ...month(5, 30, 12)];
  const plan = planOf(people);

  test('counts people by cohort and by what is known of them, small counts hidden with what gives them away', async () => {
    const table = await tableOf(plan);
    expect(table).toMatchObject({ horizon: 90, knownThrough: '2024-06-30', rows: ['cohort'] });
    expect(table.columns).toEqual(['avec l’effet', 'sans l’effet', 'pas encore connu', 'ensemble']);
    const [january, february, march, may, all] = counts(table);
    expect(february).toEqual([null, null, 0, 60]);
    expect(may).toEqual([12, 0, 18, 30]);
    expect(all).toEqual([51, 111, 18, 180]);
    expect([january, march]).toContainEqual([null, null, 0, expect.any(Number)]);
    expect(table.hidden).toBe(4);
    const said = table.sentences.join(' ').replace(/\s/g, ' ');
    expect(said).toContain('4 cases sont masquées : celles de 1 à 10 personnes');
    expect(said).toMatch(/La case masquée la mieux devinée est comprise entre 1 et \d\d/);
  });

  test('rounds coherently: every total is the sum of its cells, near the true one', async () => {
    const table = await tableOf(plan, { protect: 'round', horizon: '30d' });
    const true30 = [
      [15, 25, 0, 40],
      [4, 56, 0, 60],
      [20, 30, 0, 50],
      [12, 18, 0, 30],
      [51, 129, 0, 180],
    ];
    counts(table).forEach((line, i) => {
      const [total = 0, ...cells] = [...line].reverse().map((count) => count ?? Number.NaN);
      expect(cells.reduce((sum, count) => sum + count, 0)).toBe(total);
      line.forEach((count, j) => {
        expect((count ?? 1) % 10).toBe(0);
        expect(Math.abs((count ?? 0) - (true30[i]?.[j] ?? 0))).toBeLessThan(10);
      });
    });
    expect(table.sentences.join(' ')).toMatch(/multiple de 10, et chaque total reste la somme/);
  });

  test('crosses lines, and puts any breakdown or the arms in columns', async () => {
    const crossed = await tableOf(plan, { rows: ['cohort', 'canal'] });
    expect(crossed.lines.map(({ labels }) => labels)).toContainEqual(['2024-02', 'api']);
    const arms = await tableOf(plan, { rows: ['canal'], columns: 'arm' });
    expect(arms.columns).toEqual(['0', '1', 'ensemble']);
    expect(counts(arms).at(-1)).toEqual([90, 90, 180]);
  });

  test('nothing under the threshold can be worked out of the tables of random worlds', async () => {
    const random = seededRandom(31);
    let hidden = 0;
    for (let world = 0; world < 6; world++) {
      const channels = ['site', 'api', 'guichet', 'appel'].slice(0, 2 + Math.floor(3 * random()));
      const drawn = channels.flatMap((channel) =>
        [1, 2, 3].flatMap((number) => {
          const n = Math.floor(35 * random());
          return month(number, n, Math.floor(n * random()), channel);
        }),
      );
      const rows = world % 2 === 0 ? ['canal'] : ['cohort', 'canal'];
      const table = await tableOf(planOf(drawn), { rows, horizon: '30d' });
      hidden += table.hidden;
      expectSafe(table, drawn);
    }
    expect(hidden).toBeGreaterThan(20);
  });

  test('the guide shows the tables it would print', async () => {
    const shown = readFileSync(new URL('../../docs/tableau.md', import.meta.url), 'utf8');
    const guide = planOf([
      ...month(1, 42, 13, 'site'),
      ...month(1, 31, 12, 'application'),
      ...month(1, 14, 5, 'guichet'),
      ...month(2, 55, 19, 'site'),
      ...month(2, 38, 13, 'application'),
      ...month(2, 23, 11, 'guichet'),
    ]);
    const hidden = tableCsv(await tableOf(guide, { rows: ['cohort', 'canal'] }));
    const rounded = tableCsv(await tableOf(guide, { rows: ['canal'], protect: 'round' }));
    const blocks = [...shown.matchAll(/^```csv\n(.*?)^```/gms)].map(([, text]) => text);
    expect(blocks).toEqual([hidden, rounded].map((text) => text.replaceAll('\r\n', '\n')));
  });

  test('prints the table as CSV, or writes it and says what was done', async () => {
    const file = join(root, 'annexe.csv');
    vi.stubEnv('FOULEE_DATA', join(plan, '../data'));
    const printed: string[] = [];
    const spy = vi
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => printed.push(String(text)) > 0);
    const program = new Command('foulee').exitOverride();
    addTable(program);
    await program
      .parseAsync(['node', 'foulee', 'table', plan, '--rows', 'canal', '-o', file])
      .finally(() => spy.mockRestore());
    vi.unstubAllEnvs();
    expect(readFileSync(file, 'utf8')).toMatch(
      /^canal,avec l’effet,sans l’effet,pas encore connu,ensemble\r\n/,
    );
    expect(readFileSync(file, 'utf8')).toMatch(/\r\napi,masqué,masqué,0,60\r\n/);
    expect(printed.join('')).toContain('Ce tableau n’est contrôlé que seul');
  });

  test.each<[string, Partial<TableFlags>, 'usage' | 'data', string]>([
    ['a side the plan does not have', { rows: ['age'] }, 'usage', 'cohort, arm, canal et bras'],
    ['a side twice', { rows: ['canal', 'canal'] }, 'usage', 'demandé deux fois'],
    ['a horizon the plan does not read', { horizon: '60d' }, 'usage', '30 jours et 90 jours'],
    ['a horizon that is none', { horizon: '3 mois' }, 'usage', 'pas une durée'],
    ['a base that shows small counts', { protect: 'round', base: '5' }, 'usage', '--base 10 se lit bien'],
    ['a base that is none', { protect: 'round', base: 'dix' }, 'usage', 'nombre entier'],
    ['a base without rounding', { base: '10' }, 'usage', '--protect round'],
    ['another protection', { protect: 'rien' }, 'usage', 'suppress'],
    ['a threshold of 1', { threshold: '1' }, 'usage', 'au moins 3'],
    ['an indicator that follows nobody', { indicator: 'appels' }, 'usage', 'ne suit pas des personnes'],
    ['an indicator that is not there', { indicator: 'x' }, 'usage', 'emploi, appels'],
    ['too few people in all', { threshold: '500' }, 'data', 'Trop peu'],
    ['columns the plan does not have', { columns: 'age' }, 'usage', 'age'],
  ])('refuses %s in a sentence', async (_, flags, kind, words) => {
    const refusal = await tableOf(plan, flags).catch((error: unknown) => error);
    if (!(refusal instanceof Refusal)) throw refusal;
    expect(refusal.kind).toBe(kind);
    expect(`${refusal.message} ${refusal.advice}`.replace(/\s/g, ' ')).toContain(words);
  });

  test('refuses when the grand total alone would give a count away', async () => {
    const all = month(1, 11, 3);
    await expect(tableOf(planOf(all), { horizon: '30d' })).rejects.toThrow(
      /Le total donnerait un petit effectif/,
    );
  });
});

/** Counts the people again, and attacks what the table shows of them. */
function expectSafe({ lines, columns, rows, threshold }: HandedTable, people: readonly Person[]): void {
  const known = people.map(([entry, hired, channel]) => ({
    row: [...(rows.includes('cohort') ? [entry.slice(0, 7)] : []), channel].join('/'),
    column: hired === '' ? 'sans l’effet' : 'avec l’effet',
  }));
  const cells = lines.slice(0, -1).flatMap(({ labels }) =>
    columns.slice(0, -1).map((column) => {
      const row = labels.join('/');
      return { row, column, count: known.filter((own) => own.row === row && own.column === column).length };
    }),
  );
  const truth = twoWayTable(cells);
  if (truth === null) throw new Error('a cell twice');
  const shown = [lines.at(-1), ...lines.slice(0, -1)].flatMap((line) => {
    const inOrder = line?.counts ?? [];
    return [inOrder.at(-1) ?? null, ...inOrder.slice(0, -1)];
  });
  const hidden = new Set([...truth.counts.keys()].filter((cell) => shown[cell] === null));
  const found = attack(truth, hidden, 1);
  truth.counts.forEach((count, cell) => {
    if (!hidden.has(cell)) {
      expect(shown[cell]).toBe(count);
      expect(count === 0 || count >= threshold).toBe(true);
    } else if (count < threshold) {
      expect(found.get(cell)?.upper ?? threshold).toBeGreaterThanOrEqual(threshold);
    }
  });
}
