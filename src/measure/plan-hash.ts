import { createHash } from 'node:crypto';
import { canonicalPlan } from '../plan/canonical-plan.ts';
import type { Plan } from '../plan/plan.ts';

/** What measures call a plan by: the SHA-256 of its canonical text, 64 hexadecimal digits. */
export const planHash = (plan: Plan): string =>
  createHash('sha256').update(canonicalPlan(plan)).digest('hex');
