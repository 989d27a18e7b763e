import { type RouteConfig, z } from '@hono/zod-openapi';
import { problemResponse } from '../api/describe.ts';
import { mostBatchBytes, mostBatchRows } from './read-rows.ts';

/** The name of the key in the OpenAPI document. */
export const sendingKeyScheme = 'cle-de-collecte';

const row = z.record(z.string(), z.unknown()).openapi({
  description:
    'Les champs nommés par la source dans le plan, et « _id » : un texte propre à la ligne, le même quand elle est renvoyée. Le reste est oublié.',
});

const receipt = z.object({
  received: z.number().int().openapi({ description: 'Lignes prises, écrites sur le disque' }),
  known: z.number().int().openapi({ description: 'Lignes déjà reçues, qui ne comptent pas deux fois' }),
  refused: z.number().int(),
  faults: z.array(
    z.object({
      row: z.number().int().openapi({ description: 'Rang de la ligne dans l’envoi, à partir de 1' }),
      field: z.string().nullable(),
      what: z.string(),
      expected: z.string(),
    }),
  ),
});

const answer = (description: string) => ({
  description,
  content: { 'application/json': { schema: receipt } },
});

/** How the OpenAPI document of the site at `address` says what a program sends with a key. */
export const collecting = (address: string): RouteConfig => ({
  method: 'post',
  path: '/api/collecte/{service}/{source}',
  servers: [{ url: address }],
  summary: `Envoie une ligne ou un lot (au plus ${mostBatchRows} lignes et ${mostBatchBytes / 1e6} Mo) à une source du plan`,
  security: [{ [sendingKeyScheme]: [] }],
  request: {
    params: z.object({ service: z.string(), source: z.string() }),
    headers: z.object({
      'idempotency-key': z.string().max(200).optional().openapi({
        description: 'Le même quand le même lot est renvoyé : ses lignes ne comptent pas deux fois',
      }),
    }),
    body: {
      required: true,
      content: {
        'application/json': { schema: z.union([row, z.array(row)]) },
        'application/x-ndjson': { schema: z.string() },
      },
    },
  },
  responses: {
    200: answer(
      'Sur le disque : les lignes prises y sont pour de bon. Celles à corriger sont dites une à une',
    ),
    400: problemResponse('L’envoi n’est pas lisible'),
    401: problemResponse('Clé absente, inconnue ou révoquée'),
    403: problemResponse('Cette clé ne sert pas depuis cette page web'),
    404: problemResponse('Cette source n’est pas reçue ici avec cette clé'),
    413: problemResponse('L’envoi dépasse la taille acceptée'),
    415: problemResponse('Format inconnu'),
    422: answer('Aucune ligne n’a pu être prise'),
    503: problemResponse('Trop d’envois en ce moment : renvoyer après le délai de l’en-tête Retry-After'),
  },
});
