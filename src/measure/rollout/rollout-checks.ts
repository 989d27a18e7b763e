import { counted, frenchNumber } from '../../platform/french/number.ts';
import type { Check } from '../measure.ts';
import type { SortedTerritories } from './rollout-territories.ts';

/** Fewer territories on one side: the interval rests on too little (docs/methodes/deploiement-par-territoires.md). */
const enoughTerritories = 5;
const mostLeftOut = 0.2;

export const checkNames = {
  parallel: 'évolution semblable avant',
  territories: 'assez de territoires',
  complete: 'territoires observés partout',
  comparable: 'quelqu’un à qui comparer',
  fit: 'mélange fidèle avant',
  placebos: 'écart comparé aux autres',
  pool: 'assez de territoires pour juger',
  before: 'passé assez long',
} as const;

/** Territories treated and to compare with. */
export function enoughTerritoriesCheck(treated: number, controls: number): Check {
  const fewest = Math.min(treated, controls);
  const sides = `${counted(treated, 'territoire équipé', 'territoires équipés')}, ${frenchNumber(controls)} à comparer (ceux qui attendent compris)`;
  const passed = fewest >= enoughTerritories;
  return {
    name: checkNames.territories,
    status: passed ? 'passed' : 'failed',
    figure: fewest,
    sentence: passed
      ? `Assez de territoires de chaque côté : ${sides}.`
      : `Peu de territoires (${sides}) : l’intervalle repose sur trop peu de cas pour qu’on s’y fie.`,
  };
}

/** Territories left out because a value, or the size they would count for, is missing. */
export function completeCheck({ treated, controls, incomplete, sizeless }: SortedTerritories): Check {
  const without = incomplete.length + sizeless.length;
  const all = treated.length + controls.length + without;
  const share = all === 0 ? 0 : without / all;
  const passed = share <= mostLeftOut;
  const left = counted(without, 'territoire est écarté', 'territoires sont écartés');
  return {
    name: checkNames.complete,
    status: passed ? 'passed' : 'failed',
    figure: share,
    sentence:
      without === 0
        ? 'Tous les territoires comparés sont observés à chaque période.'
        : `${left} sur ${frenchNumber(all)}, faute d’une valeur à chaque période${sizeless.length === 0 ? '' : ', ou d’une taille'}${passed ? '' : ' : ceux qui restent ne représentent plus l’ensemble'}.`,
  };
}
