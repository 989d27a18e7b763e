import { type RouteConfig, z } from '@hono/zod-openapi';
import { correctionShape } from '../../../publish/ledger/remote-ledger.ts';
import { problemResponse } from '../../api/describe.ts';
import { publicationLinkShape, publicationShape } from '../../api/shapes.ts';

/** The name of the key in the OpenAPI document. */
export const keyScheme = 'cle';

/** A publication, and what was said of it since. */
const ledgerEntryShape = z.intersection(
  publicationShape,
  z.object({ corrections: z.array(correctionShape) }),
);

const params = z.object({ service: z.string() });
const refused = {
  401: problemResponse('Clé absente, inconnue ou révoquée'),
  404: problemResponse('Aucun service de ce nom que cette clé puisse servir'),
};

/** How the OpenAPI document says what a program does with a key. */
export const publishing: readonly RouteConfig[] = [
  {
    method: 'post',
    path: '/services/{service}/publications',
    summary: 'Publie, avec une clé, une publication figée là où sont les données',
    security: [{ [keyScheme]: [] }],
    request: {
      params,
      body: { required: true, content: { 'application/json': { schema: publicationShape } } },
    },
    responses: {
      201: {
        description: 'Publiée ; l’en-tête Location donne son adresse',
        content: { 'application/json': { schema: publicationLinkShape } },
      },
      ...refused,
      409: problemResponse('Elle ne suit pas la dernière publication, ou elle est déjà publiée'),
      413: problemResponse('Elle dépasse la taille acceptée'),
      422: problemResponse('Modifiée, d’un autre service, ou contraire au secret statistique'),
    },
  },
  {
    method: 'get',
    path: '/services/{service}/ledger',
    summary: 'Avec une clé : toutes les publications entières, la plus ancienne d’abord, retirées comprises',
    security: [{ [keyScheme]: [] }],
    request: { params },
    responses: {
      200: {
        description: 'De quoi préparer la publication suivante sans rien révéler en les recoupant',
        content: { 'application/json': { schema: z.array(ledgerEntryShape) } },
      },
      ...refused,
    },
  },
];
