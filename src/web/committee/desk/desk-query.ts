import { z } from 'zod';
import type { DeskQuery } from '../../../committee/desk/narrow-desk.ts';
import { stateNames } from '../../../committee/review/service-state.ts';

const text = z.string().trim().min(1).max(200).nullable().catch(null);

/** What is asked of the desk, read from the address; what is not understood is left out. */
const shape = z.object({
  recherche: z.string().trim().max(100).catch(''),
  organisation: text,
  incubateur: text,
  phase: text,
  preuve: z.coerce.number().int().min(0).max(5).nullable().catch(null),
  relecture: z.enum(stateNames).nullable().catch(null),
  suggestion: z.enum(['accelerate', 'continue', 'slow-down', 'stop', 'cannot-tell']).nullable().catch(null),
  'a-faire': z
    .enum(['any', 'money', 'provisional', 'decide', 'freeze', 'late', 'check'])
    .nullable()
    .catch(null),
  ordre: z.enum(['comite', 'nom']).catch('comite'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type AskedDesk = z.infer<typeof shape>;

/** An empty choice asks nothing. */
export const readAsked = (query: Readonly<Record<string, string>>): AskedDesk =>
  shape.parse(Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')));

export const deskQuery = (asked: AskedDesk): DeskQuery => ({
  search: asked.recherche,
  organisation: asked.organisation,
  incubator: asked.incubateur,
  phase: asked.phase,
  level: asked.preuve,
  state: asked.relecture,
  answer: asked.suggestion,
  waiting: asked['a-faire'],
  order: asked.ordre === 'nom' ? 'name' : 'committee',
});

/** The address of the same list under `path`, with other values; empty ones and those by default are left out. */
export function askedAddress(path: string, asked: AskedDesk, change: Partial<AskedDesk> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...asked, ...change })) {
    const usual = value === null || value === '' || value === 'comite' || (name === 'page' && value === 1);
    if (!usual) parameters.set(name, String(value));
  }
  const written = parameters.toString();
  return written === '' ? path : `${path}?${written}`;
}
