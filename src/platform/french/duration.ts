import { frenchNumber, tied } from './number.ts';

const words = [
  ...['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
  ...['treize', 'quatorze', 'quinze', 'seize'],
];

/**
 * A length of time in days as people say it: 180 → `six mois` (a month is 30 days, six months 182 or 183 too),
 * 365 → `un an`, 84 → `douze semaines`, 45 → `45 jours`.
 */
export function plainDuration(days: number): string {
  if (days > 0 && days % 365 === 0) return `${spelled(days / 365)} ${days < 730 ? 'an' : 'ans'}`;
  if (days === 366) return 'un an';
  if (days === 182 || days === 183) return 'six mois';
  if (days >= 30 && days < 720 && days % 30 === 0) return `${spelled(days / 30)} mois`;
  if (days >= 7 && days <= 16 * 7 && days % 7 === 0) {
    return days === 7 ? 'une semaine' : `${spelled(days / 7)} semaines`;
  }
  return exactDuration(days);
}

/** `180 jours`, for tables, axes and methods. */
export function exactDuration(days: number): string {
  return `${frenchNumber(days)}${tied}${days < 2 ? 'jour' : 'jours'}`;
}

/** `dans les six mois`, `dans l'année qui suit`, `dans les 45 jours`: within that many days. */
export function within(days: number): string {
  if (days === 365 || days === 366) return "dans l'année qui suit";
  if (days === 30) return 'dans le mois qui suit';
  if (days === 7) return 'dans la semaine qui suit';
  if (days === 1) return 'dans la journée qui suit';
  return `dans les ${plainDuration(days)}`;
}

function spelled(number: number): string {
  return words[number] ?? frenchNumber(number);
}
