import { z } from '@hono/zod-openapi';
import { stateNames } from '../../../committee/review/service-state.ts';
import { knownLevels } from '../level-names.ts';

/** What a visitor asks of the portfolio, read from the address; what is not understood is left out. */
export const portfolioQuery = z.object({
  recherche: z.string().trim().max(100).catch(''),
  domaine: z.enum(['social', 'environmental', 'economic']).nullable().catch(null),
  organisation: z.string().trim().min(1).max(120).nullable().catch(null),
  phase: z.string().trim().min(1).max(60).nullable().catch(null),
  preuve: z.enum(knownLevels).nullable().catch(null),
  fraicheur: z.enum(['a-jour', 'ancien', 'non-mesure']).nullable().catch(null),
  relecture: z.enum(stateNames).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type PortfolioQuery = z.infer<typeof portfolioQuery>;

/** The address of the same list with other values; empty ones are left out. */
export function portfolioAddress(query: PortfolioQuery, change: Partial<PortfolioQuery>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...change })) {
    if (value === null || value === '' || (name === 'page' && value === 1)) continue;
    parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '/' : `/?${text}`;
}
