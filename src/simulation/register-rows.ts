import type { Company } from './companies.ts';
import type { Draws } from './draws.ts';
import type { World } from './world.ts';

/** The 27 columns of an extract of pre-hiring declarations (DPAE). */
export const registerHeader = `${[
  'kc_siret',
  'dc_naf_id',
  'dc_adresse',
  'dc_codepostal',
  'commune',
  'dn_tailleetablissement',
  'dc_communenaissancepays',
  'kd_dateembauche',
  'dc_typecontrat_id',
  'dd_datefincdd',
  'dc_romev3_1_id',
  'dc_romev3_2_id',
  'kd_datecreation',
  'dc_privepublic',
  'dc_commune_id',
  'dc_natureemploi_id',
  'dc_qualitesalarie_id',
  'dn_dureetravailhebdo',
  'dn_dureetravailmensuelle',
  'dn_dureetravailannuelle',
  'nbrjourtravaille',
  'iiann',
  'dc_lblprioritede',
  'kn_trancheage',
  'duree_pec',
  'dc_ididentiteexterne',
  'premiere_embauche',
].join('|')}\n`;

/** What a declaration says of the person hired. */
export interface Declared {
  /** Empty when the declaration carries no identifier. */
  id: string;
  age: number;
  /** Days registered as a job seeker. */
  registered: number;
}

const birthplaces = ['FRANCE', 'FRANCE', 'FRANCE', 'FRANCE', 'PORTUGAL', 'MAROC', 'ALGERIE', 'ITALIE'];
const tooLong = 0.001;

/**
 * The text of one declaration, with its end of line. Contract 1 is fixed-term, 2 permanent, 3 temporary work; one
 * fixed-term contract in a thousand ends absurdly late, as in the real extracts.
 */
export function registerRow(
  world: World,
  draws: Draws,
  company: Company,
  declared: Declared,
  hireDay: number,
  createdDay: number,
  first: boolean,
): string {
  const { calendar } = world;
  const word = draws.word();
  const kind = (word & 0xff) / 256;
  const contract = kind < 0.45 ? 1 : kind < 0.65 ? 2 : 3;
  const length = draws.chance(tooLong) ? 1300 + draws.below(700) : 1 + Math.floor(draws.exponential() * 70);
  const end = contract === 1 ? `${calendar.iso(hireDay + length)} 00:00:00.0` : '';
  const fullTime = (word >>> 8) % 4 > 0;
  const hours = fullTime ? '35|151|1607' : '24|104|1102';
  const band = declared.age < 26 ? '- de 26 ans' : declared.age <= 50 ? 'entre 26 et 50 ans' : '+ de 50 ans';
  return `${company.registerHead}${birthplaces[(word >>> 12) & 7] ?? ''}|${calendar.iso(hireDay)} 00:00:00.0|${contract}|${end}|${company.occupation}||${calendar.iso(createdDay)} 00:00:00.0|${company.sector}|${contract}|${1 + ((word >>> 16) % 7)}|${hours}|${length}|${calendar.iso(hireDay).slice(0, 4)}||${band}|${declared.registered}|${declared.id}|${first ? 'Embauche' : 'Réembauche'}\n`;
}
