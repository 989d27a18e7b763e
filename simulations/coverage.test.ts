import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { coverageDocument } from './coverage-document.ts';
import { type Coverage, replicate, type World } from './replications.ts';
import { adjustedWorlds } from './worlds/adjusted.ts';
import { completeWorlds } from './worlds/complete.ts';
import { followedWorlds } from './worlds/followed.ts';
import { planRolloutWorlds } from './worlds/plan-rollouts.ts';
import { randomisedWorlds } from './worlds/randomised.ts';
import { rolloutWorlds } from './worlds/rollouts.ts';
import { exactWorld, sampleWorlds } from './worlds/samples.ts';

/** Shares of the intervals of 95 % that may hold the truth over a thousand replications. */
const [fewest, most] = [0.93, 0.97];

const families: Readonly<Record<string, readonly World[]>> = {
  'Suivi dans le temps': followedWorlds,
  'Tirage au sort, suivi censuré': randomisedWorlds,
  'Comparaison ajustée, suivi censuré': adjustedWorlds,
  'Mesures complètes': completeWorlds,
  'Déploiement par territoires': rolloutWorlds,
  'Échantillons, appels, coût': sampleWorlds,
  'Déploiement depuis un plan': planRolloutWorlds,
};
const found = new Map<string, Coverage[]>();

/** A bias within four standard errors of the mean over the replications cannot be told from none. */
const noise = 4;

for (const [f, [family, worlds]] of Object.entries(families).entries()) {
  describe(family, () => {
    test.each(worlds.map((world, i) => [world.name, world, i] as const))('%s', (_, world, i) => {
      const coverage = replicate(world, 1_000 * (f + 1) + i);
      found.set(family, [...(found.get(family) ?? []), coverage]);
      expect(coverage.refused / coverage.replications).toBeLessThan(0.01);
      expect(coverage.covered).toBeGreaterThanOrEqual(fewest);
      expect(coverage.covered).toBeLessThanOrEqual(most);
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
    ([family, worlds]) => found.get(family)?.length === worlds.length,
  );
  if (complete)
    writeFileSync(new URL('../docs/couverture-des-intervalles.md', import.meta.url), coverageDocument(found));
});
