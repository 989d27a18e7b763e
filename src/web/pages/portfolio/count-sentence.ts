import { counted, frenchNumber } from '../../../platform/french/number.ts';

interface Counts {
  readonly total: number;
  readonly measured: number;
  /** Of those measured, with a comparison. */
  readonly compared: number;
}

/** How many services there are, how many publish a figure, how many of those compare, and what of the others. */
export function countSentence({ total, measured, compared }: Counts): string {
  if (total === 0) return 'Aucun service n’est encore inscrit ici.';
  const all = counted(total, 'service', 'services');
  if (measured === 0)
    return `${all}. Aucun ne publie encore de chiffre : voici, pour chacun, le prochain pas.`;
  return `${all}. ${publishing(measured, compared)}${others(total - measured)}`;
}

function publishing(measured: number, compared: number): string {
  const some = counted(measured, 'publie un chiffre', 'publient un chiffre');
  if (measured === 1) return `${some}, ${compared === 1 ? 'avec' : 'sans'} comparaison.`;
  if (compared === 0) return `${some}, aucun avec une comparaison.`;
  if (compared === measured) return `${some}, tous avec une comparaison.`;
  return `${some}, dont ${frenchNumber(compared)} avec une comparaison.`;
}

function others(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? ' Le dernier n’est pas encore mesuré : son prochain pas est dit.'
    : ` Les ${frenchNumber(count)} autres ne sont pas encore mesurés : leur prochain pas est dit.`;
}
