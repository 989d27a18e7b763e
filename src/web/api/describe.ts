import { type RouteConfig, z } from '@hono/zod-openapi';
import { problemShape } from './shapes.ts';

/** A refusal, in French, as a program reads it. */
export const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemShape } },
});

export interface Reading {
  /** As OpenAPI writes it: `/services/{service}`. */
  readonly path: string;
  readonly summary: string;
  readonly schema: z.ZodType;
  readonly query?: z.ZodObject;
}

/** How the OpenAPI document says one reading: its address, what it answers, and how it refuses. */
export function described({ path, summary, schema, query }: Reading): RouteConfig {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return {
    method: 'get',
    path,
    summary,
    security: [],
    request: {
      params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
      ...(query && { query }),
    },
    responses: {
      200: { description: summary, content: { 'application/json': { schema } } },
      400: problemResponse('La demande n’est pas comprise'),
      404: problemResponse('Rien à cette adresse'),
      410: problemResponse('Publication retirée'),
    },
  };
}

/** The same path as routes write it: `/services/:service`. */
export const routePath = ({ path }: Reading): string => path.replace(/\{(\w+)\}/g, ':$1');
