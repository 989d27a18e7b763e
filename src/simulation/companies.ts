import { createDraws, streams } from './draws.ts';
import { siretOf } from './identifiers.ts';

/** What the register says of an establishment, ready to be written. */
export interface Company {
  readonly siret: string;
  readonly postcode: string;
  readonly occupation: string;
  /** Columns `kc_siret` to `dn_tailleetablissement` of the register. */
  readonly registerHead: string;
  /** Columns `dc_privepublic` and `dc_commune_id`. */
  readonly sector: string;
}

const activities = ['4711F', '5610C', '8810A', '4120A', '7820Z', '8610Z', '4941A', '8121Z', '1071C', '6201Z'];
const occupations = [
  'D1106',
  'G1602',
  'K1302',
  'F1703',
  'N1101',
  'J1506',
  'N4101',
  'K2204',
  'D1102',
  'M1805',
];
export const jobs = [
  'vente',
  'cuisine',
  'aide à domicile',
  'maçonnerie',
  'manutention',
  'soins infirmiers',
  'conduite',
  'nettoyage',
  'boulangerie',
  'informatique',
];
const streets = ['RUE DE LA GARE', 'AVENUE JEAN JAURES', 'PLACE DE LA MAIRIE', 'ZONE INDUSTRIELLE NORD'];

/** Establishments never exceed this number, so that memory does not grow with the world. */
const mostCompanies = 60_000;

/** Number of establishments for a number of people followed. */
export const companyCount = (persons: number): number =>
  Math.max(400, Math.min(mostCompanies, Math.round(persons / 8)));

export function createCompanies(seed: number, count: number): readonly Company[] {
  const draws = createDraws(seed);
  return Array.from({ length: count }, (_, i) => {
    draws.start(streams.company, i);
    const activity = draws.below(activities.length);
    const department = String(1 + draws.below(95)).padStart(2, '0');
    const postcode = `${department}${String(10 * draws.below(100)).padStart(3, '0')}`;
    const siret = siretOf(seed, i);
    const street = `${1 + draws.below(120)} ${streets[draws.below(streets.length)] ?? ''}`;
    const size = Math.max(1, Math.round(4 * draws.exponential() ** 2));
    return {
      siret,
      postcode,
      occupation: occupations[activity] ?? '',
      registerHead: `${siret}|${activities[activity] ?? ''}|${street}|${postcode}|COMMUNE ${postcode}|${size}|`,
      sector: `${draws.chance(0.08) ? 0 : 1}|${postcode}`,
    };
  });
}

/** Rank of a company drawn with a few much more popular than the others. */
export const popularCompany = (uniform: number, count: number): number =>
  Math.floor(count * uniform * Math.sqrt(uniform));
