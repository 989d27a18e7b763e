import { describe, expect, test } from 'vitest';
import { covariateMatrix } from './covariates.ts';
import { type OfferedFollowUp, randomisedFollowUpEffects } from './randomised-follow-up.ts';
import { isRefused } from './refused.ts';
import { seededRandom } from './seeded-random.ts';
import { type CellFollowUp, weightedFollowUpEffect } from './weighted-follow-up.ts';

/** Sums identical people into counts. */
function gathered<T extends { readonly n: number }>(people: readonly T[]): T[] {
  const counts = new Map<string, T>();
  for (const person of people) {
    const key = JSON.stringify(person);
    const known = counts.get(key);
    counts.set(key, known === undefined ? person : { ...known, n: known.n + 1 });
  }
  return [...counts.values()];
}

/** Two cells; use and hazard both higher in the second. By day 10 without use 30 % or 60 %; use adds 10 points. */
function people(random: () => number, size: number): CellFollowUp[] {
  return Array.from({ length: size }, () => {
    const cell = random() < 0.5 ? 0 : 1;
    const treated = random() < (cell === 1 ? 0.7 : 0.3) ? 1 : 0;
    const byTen = (cell === 1 ? 0.6 : 0.3) + 0.1 * treated;
    const event = Math.ceil((10 * Math.log(1 - random())) / Math.log(1 - byTen));
    const followUp = 1 + Math.floor(25 * random());
    return {
      cell,
      treated,
      time: Math.min(event, followUp),
      status: event <= followUp ? 1 : 0,
      n: 1,
    } as const;
  });
}

/** Variance by leaving out one person of each row in turn. */
const jackknife = <T extends { readonly n: number }>(
  rows: readonly T[],
  value: number,
  estimate: (rows: readonly T[]) => number,
): number =>
  rows.reduce((sum, row, i) => {
    const without = rows.map((other, j) => (j === i ? { ...other, n: other.n - 1 } : other));
    return sum + row.n * (estimate(without) - value) ** 2;
  }, 0);

const covariates = covariateMatrix([{ name: 'zone', values: ['a', 'b'] }]);
const options = { estimand: 'ATE', horizons: [10], level: 0.95 } as const;

describe('weighted follow-up', () => {
  test('with one category, score, entropy and cells agree on estimate and error', () => {
    const rows = gathered(people(seededRandom(1), 700));
    const answers = (['inverse-probability', 'entropy', 'cells'] as const).map((weighting) =>
      weightedFollowUpEffect(rows, covariates, { ...options, weighting }),
    );
    const figures = answers.map((answer) => {
      const effect = isRefused(answer) ? undefined : answer.effects[0];
      if (effect?.kind !== 'estimate') throw new Error('no figure');
      return effect;
    });
    for (const figure of figures) {
      expect(figure.value).toBeCloseTo(figures[0]?.value ?? 0, 7);
      expect(figure.standardError).toBeCloseTo(figures[0]?.standardError ?? 0, 7);
    }
  });

  test('the error is close to the one found by leaving each person out in turn', () => {
    // Strong confounding: forgetting that the weights are estimated would miss by a fifth.
    const random = seededRandom(13);
    const rows = gathered(
      people(random, 400).map((p) => (p.cell === 1 ? { ...p, time: Math.min(p.time, 2), status: 1 } : p)),
    );
    for (const estimand of ['ATE', 'ATT'] as const)
      for (const weighting of ['inverse-probability', 'entropy', 'cells'] as const) {
        const figure = (counts: readonly CellFollowUp[]) => {
          const answer = weightedFollowUpEffect(counts, covariates, {
            ...options,
            horizons: [4],
            estimand,
            weighting,
          });
          const effect = isRefused(answer) ? undefined : answer.effects[0];
          if (effect?.kind !== 'estimate') throw new Error('no figure');
          return effect;
        };
        const { value, standardError } = figure(rows);
        expect(
          standardError / Math.sqrt(jackknife(rows, value, (counts) => figure(counts).value)),
        ).toBeCloseTo(1, 1);
      }
  });

  test('covers a known difference and ratio despite confounding and censoring, where the raw difference does not', () => {
    const random = seededRandom(6);
    const runs = 200;
    const covered = { difference: 0, ratio: 0, raw: 0 };
    for (let k = 0; k < runs; k++) {
      const rows = gathered(people(random, 600));
      const answer = weightedFollowUpEffect(rows, covariates, {
        ...options,
        weighting: 'inverse-probability',
      });
      if (isRefused(answer)) throw new Error(answer.sentence);
      for (const effect of answer.effects) {
        const truth = effect.measure === 'ratio' ? 0.55 / 0.45 : 0.1;
        if (effect.kind === 'estimate' && effect.lower < truth && truth < effect.upper)
          covered[effect.measure]++;
      }
      const raw = randomisedFollowUpEffects(
        rows.map(({ treated, ...row }) => ({ ...row, assigned: treated })),
        options,
      );
      const [plain] = isRefused(raw) ? [] : raw;
      if (plain?.kind === 'estimate' && plain.lower < 0.1 && 0.1 < plain.upper) covered.raw++;
    }
    expect(covered.difference / runs).toBeGreaterThan(0.91);
    expect(covered.difference / runs).toBeLessThan(0.985);
    expect(covered.ratio / runs).toBeGreaterThan(0.91);
    expect(covered.raw / runs).toBeLessThan(0.6);
  });

  test('an immature arm, an arm without outcome, an empty arm and separation each say so', () => {
    const arm = (treated: 0 | 1, time: number, status: number, cell = 0) => ({
      cell,
      treated,
      time,
      status,
      n: 20,
    });
    const use = (rows: CellFollowUp[], weighting: 'cells' | 'inverse-probability' = 'cells') =>
      weightedFollowUpEffect(rows, covariates, { ...options, weighting });
    const young = use([arm(1, 4, 1), arm(1, 5, 0), arm(0, 4, 1), arm(0, 12, 0)]);
    expect(young).toMatchObject({
      effects: [{ kind: 'insufficient', reason: 'not-mature', value: null }, {}],
    });
    const none = use([arm(1, 4, 1), arm(1, 12, 0), arm(0, 12, 0)]);
    expect(none).toMatchObject({ effects: [{ kind: 'insufficient', reason: 'not-enough' }, {}] });
    expect(use([arm(1, 4, 1), arm(1, 12, 0)])).toMatchObject({ error: 'empty-group' });
    const apart = [arm(1, 4, 1), arm(1, 12, 0), arm(0, 4, 1, 1), arm(0, 12, 0, 1)];
    expect(use(apart)).toMatchObject({ error: 'not-identified' });
    expect(use(apart, 'inverse-probability')).toMatchObject({ error: 'not-identified' });
  });
});

describe('randomised follow-up with partial take-up', () => {
  /** Half take the service when offered, nobody otherwise; it raises the risk by day 10 from 30 % to 50 %. */
  const offered = (random: () => number, size: number): OfferedFollowUp[] =>
    Array.from({ length: size }, (_, i) => {
      const assigned = i % 2 === 0 ? 1 : 0;
      const received = assigned === 1 && random() < 0.5 ? 1 : 0;
      const event = Math.ceil((10 * Math.log(1 - random())) / Math.log(1 - (received ? 0.5 : 0.3)));
      const followUp = 6 + Math.floor(20 * random());
      return {
        assigned,
        received,
        time: Math.min(event, followUp),
        status: event <= followUp ? 1 : 0,
        n: 1,
      } as const;
    });

  test('covers the effect of the offer and that of the service', () => {
    const random = seededRandom(8);
    const runs = 200;
    const covered = { itt: 0, cace: 0 };
    for (let k = 0; k < runs; k++) {
      const effects = randomisedFollowUpEffects(gathered(offered(random, 800)), options);
      if (isRefused(effects)) throw new Error(effects.sentence);
      const [itt, , cace] = effects;
      if (itt?.kind === 'estimate' && itt.lower < 0.1 && 0.1 < itt.upper) covered.itt++;
      if (cace?.kind === 'estimate' && cace.lower < 0.2 && 0.2 < cace.upper) covered.cace++;
    }
    expect(covered.itt / runs).toBeGreaterThan(0.91);
    expect(covered.cace / runs).toBeGreaterThan(0.91);
    expect(Math.max(covered.itt, covered.cace) / runs).toBeLessThan(0.99);
  });

  test('its errors are close to those found by leaving each person out in turn', () => {
    const rows = gathered(
      offered(seededRandom(2), 300).map((p) => (p.received ? { ...p, status: 1, time: 3 } : p)),
    );
    const figures = (counts: readonly OfferedFollowUp[]) => {
      const effects = randomisedFollowUpEffects(counts, options);
      return isRefused(effects) ? [] : effects;
    };
    for (const k of [0, 2]) {
      const effect = figures(rows)[k];
      if (effect?.kind !== 'estimate') throw new Error('no figure');
      const variance = jackknife(rows, effect.value, (counts) => figures(counts)[k]?.value ?? Number.NaN);
      expect(effect.standardError / Math.sqrt(variance)).toBeCloseTo(1, 1);
    }
  });

  test('an offer that moves nothing does not identify the effect of use', () => {
    const rows = ([0, 1] as const).flatMap((assigned) =>
      ([0, 1] as const).flatMap((received) =>
        [0, 1].map((status) => ({ assigned, received, status, time: 10, n: 15 + status })),
      ),
    );
    const effects = randomisedFollowUpEffects(rows, options);
    expect(isRefused(effects) ? [] : effects[2]).toMatchObject({
      kind: 'insufficient',
      reason: 'not-identified',
      value: null,
    });
  });
});
