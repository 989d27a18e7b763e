import { z } from '@hono/zod-openapi';
import {
  caseDelays,
  caseDomains,
  caseMethods,
  outcomeSources,
  traps,
} from '../../../portfolio/cases/case.ts';
import type { CaseQuery } from '../../../portfolio/cases/find-cases.ts';

/** The choices of the form: their name in the address, their label, what leaves them open. */
export const caseChoices = [
  { key: 'domain', name: 'domaine', label: 'Domaine de l’effet', any: 'Tous', names: caseDomains },
  { key: 'method', name: 'methode', label: 'Façon de mesurer', any: 'Toutes', names: caseMethods },
  {
    key: 'source',
    name: 'source',
    label: 'Qui sait ce qui est arrivé',
    any: 'Toutes',
    names: outcomeSources,
  },
  { key: 'delay', name: 'delai', label: 'Délai de l’effet', any: 'Tous', names: caseDelays },
  { key: 'trap', name: 'piege', label: 'Ce qui a trompé', any: 'Tous les pièges', names: traps },
] as const;

const one = <T extends object>(names: T) =>
  z
    .string()
    .refine((asked): asked is string & keyof T => Object.hasOwn(names, asked))
    .nullable()
    .catch(null);

/** What a visitor asks of the library, read from the address; what is not understood is left out. */
export const caseQuery = z
  .object({
    recherche: z.string().trim().max(100).catch(''),
    domaine: one(caseDomains),
    methode: one(caseMethods),
    source: one(outcomeSources),
    delai: one(caseDelays),
    piege: one(traps),
  })
  .transform(
    ({ recherche, domaine, methode, source, delai, piege }): CaseQuery => ({
      search: recherche,
      domain: domaine,
      method: methode,
      source,
      delay: delai,
      trap: piege,
    }),
  );

export const isNarrowed = (query: CaseQuery): boolean =>
  query.search !== '' || caseChoices.some(({ key }) => query[key] !== null);
