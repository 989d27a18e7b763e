import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { cautiousFamily, coverageDocument } from './coverage-document.ts';
import { type Coverage, replicate, type World } from './replications.ts';
import { adjustedWorlds } from './worlds/adjusted.ts';
import { completeWorlds } from './worlds/complete.ts';
import { followedWorlds } from './worlds/followed.ts';
import { cautiousWorlds, planRolloutWorlds } from './worlds/plan-rollouts.ts';
import { randomisedWorlds } from './worlds/randomised.ts';
import { rolloutWorlds } from './worlds/rollouts.ts';
import { exactWorld, sampleWorlds } from './worlds/samples.ts';

interface Family {
  readonly worlds: readonly World[];
  /** Shares of the intervals that hold the truth which are accepted. */
  readonly bounds: readonly [number, number];
}

/** What a thousand replications may show of an interval of 95 %. */
const exact: Family['bounds'] = [0.93, 0.97];
/** Of one known to hold the truth more often than it says: never less than 95 %, up to chance, and not at any price. */
const cautious: Family['bounds'] = [0.93, 0.99];

const families: Readonly<Record<string, Family>> = {
  'Suivi dans le temps': { worlds: followedWorlds, bounds: exact },
  'Tirage au sort, suivi censuré': { worlds: randomisedWorlds, bounds: exact },
  'Comparaison ajustée, suivi censuré': { worlds: adjustedWorlds, bounds: exact },
  'Mesures complètes': { worlds: completeWorlds, bounds: exact },
  'Déploiement par territoires': { worlds: rolloutWorlds, bounds: exact },
  'Échantillons, appels, coût': { worlds: sampleWorlds, bounds: exact },
  'Déploiement depuis un plan': { worlds: planRolloutWorlds, bounds: exact },
  [cautiousFamily]: { worlds: cautiousWorlds, bounds: cautious },
};
const found = new Map<string, Coverage[]>();

/** A bias within four standard errors of the mean over the replications cannot be told from none. */
const noise = 4;

for (const [f, [family, { worlds, bounds }]] of Object.entries(families).entries()) {
  describe(family, () => {
    test.each(worlds.map((world, i) => [world.name, world, i] as const))('%s', (_, world, i) => {
      const coverage = replicate(world, 1_000 * (f + 1) + i);
      found.set(family, [...(found.get(family) ?? []), coverage]);
      expect(coverage.refused / coverage.replications).toBeLessThan(0.01);
      expect(coverage.covered).toBeGreaterThanOrEqual(bounds[0]);
      expect(coverage.covered).toBeLessThanOrEqual(bounds[1]);
      if (coverage.bias === null) return;
      const tolerated = Math.max(0.05 * Math.abs(world.truth), noise * coverage.biasError);
      expect(Math.abs(coverage.bias)).toBeLessThan(tolerated);
    });
  });
}

test('an exact interval covers at least what it says', () => {
  expect(replicate(exactWorld, 1).covered).toBeGreaterThanOrEqual(0.95 - 0.02);
});

afterAll(() => {
  const complete = Object.entries(families).every(
    ([family, { worlds }]) => found.get(family)?.length === worlds.length,
  );
  if (complete)
    writeFileSync(new URL('../docs/couverture-des-intervalles.md', import.meta.url), coverageDocument(found));
});
