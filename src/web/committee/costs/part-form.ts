import type { Allocation } from '../../../committee/costs/allocation.ts';
import { percentText } from '../../../committee/costs/percent-text.ts';
import type { NewAllocation } from '../../../committee/costs/set-allocation.ts';
import type { Problems } from '../../projects/project-fields.tsx';

export type ReadPart =
  | { readonly kind: 'part'; readonly part: NewAllocation }
  | { readonly kind: 'faults'; readonly problems: Problems };

const mostReason = 1000;

/** A part of the budget as the form says it, or what is to be mended, field by field. */
export function readPart(
  form: ReadonlyMap<string, string>,
  effects: ReadonlyMap<string, string>,
  standing: readonly Allocation[],
): ReadPart {
  const indicator = form.get('effet') ?? '';
  const problems: Record<string, string> = {};
  if (!effects.has(indicator)) problems.effet = 'Choisissez un effet de la liste.';
  const written = (form.get('part') ?? '').replace(/[\s\u00a0\u202f%]/g, '').replace(',', '.');
  const percent = /^\d{1,3}(\.\d{1,2})?$/.test(written) ? Number(written) : null;
  const taken = standing.reduce((sum, one) => (one.indicator === indicator ? sum : sum + one.share), 0);
  if (percent === null || percent > 100)
    problems.part = 'Écrivez un nombre entre 0 et 100, avec deux décimales au plus : 40 pour 40 %.';
  else if (Math.round(taken * 10_000 + percent * 100) > 10_000)
    problems.part = `Les parts dépasseraient le budget entier : il reste ${percentText(1 - taken)} à répartir. Diminuez celle-ci, ou d’abord une autre.`;
  const reason = (form.get('raison') ?? '').trim();
  if (reason.length > mostReason) problems.raison = `C’est trop long : ${mostReason} caractères au plus.`;
  if (reason === '') problems.raison = 'Écrivez pourquoi cette part : chacun la lira à côté du coût.';
  if (percent === null || Object.keys(problems).length > 0) return { kind: 'faults', problems };
  return { kind: 'part', part: { indicator, share: percent / 100, reason } };
}
