import { z } from 'zod';
import { planDocument } from './document-schema.ts';

/** The published JSON Schema (draft 2020-12) of the plan document, for editors to complete and explain its keys. */
export function planJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(planDocument, { io: 'input', target: 'draft-2020-12', reused: 'ref' });
  const { $schema, ...rest } = schema;
  return {
    $schema,
    $id: 'urn:foulee:plan:1',
    title: 'Plan de mesure Foulée',
    description:
      "Plan de mesure d'un service public numérique : l'effet recherché, les sources et les indicateurs (impact.yaml).",
    ...rest,
  };
}
