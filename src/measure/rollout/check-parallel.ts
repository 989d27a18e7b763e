import { type PretrendTest, pretrendTest } from '../../statistics/pretrend-test.ts';
import type { Check } from '../measure.ts';
import type { EventStudy } from './measured-rollout.ts';
import { checkNames } from './rollout-checks.ts';
import type { StaggeredStudy } from './staggered-study.ts';

/** A joint test needs this many territories for each effect it bears on: with fewer, it cries wolf. */
const territoriesPerCell = 10;

/** Whether the joint test of all effects before the service can be trusted with so many territories. */
export function jointPretrend({ cells, design, clusters }: StaggeredStudy): PretrendTest | null {
  const { anticipation } = design;
  const before = cells.filter((cell) => cell.kind === 'estimate' && cell.time < cell.group - anticipation);
  const units = clusters === undefined ? design.units.length : new Set(clusters).size;
  if (before.length * territoriesPerCell > units) return null;
  return pretrendTest(cells, { anticipation, ...(clusters === undefined ? {} : { clusters }) });
}

/**
 * Did territories already move apart before the service? The joint test when territories are many; otherwise, whether
 * the event study's band leaves zero at some point before.
 */
export function checkParallel(study: StaggeredStudy, { points }: EventStudy): Check {
  const name = checkNames.parallel;
  const joint = jointPretrend(study);
  if (joint !== null && joint.status !== 'not-applicable')
    return { name, status: joint.status, figure: joint.pValue, sentence: joint.sentence };
  const { anticipation } = study.design;
  const before = points.filter(({ since }) => since < -anticipation);
  const banded = before.flatMap(({ att, bandLower, bandUpper }) =>
    bandLower === null || bandUpper === null ? [] : [{ att, bandLower, bandUpper }],
  );
  if (banded.length === 0)
    return {
      name,
      status: 'not-applicable',
      figure: null,
      sentence:
        'Rien ne permet de vérifier que les territoires évoluaient de la même façon : il faudrait au moins deux périodes avant l’arrivée du service, et des valeurs qui varient.',
    };
  const outside = banded.filter(({ bandLower, bandUpper }) => bandLower > 0 || bandUpper < 0).length;
  const largest = Math.max(...banded.map(({ att }) => Math.abs(att)));
  return outside === 0
    ? {
        name,
        status: 'passed',
        figure: largest,
        sentence:
          'Avant l’arrivée du service, aucune période ne montre d’écart qui se distingue du hasard entre territoires équipés et autres ; cela ne prouve pas qu’ils seraient restés parallèles.',
      }
    : {
        name,
        status: 'failed',
        figure: largest,
        sentence:
          'Avant même l’arrivée du service, les territoires équipés et les autres évoluaient déjà différemment : l’écart mesuré ensuite ne peut pas être attribué au service.',
      };
}
