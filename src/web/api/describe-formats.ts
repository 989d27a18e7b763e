import { type RouteConfig, z } from '@hono/zod-openapi';
import { problemResponse } from './describe.ts';

const service = z.object({ service: z.string() });
const refused = {
  404: problemResponse('Rien à cette adresse'),
  410: problemResponse('Publication retirée'),
};
const stats = z
  .object({
    description: z.string().describe('L’indicateur et sa phrase, en français'),
    stats: z.array(
      z.object({
        value: z.number().describe('Une part de personnes est donnée sur 100'),
        date: z.string().describe('Premier jour de la période, AAAA-MM-JJ'),
      }),
    ),
  })
  .openapi('Statistiques');

const csv = (path: string, summary: string, params?: z.ZodObject): RouteConfig => ({
  method: 'get',
  path,
  summary,
  security: [],
  request: params === undefined ? {} : { params },
  responses: {
    200: { description: summary, content: { 'text/csv': { schema: z.string() } } },
    ...(params === undefined ? {} : refused),
  },
});

/** How the OpenAPI document says the figures in the formats others read. */
export const formats: readonly RouteConfig[] = [
  {
    method: 'get',
    path: '/services/{service}/stats',
    summary: 'Le chiffre du service, période par période : le contrat « stats » de beta.gouv.fr',
    security: [],
    request: {
      params: service,
      query: z.object({
        periodicity: z.enum(['day', 'week', 'month', 'year']).optional().describe('`month` par défaut'),
        since: z
          .string()
          .regex(/^\d+$/)
          .optional()
          .describe('Combien de périodes : au plus 180 jours, 52 semaines, 24 mois, 3 ans'),
      }),
    },
    responses: {
      200: {
        description: 'Une valeur par période où quelque chose a été publié',
        content: { 'application/json': { schema: stats } },
      },
      400: problemResponse('La demande n’est pas comprise'),
      404: problemResponse('Rien à cette adresse'),
    },
  },
  csv('/services.csv', 'Tous les services, en tableau'),
  csv('/schema-impact.csv', 'Tous les chiffres, au schéma « impact d’un service public numérique » v0.5.0'),
  csv('/services/{service}/schema-impact.csv', 'Les chiffres du service, au même schéma', service),
  csv(
    '/services/{service}/tables/{table}',
    'Un tableau de la dernière publication, par son nom : la page de l’indicateur les donne',
    service.extend({ table: z.string() }),
  ),
  csv('/services/{service}/budget.csv', 'Les lignes du budget du service', service),
];
