import { z } from 'zod';
import { expectation } from './expectation.ts';
import { indicator } from './indicator-schema.ts';
import { keys, oneOfValues, optional, text } from './schema-parts.ts';
import { serviceIdPattern } from './service-id.ts';
import { sources } from './source-schema.ts';

const service = keys({
  id: z
    .string({ error: expectation.serviceId })
    .regex(serviceIdPattern, { error: expectation.serviceId })
    .describe('Identifiant stable du service.'),
  name: text.describe('Nom du service.'),
  organisation: optional(text, 'Organisme qui porte le service.'),
  mission: optional(text, 'Mission du service, en une phrase.'),
});

const effect = keys({
  statement: text.describe('Ce qui va mieux dans le monde réel grâce au service, en une phrase.'),
  domain: oneOfValues(['social', 'environmental', 'economic']).describe(
    'Domaine : social, environmental (environnemental) ou economic (économique).',
  ),
  beneficiaries: optional(text, "Pour qui : les personnes dont la situation s'améliore."),
});

/** The plan as it is written: `impact.yaml`. */
export const planDocument = keys({
  foulee: z.literal(1, { error: expectation.version }).describe('Version du format du plan : 1.'),
  service: service.describe('Le service mesuré.'),
  effect: effect.describe("L'effet recherché."),
  sources: optional(
    sources,
    "Les sources : un nom, puis ce qu'elle contient et où elle se trouve. Aucune si tout est donné par le plan.",
  ).transform((given) => given ?? {}),
  indicators: z
    .array(indicator.describe('Un indicateur.'), { error: expectation.someIndicators })
    .min(1, { error: expectation.someIndicators })
    .describe('Les indicateurs, chacun avec sa règle de mesure.'),
});

export type PlanDocument = z.output<typeof planDocument>;
export type SourceDocument = PlanDocument['sources'][string];
export type IndicatorDocument = PlanDocument['indicators'][number];
