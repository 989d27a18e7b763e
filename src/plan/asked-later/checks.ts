import type { IndicatorCheck, Say } from '../indicator-checks.ts';
import { namedAttributes, namedSource } from '../named-source.ts';
import type { AskedLaterIndicator, MarginTotals } from '../plan.ts';
import type { Finding } from '../problem.ts';

/** What is wrong in a survey that is well formed: its source, its attributes, its margins. */
export function askedLaterFindings(indicator: AskedLaterIndicator, check: IndicatorCheck): Finding[] {
  const { answers, yes, unit, margins, breakdown, after } = indicator;
  const { sources, say } = check;
  const sample = sources.get(answers);
  const findings = [
    ...namedSource({ key: 'answers', name: answers, kinds: ['sample'] }, sources, say),
    ...margins.flatMap((margin) => marginFindings(margin, check)),
  ];
  if (sample?.kind === 'sample') {
    const attributes = margins.map(({ attribute }) => attribute);
    findings.push(...namedAttributes('margins', attributes, sample, say));
    findings.push(...namedAttributes('breakdown', breakdown, sample, say));
    if (after !== null && (sample.used === null || sample.time === null)) {
      const sentence = `after demande de connaître le jour de l’usage (used) et celui de la réponse (time) dans sources.${sample.name}`;
      findings.push(say(['after'], sentence));
    }
  }
  if (yes !== null && unit !== null) {
    findings.push(
      say(
        ['unit'],
        'yes et unit sont donnés tous les deux : avec yes, le chiffre est une part, sans unité ; retirez unit',
      ),
    );
  }
  if (yes !== null) findings.push(...shareFindings(indicator, say));
  if (yes === null && unit === null) {
    findings.push(
      say(
        [],
        'il manque yes (les réponses qui comptent comme l’effet), ou unit si les réponses sont des nombres',
      ),
    );
  }
  return findings;
}

/** With `yes` the figure is a share: so are its baseline and its target. */
function shareFindings({ baseline, target }: AskedLaterIndicator, say: Say): Finding[] {
  const isShare = (value: number) => value >= 0 && value <= 1;
  const sentence = (key: string, value: number) =>
    `${key} est une part entre 0 et 1, pas ${value} ; 12 sur 100 s’écrit 0.12`;
  return [
    ...(baseline === null || isShare(baseline) ? [] : [say(['baseline'], sentence('baseline', baseline))]),
    ...(target === null || target.relative || isShare(target.value)
      ? []
      : [say(['target', 'value'], sentence('la cible', target.value))]),
  ];
}

function marginFindings({ attribute, totals }: MarginTotals, { sources, say }: IndicatorCheck): Finding[] {
  if (isSource(totals)) {
    const named = { key: 'margins', name: totals.source, kinds: ['events', 'units'] as const };
    const known = sources.get(totals.source);
    const countable = known?.kind === 'events' || known?.kind === 'units' ? known : null;
    return [...namedSource(named, sources, say), ...namedAttributes('margins', [attribute], countable, say)];
  }
  const sum = Object.values(totals).reduce((all, total) => all + total, 0);
  if (sum > 0) return [];
  return [
    say(
      ['margins', attribute],
      `margins.${attribute} : le total de la population est nul ; donnez le nombre de personnes de chaque catégorie`,
    ),
  ];
}

/** Whether totals are to be counted in a source rather than given. */
export const isSource = (totals: MarginTotals['totals']): totals is { readonly source: string } =>
  typeof totals.source === 'string';
