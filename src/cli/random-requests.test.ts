import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { disclosure } from '../confidentiality/requests.ts';
import { methods } from '../statistics/requests/index.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { faults } from './fixtures/faults.ts';
import { answerText } from './stats.ts';

const requestShape = z.object({
  method: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  tables: z
    .record(z.string(), z.array(z.record(z.string(), z.union([z.number(), z.string(), z.null()]))))
    .default({}),
});
type Request = z.output<typeof requestShape>;

/** Every question of the guides; one written without its table uses the one before it on the page. */
function questionsOf(page: string): Request[] {
  const text = readFileSync(page, 'utf8');
  let tables: Request['tables'] = {};
  return [...text.matchAll(/^(\{"method".*?\}\}?)\s*^(?:FIN|```)/gms)].map(([, json = '']) => {
    const asked = requestShape.parse(JSON.parse(json));
    if (Object.keys(asked.tables).length > 0) tables = asked.tables;
    return { ...asked, tables };
  });
}

const guides = join(import.meta.dirname, '../../docs/methodes');
const questions = readdirSync(guides).flatMap((name) => questionsOf(join(guides, name)));
const tablesOf = (method: string) => questions.find((asked) => asked.method === method)?.tables ?? {};
const others: readonly Request[] = (
  [
    ['decision.evpi', { meanNetBenefit: 3, sdNetBenefit: 10, population: 1000 }],
    ['decision.fieller', { numerator: 15, denominator: 0.02, varNumerator: 1, varDenominator: 1e-5 }],
    ['decision.normal', { estimate: 2.1, se: 0.9, prior: { mean: 0, sd: 2 }, thresholds: [0, 1] }],
    ['disclosure.round', { values: [3, 14, 27], base: 5 }],
    ['plan.survival', { hazardRatio: 0.8, shareTreated: 0.5 }],
    ['plan.twoProportionsPower', { nPerArm: 400, p1: 0.1, p2: 0.15 }],
    ['effect.twoMeans', { data: 'jours', arm: 'invite', outcome: 'apres' }, 'effect.cuped'],
    [
      'match.propensity',
      { data: 'gens', treatment: 'utilise', covariates: ['qualifie', 'mois'], count: 'n' },
      'balance.smd',
    ],
    [
      'survival.rmst',
      { data: 'suivi', time: 'jours', status: 'effet', group: 'zone', tau: 90 },
      'survival.km',
    ],
    [
      'survival.gray',
      {
        data: 'suivi',
        time: 'jours',
        status: 'issue',
        censored: 'en cours',
        cause: 'emploi',
        group: 'issue',
      },
      'survival.cif',
    ],
    [
      'survey.total',
      {
        data: 'reponses',
        variable: 'oui',
        rake: { by: 'age', totals: { '18-25': 3000, '26-49': 4000, '50 et plus': 3000 } },
      },
      'survey.mean',
    ],
    [
      'did.uniformCriticalValue',
      { data: 't', unit: 'dep', time: 'an', outcome: 'sorties', firstTreated: 'debut', draws: 200 },
      'did.groupTime',
    ],
  ] as const
).map(([method, inputs, like]) => ({ method, inputs, tables: like === undefined ? {} : tablesOf(like) }));

const awkward = [0, -1, 0.5, 1, 2, 7, 1e12, -1e12, 1e-12, '', 'x', '2020-02-30', null, true, [], {}, [0, 0]];

/** One step away from a question: a row, a column, a cell or an input is no longer what it was. */
function step({ method, inputs, tables }: Request, random: () => number): Request {
  const one = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const [name, rows = []] = one(
    Object.entries(tables).length > 0 ? Object.entries(tables) : [['t', []] as const],
  );
  const columns = Object.keys(rows[0] ?? {});
  const cells = awkward.filter(
    (value) => value === null || typeof value === 'number' || typeof value === 'string',
  );
  const withRows = (changed: Request['tables'][string]): Request => ({
    method,
    inputs,
    tables: { ...tables, [name]: changed },
  });
  const keys = Object.keys(inputs);
  const written = (value: unknown): Request => ({
    method,
    inputs: { ...inputs, [one(keys)]: value },
    tables,
  });
  const column = one(columns);
  const same = one(cells);
  switch (
    one(['rows', 'one-row', 'no-row', 'cell', 'column', 'input', 'without', 'swapped', 'scaled'] as const)
  ) {
    case 'rows':
      return withRows(rows.filter(() => random() < 0.5));
    case 'one-row':
      return withRows(rows.slice(0, 1));
    case 'no-row':
      return random() < 0.2 ? withRows([]) : withRows([...rows, ...rows]);
    case 'cell':
      return withRows(rows.map((row) => (random() < 0.2 ? { ...row, [one(columns)]: one(cells) } : row)));
    case 'column':
      return withRows(column === undefined ? rows : rows.map((row) => ({ ...row, [column]: same })));
    case 'input':
      return written(one(awkward));
    case 'without':
      return {
        method,
        inputs: Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== one(keys))),
        tables,
      };
    case 'swapped':
      return columns.length > 0 ? written(one(columns)) : written(one(awkward));
    case 'scaled':
      return {
        method,
        tables,
        inputs: Object.fromEntries(
          Object.entries(inputs).map(([key, value]) => [
            key,
            typeof value === 'number' ? value * one([0, 1, -1, 1e6, 1e-6]) : value,
          ]),
        ),
      };
  }
}

/** What is exact by nature: a count that totals give back, a p-value without a hidden cause, a size that needs no word. */
const exact = (fault: string, { method }: Request): boolean =>
  (method === 'disclosure.attack' && fault.startsWith('.intervals')) ||
  (method === 'disclosure.suppress' && fault.startsWith('.attack')) ||
  (method.startsWith('sensitivity.rosenbaum') && /^\.bounds\.[^:]*: zero width/.test(fault)) ||
  (method === 'plan.mde' && fault === ': no sentence');

const codes = ['invalid-time', 'unknown-column', 'empty-group', 'not-identified', 'invalid-input'];

test('the questions walked from cover every method', () => {
  const known = new Set([...questions, ...others].map(({ method }) => method));
  expect(methods(disclosure).filter((method) => !known.has(method))).toEqual([]);
});

test('from each question, three steps at a time: figures or a sentence, never NaN, Infinity, an exception or no width', () => {
  const random = seededRandom(20);
  const seen = { answered: 0, refused: 0 };
  const wrong: string[] = [];
  for (let walk = 0; walk < 20; walk++)
    for (const question of [...questions, ...others]) {
      let asked = question;
      for (let i = 0; i < 3; i++) {
        asked = step(asked, random);
        const said = JSON.stringify(asked);
        try {
          const { result } = answerText(said);
          const { error, sentence } = { error: null, sentence: '', ...result };
          seen[error === null ? 'answered' : 'refused']++;
          if (error !== null && !(codes.includes(String(error)) && /[.?]$/.test(String(sentence))))
            wrong.push(`${error} ${sentence} ${said}`);
          const found = faults(result).filter((fault) => !exact(fault, asked));
          if (found.length > 0) wrong.push(`${found.slice(0, 3).join(' ; ')} ← ${said.slice(0, 600)}`);
        } catch (error) {
          wrong.push(`${String(error)} ← ${said.slice(0, 600)}`);
        }
      }
    }
  expect(wrong.slice(0, 12)).toEqual([]);
  expect(Math.min(seen.answered, seen.refused)).toBeGreaterThan(300);
});
