import { z } from '@hono/zod-openapi';
import { costsShape } from './cost-shapes.ts';
import type { Reading } from './describe.ts';
import {
  correctionShape,
  decisionShape,
  measureShape,
  publicationLinkShape,
  publicationShape,
  registrationShape,
  serviceShape,
  servicesShape,
} from './shapes.ts';

export const servicesQuery = z.object({
  published: z.enum(['true', 'false']).optional().describe('`true` : seulement ceux qui publient un chiffre'),
});

/** Everything the API reads. */
export const readings = {
  services: { path: '/services', summary: 'Tous les services', schema: servicesShape, query: servicesQuery },
  service: { path: '/services/{service}', summary: 'Un service', schema: serviceShape },
  indicators: {
    path: '/services/{service}/indicators',
    summary: 'Les indicateurs de la dernière publication',
    schema: z.array(measureShape),
  },
  indicator: {
    path: '/services/{service}/indicators/{indicator}',
    summary: 'Un indicateur de la dernière publication',
    schema: measureShape,
  },
  publications: {
    path: '/services/{service}/publications',
    summary: 'Toutes les publications, la plus récente d’abord',
    schema: z.array(publicationLinkShape),
  },
  publication: {
    path: '/services/{service}/publications/{publication}',
    summary: 'Une publication : `latest`, son jour (AAAA-MM-JJ) ou son numéro',
    schema: publicationShape,
  },
  plan: {
    path: '/services/{service}/plans/{plan}',
    summary: 'Une version du plan de mesure, par son empreinte',
    schema: z.record(z.string(), z.unknown()),
  },
  registrations: {
    path: '/services/{service}/registrations',
    summary: 'Ce que les versions du plan ont annoncé, et si c’était avant d’avoir regardé les effets',
    schema: z.array(registrationShape),
  },
  costs: {
    path: '/services/{service}/costs',
    summary:
      'Ce que coûtent le service, un usage et un effet, d’après ses budgets publics et sa dernière publication',
    schema: costsShape,
  },
  decisions: {
    path: '/services/{service}/decisions',
    summary: 'Ce que les comités ont décidé et rendu public, la plus récente d’abord',
    schema: z.array(decisionShape),
  },
  corrections: {
    path: '/corrections',
    summary: 'Le registre des corrections',
    schema: z.array(correctionShape),
  },
} as const satisfies Readonly<Record<string, Reading>>;
