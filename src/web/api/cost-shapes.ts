import { z } from '@hono/zod-openapi';

const period = { from: z.string().describe('AAAA-MM-JJ'), until: z.string().describe('AAAA-MM-JJ, compris') };

const unitCostShape = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('cost'),
      value: z.number().describe('En euros'),
      lower: z.number().nullable().describe('Intervalle ; null : le diviseur est compté, il n’y en a pas'),
      upper: z.number().nullable(),
      unit: z.string(),
      indicator: z.string().nullable().describe('null : un chiffre que le service déclare'),
      horizon: z.number().nullable().describe('Jours après l’usage où l’effet est lu'),
      budget: z.object({
        ...period,
        euros: z.number().describe('La part du budget comptée'),
        forecastEuros: z.number().describe('De cette part, ce qui est prévu et non encore constaté'),
        share: z.number().describe('Du budget entier, entre 0 et 1'),
      }),
      divisor: z.number(),
      sentence: z.string(),
      basis: z.string(),
    }),
    z.object({
      kind: z.literal('insufficient'),
      reason: z.string(),
      sentence: z.string(),
      atLeast: z
        .number()
        .nullable()
        .describe('En euros : ce dont le coût ne peut être inférieur, quand on le sait'),
    }),
  ])
  .openapi('CoutUnitaire');

export const costsShape = z
  .object({
    service: z.string(),
    year: z
      .discriminatedUnion('kind', [
        z.object({
          kind: z.literal('costs'),
          ...period,
          euros: z.number(),
          forecastEuros: z.number(),
          coveredDays: z.number().int(),
          days: z.number().int(),
        }),
        z.object({ kind: z.literal('unknown'), sentence: z.string() }),
      ])
      .describe('Les 365 derniers jours'),
    publication: z.string().nullable().describe('Empreinte de la publication des effets'),
    perUse: unitCostShape,
    perUsefulUse: unitCostShape,
    perObservedOutcome: unitCostShape.describe('Par effet constaté, qu’il soit dû au service ou non'),
    perAdditionalOutcome: unitCostShape.describe('Par effet qui ne serait pas arrivé sans le service'),
    allocation: z
      .array(z.object({ indicator: z.string(), share: z.number(), sentence: z.string() }))
      .describe('La part du budget comptée pour chaque effet, et pourquoi'),
    links: z.object({ budget: z.string() }),
  })
  .openapi('Couts');
