import { type RouteConfig, z } from '@hono/zod-openapi';
import { problemResponse } from '../api/describe.ts';
import { keyScheme } from '../team/api/describe-publishing.ts';

const params = z.object({ service: z.string() });
const refused = {
  401: problemResponse('Clé absente, inconnue ou révoquée'),
  404: problemResponse('Aucun service de ce nom que cette clé puisse servir, ou pas encore de plan'),
};
const version = z.object({
  version: z.number().int(),
  hash: z.string().describe('Empreinte du plan, celle que rappellent les mesures'),
  savedAt: z.string(),
});

/** How the OpenAPI document says what a program does with the plan of its service. */
export const planReadings: readonly RouteConfig[] = [
  {
    method: 'get',
    path: '/services/{service}/plan',
    summary: 'Avec une clé : le plan de mesure du service, tel qu’il est écrit',
    security: [{ [keyScheme]: [] }],
    request: { params },
    responses: {
      200: {
        description: 'La dernière version',
        content: {
          'application/json': { schema: version.extend({ note: z.string(), text: z.string() }) },
        },
      },
      ...refused,
    },
  },
  {
    method: 'put',
    path: '/services/{service}/plan',
    summary: 'Avec une clé : enregistre la version suivante du plan',
    security: [{ [keyScheme]: [] }],
    request: {
      params,
      query: z.object({
        after: z
          .string()
          .optional()
          .describe('La version d’où part ce texte ; 0, ou rien : il n’y en avait pas'),
        note: z.string().optional().describe('Pourquoi ce changement, en une phrase'),
      }),
      body: { required: true, content: { 'application/yaml': { schema: z.string() } } },
    },
    responses: {
      200: {
        description: 'Ce texte était déjà le plan',
        content: { 'application/json': { schema: version.extend({ saved: z.boolean() }) } },
      },
      201: {
        description: 'Enregistrée, datée',
        content: { 'application/json': { schema: version.extend({ saved: z.boolean() }) } },
      },
      ...refused,
      409: problemResponse('Une autre version a été enregistrée entre-temps'),
      413: problemResponse('Trop gros pour être un plan'),
      422: problemResponse(
        'Ce n’est pas un plan utilisable de ce service : chaque ligne à corriger est dite',
      ),
    },
  },
];
