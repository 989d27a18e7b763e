import { AccountRefusal } from './refusals.ts';

/**
 * The 14 digits of a SIRET as people write it, with spaces or points. Refuses what is not one, its check digit included:
 * Luhn's sum over the fourteen digits is a multiple of ten. Establishments of La Poste (SIREN 356 000 000) have more
 * numbers than that leaves: theirs may instead add up to a multiple of five (Insee, on the number SIRET).
 *
 * `readSiret('130 025 265 00013') === '13002526500013'`
 */
export function readSiret(written: string): string {
  const siret = written.replace(/[\s.]/g, '');
  if (siret === '') throw refused('Vous n’avez écrit aucun SIRET.');
  if (!/^\d+$/.test(siret)) throw refused('Un SIRET n’a que des chiffres.');
  if (siret.length === 9) throw refused('Ces 9 chiffres sont un SIREN : il manque les 5 de l’établissement.');
  if (siret.length !== 14) {
    throw refused(`Un SIRET a 14 chiffres ; vous en avez écrit ${Math.min(siret.length, 254)}.`);
  }
  if (luhnSum(siret) % 10 !== 0 && !isOfLaPoste(siret)) {
    throw refused('Ce SIRET n’existe pas : un de ses chiffres est faux, ou deux sont inversés.');
  }
  return siret;
}

/** `130 025 265 00013`. */
export const spacedSiret = (siret: string): string =>
  siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4');

const digitsOf = (siret: string): readonly number[] => [...siret].map(Number);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Every second digit from the right is doubled, the digits of what that gives added. */
const luhnSum = (siret: string): number =>
  sum(digitsOf(siret).map((digit, place) => (place % 2 === 0 ? sum(digitsOf(String(2 * digit))) : digit)));

const isOfLaPoste = (siret: string): boolean =>
  siret.startsWith('356000000') && sum(digitsOf(siret)) % 5 === 0;

const refused = (what: string) =>
  new AccountRefusal(
    400,
    'SIRET à corriger',
    `${what} Rien n’a été modifié.`,
    'Recopiez les 14 chiffres depuis l’avis de situation de l’établissement, ou depuis « Mon compte » d’une personne qui en vient.',
  );
