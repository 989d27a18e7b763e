import { expect, test } from 'vitest';
import { answer } from '../../statistics/requests/index.ts';
import { normalDraw, seededRandom } from '../../statistics/seeded-random.ts';
import { measuredFromFiles } from './fixtures/measured-from-files.ts';

const head = `foulee: 1
service: {id: s, name: Habiter}
effect: {statement: Des ménages trouvent un logement, domain: social}
`;

/** The worked example of docs/methodes/deploiement-par-territoires.md. */
const sorties: Readonly<Record<string, readonly [debut: string, ...sorties: number[]]>> = {
  A: ['2024', 40, 41, 46, 47],
  B: ['2024', 35, 35, 40, 43],
  C: ['2024', 50, 52, 56, 58],
  D: ['2025', 42, 42, 44, 48],
  E: ['2025', 38, 40, 40, 46],
  F: ['2025', 45, 45, 47, 51],
  G: ['', 41, 42, 42, 44],
  H: ['', 37, 37, 39, 39],
  I: ['', 48, 50, 50, 52],
  J: ['', 44, 44, 46, 47],
};
const sortiesCsv = [
  'dep;an;debut;sorties',
  ...Object.entries(sorties).flatMap(([dep, [debut, ...values]]) =>
    values.map((value, t) => `${dep};${2022 + t};${debut};${value}`),
  ),
].join('\n');

const planOf = (
  keys: string,
  source = 'period: an, value: sorties, started: debut',
): string => `${head}sources:
  departements: {kind: panel, files: [departements.csv], territory: dep, ${source}}
indicators:
  - {id: sorties, name: Sorties de vacance, method: rollout, panel: departements, value_label: sorties, ${keys}}
`;

async function rolloutOf(plan: string, files: Readonly<Record<string, string>>) {
  const [measure] = (await measuredFromFiles(plan, files)).measures;
  if (measure?.method !== 'rollout') throw new Error('no measure');
  expect(JSON.stringify(measure)).not.toMatch(/NaN|Infinity/);
  return measure;
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) throw new Error('no object');
  return Object.fromEntries(Object.entries(value));
};

test('the worked example: the same figures as the statistics request on the same table', async () => {
  const { rollout, effects, evidence, headline } = await rolloutOf(planOf('comparison: {design: rollout}'), {
    'departements.csv': sortiesCsv,
  });
  const rows = Object.entries(sorties).flatMap(([dep, [debut, ...values]]) =>
    values.map((value, t) => ({ dep, an: 2022 + t, debut: Number(debut), sorties: value })),
  );
  const asked = recordOf(
    JSON.parse(
      JSON.stringify(
        answer({
          method: 'did.groupTime',
          inputs: {
            data: 't',
            unit: 'dep',
            time: 'an',
            outcome: 'sorties',
            firstTreated: 'debut',
            controlGroup: 'not-yet-treated',
          },
          tables: { t: rows },
        }),
      ),
    ),
  );
  const overall = recordOf(recordOf(asked.simple).overall);
  expect(effects[0]?.value).toBeCloseTo(Number(overall.att), 12);
  expect(rollout.aggregates?.simple?.se).toBeCloseTo(Number(overall.se), 12);
  const cells = recordOf(asked.groupTime);
  for (const row of rollout.groupTime) {
    const cell = recordOf(cells[`${row.group}-${row.time}`]);
    expect(row.kind === 'estimate' ? row.att : null).toBeCloseTo(Number(cell.att), 12);
  }
  expect(rollout.method).toBe('group-time');
  expect(evidence.level).toBe(4);
  expect(headline.sentence.replace(/\s/g, ' ')).toMatch(
    /^Sorties de vacance : entre \d,\d et \d,\d sorties de plus que sans le service, en moyenne/,
  );
});

test('effects counted out of people make a share, weighted by their number', async () => {
  const csv = ['dep,mois,n,sur,debut'];
  for (const [k, dep] of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].entries())
    for (let t = 0; t < 6; t++)
      csv.push(
        `${dep},2024-0${t + 1},${20 + ((k * 3 + t * 5) % 4) + (k < 4 && t > 2 ? 15 : 0)},100,${k < 4 ? '2024-04-01' : ''}`,
      );
  const { rollout, effects, headline } = await rolloutOf(
    planOf(
      'comparison: {design: rollout, weighting: size}',
      'period: mois, numerator: n, denominator: sur, started: debut',
    ),
    { 'departements.csv': csv.join('\n') },
  );
  expect(rollout).toMatchObject({ unit: 'share', periodSize: 'month' });
  expect(effects[0]?.value).toBeGreaterThan(0.1);
  expect(effects[0]?.value).toBeLessThan(0.2);
  expect(headline.sentence.replace(/\s/g, ' ')).toMatch(
    /sur 100 personnes, entre \d+ et \d+ de plus que sans le service/,
  );
});

test('rows that cannot be read are set aside with their line; a cell written twice is refused in a sentence', async () => {
  const broken = sortiesCsv.replace('A;2022;2024;40', 'A;2022;2024;quarante');
  const loose = planOf(
    'comparison: {design: rollout}',
    'period: an, value: sorties, started: debut, max_rejected: 0.1',
  );
  const { inputs, rollout } = await rolloutOf(loose, { 'departements.csv': broken });
  expect(inputs[0]?.rejected).toBe(1);
  expect(rollout.territories.find(({ name }) => name === 'A')).toMatchObject({ role: 'left-out' });
  const twice = `${sortiesCsv}\nA;2022;2024;41`;
  await expect(
    rolloutOf(planOf('comparison: {design: rollout}'), { 'departements.csv': twice }),
  ).rejects.toThrow('« A » a deux lignes pour la période « 2022 »');
});

test('start dates may be in the plan: a territory the table does not know is said', async () => {
  const keys = 'comparison: {design: rollout, started: {A: 2024, B: 2024, C: 2025, Z: 2024}}';
  const { warnings, rollout } = await rolloutOf(planOf(keys), { 'departements.csv': sortiesCsv });
  expect(warnings.map(({ code }) => code)).toEqual(['unknown-territory']);
  expect(rollout.territories.filter(({ role }) => role === 'treated').map(({ name }) => name)).toEqual([
    'A',
    'B',
    'C',
  ]);
});

/** Fourteen territories, one entry a day and territory; after its start, ten more people in a hundred find a job. */
function followedPeople(): { readonly csv: string; readonly arrivals: string } {
  const random = seededRandom(5);
  const people = ['id,dep,entree,emploi'];
  const arrivals = ['dep,jour'];
  for (let k = 0; k < 14; k++) {
    const start = k < 5 ? 6 : k < 9 ? 9 : null;
    arrivals.push(
      `T${k},${start === null ? '' : new Date(Date.UTC(2023, start, 1)).toISOString().slice(0, 10)}`,
    );
    const base = 0.25 + 0.02 * normalDraw(random);
    for (let month = 0; month < 14; month++) {
      const chance = base + (start !== null && month >= start ? 0.1 : 0);
      for (let i = 0; i < 90; i++) {
        const entry = Date.UTC(2023, month, 1 + (i % 28));
        const day = (time: number) => new Date(time).toISOString().slice(0, 10);
        const hired = random() < chance ? day(entry + 86_400_000 * (1 + Math.floor(60 * random()))) : '';
        people.push(`${people.length},T${k},${day(entry)},${hired}`);
      }
    }
  }
  return { csv: people.join('\n'), arrivals: arrivals.join('\n') };
}

test('people followed: incidence by territory and entry month, late months kept out, the true effect within the interval', async () => {
  const { csv, arrivals } = followedPeople();
  const plan = `${head}sources:
  gens: {kind: units, files: [gens.csv], subject: id, entry: entree, time: emploi, attributes: {dep: dep}, complete_through: 2024-03-15}
  arrivees: {kind: territories, files: [arrivees.csv], territory: dep, started: jour}
indicators:
  - {id: emploi, name: Emploi, method: follow-up, population: gens, horizons: [60d, 90d], comparison: {design: rollout, territory: dep, started: arrivees}}
`;
  const [measure] = (await measuredFromFiles(plan, { 'gens.csv': csv, 'arrivees.csv': arrivals })).measures;
  if (measure?.method !== 'follow-up') throw new Error('no measure');
  expect(JSON.stringify(measure)).not.toMatch(/NaN|Infinity/);
  const differences = measure.effects.filter(({ measure: kind }) => kind === 'difference');
  expect(differences.map(({ horizon, estimand }) => [horizon, estimand])).toEqual([
    [60, 'att'],
    [90, 'att'],
  ]);
  expect(measure.rollout?.corrections?.map(({ horizon }) => horizon)).toEqual([60, 90]);
  expect(spaced(measure.rollout?.notes ?? [])).toContain(
    'L’effet est lu à 2 horizons (60 et 90 jours) : en corrigeant de ces lectures multiples (Holm), chacun reste',
  );
  for (const effect of differences) {
    if (effect.kind !== 'estimate') throw new Error(effect.sentence);
    expect(effect.lower).toBeLessThan(0.1);
    expect(effect.upper).toBeGreaterThan(0.1);
    expect(effect.lower).toBeGreaterThan(0);
  }
  expect(measure.rollout?.immature).toEqual(['2023-12', '2024-01', '2024-02']);
  const late = measure.rollout?.groupTime.filter(({ time }) => time >= '2023-12') ?? [];
  expect(late.length).toBeGreaterThan(0);
  expect(late.every((row) => row.kind === 'insufficient' && row.reason === 'not-mature')).toBe(true);
  expect(measure.evidence.level).toBe(4);
  expect(measure.headline.effect?.horizon).toBe(90);
});

const shares = (start: number) =>
  [
    'dep,mois,n,sur,debut',
    ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].flatMap((dep, k) =>
      Array.from(
        { length: 6 },
        (_, t) =>
          `${dep},2024-0${t + 1},${20 + ((k * 3 + t * 5) % 4) + (k < 4 && t > 2 ? start : 0)},100,${k < 4 ? '2024-04-01' : ''}`,
      ),
    ),
  ].join('\n');
const shareSource = 'period: mois, numerator: n, denominator: sur, started: debut';
const spaced = (texts: readonly string[]) => texts.join(' ').replace(/\s/g, ' ');

test('a decision on shares: chances, cost of one more outcome from the people served, why waiting is not priced', async () => {
  const keys =
    'comparison: {design: rollout, weighting: size}, decision: {threshold: 0.05, cost: 6000, value_per_outcome: 100}';
  const { decision, effects } = await rolloutOf(planOf(keys, shareSource), {
    'departements.csv': shares(15),
  });
  const [difference, ratio] = effects;
  if (difference?.kind !== 'estimate' || ratio?.kind !== 'estimate') throw new Error('an effect');
  // Four territories of 100 people over three months: 1,200 people, 5 € each.
  expect(decision?.costPerOutcome?.value).toBeCloseTo(5 / difference.value, 6);
  expect(decision?.verdict).toBe('matters');
  expect(spaced(decision?.sentences ?? [])).toMatch(
    /^Plus de 99 chances sur 100 que l’effet dépasse le seuil fixé \(5 points\) ; plus de 99 chances sur 100 qu’il soit positif. Estimation : \+\d\d,\d points\./,
  );
  expect(spaced(decision?.sentences ?? [])).toContain('Ce que vaudrait d’attendre n’est pas chiffré');
  expect(ratio.value).toBeCloseTo(difference.withService / difference.withoutService, 10);
  expect(ratio.lower).toBeCloseTo(difference.withService / (difference.withService - difference.lower), 10);
});

test('a decision on values is said in their unit; euros wait for people', async () => {
  const keys = 'comparison: {design: rollout}, decision: {threshold: 3, cost: 6000}';
  const { decision, effects } = await rolloutOf(planOf(keys), { 'departements.csv': sortiesCsv });
  expect(effects.map(({ measure }) => measure)).toEqual(['difference', 'ratio']);
  expect(decision?.costPerOutcome).toBeNull();
  expect(spaced(decision?.sentences ?? [])).toMatch(
    /chances sur 100 que l’effet dépasse le seuil fixé \(3,0 sorties\).*Estimation : \+\d,\d sorties\..*Le coût d’un effet supplémentaire n’est pas donné/,
  );
});

test('no ratio where what was expected could be nothing, or values are negative: why, in a sentence', async () => {
  const negative = sortiesCsv.replace('J;2022;;44', 'J;2022;;-44');
  const { effects } = await rolloutOf(planOf('comparison: {design: rollout}'), {
    'departements.csv': negative,
  });
  expect(effects[1]).toMatchObject({ kind: 'insufficient', measure: 'ratio' });
});
