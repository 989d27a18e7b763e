import { exactDuration } from '../../platform/french/duration.ts';
import { type Base, baseFor, outOf, people } from '../../platform/french/frequency.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { ProjectQuestion } from './question.ts';

/** Two shares told apart: « 14 sur 100 au lieu de 12 ». */
function instead(share: number, baseline: number): string {
  const [lower, upper] = share < baseline ? [share, baseline] : [baseline, share];
  return insteadOutOf(baseFor({ value: upper, lower, upper }), share, baseline);
}

/** The same, out of enough people for their difference to be of ten at least: « 139 sur 1 000 au lieu de 120 ». */
function insteadFinely(share: number, baseline: number): string {
  const digits = Math.ceil(Math.log10(10 / Math.abs(share - baseline)));
  return insteadOutOf(10 ** Math.min(6, Math.max(2, digits)), share, baseline);
}

const insteadOutOf = (base: Base, share: number, baseline: number): string =>
  `${outOf(share, base)} au lieu de ${people(baseline, base)}`;

export function sizeSentence(question: ProjectQuestion, treated: number, perArm: number): string {
  const { baseline, effect, takeUp, power, horizon, lost } = question;
  const diluted =
    takeUp === 1
      ? ''
      : ` Parmi ceux à qui le service est proposé, ${frenchNumber(takeUp * 100)} sur 100 l’utilisent : l’écart entre les deux groupes n’est donc que de ${instead(treated, baseline)}, quand celui des usagers est de ${instead(baseline + (effect ?? 0), baseline)}.`;
  const until = horizon === null ? '' : `, suivies ${exactDuration(horizon)}`;
  const losses =
    lost === 0 ? '' : ` (${frenchNumber(lost * 100)} sur 100 seront perdues de vue : c’est compté)`;
  return typeset(
    `Pour voir ${instead(treated, baseline)}, ${frenchNumber(power * 100)} fois sur 100, il faut ${counted(perArm, 'personne', 'personnes')} dans chaque groupe${until}, soit ${frenchNumber(2 * perArm)} en tout${losses}.${diluted}`,
  );
}

export function detectableSentence(
  baseline: number,
  months: number,
  entered: number,
  risk: number | null,
): string {
  const start = `Avec ${frenchNumber(months)} mois d’entrées (${counted(entered, 'personne', 'personnes')} en deux groupes)`;
  return typeset(
    risk === null
      ? `${start}, aucune hausse ne pourrait être vue, même si tout le monde avait l’effet.`
      : `${start}, le plus petit effet visible serait de ${insteadFinely(risk, baseline)}.`,
  );
}

export const durationsSentence = (events: number): string =>
  typeset(
    `En comparant les délais plutôt que la part à l’horizon, il faudrait constater ${counted(events, 'effet', 'effets')} en tout, les deux groupes réunis.`,
  );
