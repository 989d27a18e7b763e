import { drawnBySeed, drawnFromList, drawnPeople, drawnSizes } from '../../engine/drawn-people.ts';
import type { Engine } from '../../engine/port.ts';
import type { FollowUpIndicator } from '../../plan/plan.ts';
import { seededDraw } from '../../platform/seeded-draw.ts';
import type { ImportedSource } from '../../records/imported-source.ts';
import type { CountedRelation } from '../follow-up-inputs.ts';

/** What is counted: the source itself, or with the arm of each person when the plan says how they were drawn. */
export function drawnRelation({ comparison }: FollowUpIndicator, source: string): CountedRelation {
  const assignment = comparison?.assignment ?? null;
  if (assignment === null) return { relation: source, before: [] };
  const step =
    assignment.from === 'source'
      ? drawnFromList(source, assignment.source)
      : drawnBySeed(source, seededDraw(assignment.seed, assignment.arms));
  return { relation: drawnPeople, before: [step] };
}

/** The list of who was drawn, when the plan names one: an input like the others. */
export function assignmentRecords(
  { comparison }: FollowUpIndicator,
  records: ReadonlyMap<string, ImportedSource>,
): readonly ImportedSource[] {
  const assignment = comparison?.assignment;
  const found = assignment?.from === 'source' ? records.get(assignment.source) : undefined;
  return found === undefined ? [] : [found];
}

/** People drawn into each arm by that list, whether followed or not; null without a list. */
export async function drawnUnits(
  { comparison }: FollowUpIndicator,
  engine: Engine,
): Promise<ReadonlyMap<string, number> | null> {
  const assignment = comparison?.assignment;
  if (assignment?.from !== 'source') return null;
  const rows = await engine.query<{ arm: string | null; n: number }>(drawnSizes(assignment.source));
  return new Map(rows.flatMap(({ arm, n }) => (arm === null ? [] : [[arm, n] as const])));
}
