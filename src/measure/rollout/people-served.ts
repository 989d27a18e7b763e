import type { MeasuredRollout } from './measured-rollout.ts';
import type { Panel } from './panel.ts';

/** People in the territories with the service, once they have it, whether followed to the end or not. */
export function peopleServed({ territories, periods }: Panel, rollout: MeasuredRollout): number {
  const treated = new Set(
    rollout.territories.flatMap(({ name, role }) => (role === 'treated' ? [name] : [])),
  );
  return territories.reduce((sum, { name, started, sizes, people }) => {
    if (started === null || !treated.has(name)) return sum;
    const behind = people ?? sizes;
    return periods.reduce((own, period, p) => (period >= started ? own + (behind[p] ?? 0) : own), sum);
  }, 0);
}
