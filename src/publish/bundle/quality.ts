import { points } from '../../measure/comparison/points.ts';
import type { Evidence, HeadlineBase } from '../../measure/measure.ts';
import { betweenText, changeText } from '../../measure/rollout/figure-text.ts';
import type { Indicator } from '../../plan/plan.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { frenchList, frenchNumber } from '../../platform/french/number.ts';
import { quoted, typeset } from '../../platform/french/typography.ts';
import type { PublishedFigures } from '../method/published-method.ts';
import type { PublishedInput, Quality } from './bundle.ts';
import { effectUnit } from './effect-unit.ts';
import { isShare } from './is-share.ts';

export interface QualityFacts {
  readonly indicator: Indicator;
  readonly figures: PublishedFigures;
  readonly headline: HeadlineBase;
  readonly evidence: Evidence;
  readonly inputs: readonly PublishedInput[];
  readonly threshold: number;
}

/** The five quality fields of a published figure, from what is published of it. */
export function qualityOf(facts: QualityFacts): Quality {
  const { indicator, evidence, threshold } = facts;
  const failed = evidence.checks.filter(({ status }) => status === 'failed');
  return {
    howVerified: typeset(
      `Niveau de preuve ${evidence.level} sur 5 (${evidence.name.toLowerCase()}), calculé par Foulée à partir de ses contrôles${
        failed.length === 0 ? '' : `, dont ${frenchList(failed.map(({ name }) => quoted(name)))} en échec`
      }. Le chiffre se recalcule à partir des effectifs publiés : « foulee verify ».`,
    ),
    source: sourceSentence(facts),
    accuracyReached: accuracyReached(facts),
    accuracyNeeded: accuracyNeeded(indicator),
    limits: typeset(
      [
        ...indicator.limits,
        ...(threshold < 2 || indicator.method === 'declared'
          ? []
          : [
              `Aucun effectif de moins de ${threshold} n’est publié : des périodes et des groupes sont réunis, et le chiffre public peut s’écarter un peu du chiffre interne.`,
            ]),
      ].join(' '),
    ),
  };
}

function sourceSentence({ inputs }: QualityFacts): string {
  if (inputs.length === 0) return 'Chiffre donné par le service.';
  const named = inputs.map(({ source, firstDay, lastDay }) =>
    firstDay === null || lastDay === null
      ? quoted(source)
      : `${quoted(source)} (du ${frenchDay(firstDay)} au ${frenchDay(lastDay)})`,
  );
  return typeset(`${inputs.length === 1 ? 'Source' : 'Sources'} : ${frenchList(named)}.`);
}

function accuracyReached({ headline, indicator, figures }: QualityFacts): string {
  const { effect, estimate } = headline;
  if (effect !== null) {
    const unit = effectUnit(figures);
    return effect.kind === 'estimate'
      ? typeset(
          `Écart de ${changeText(effect.value, effect.upper - effect.lower, unit)}, ${betweenText(effect.lower, effect.upper, unit)}${unit.label === null ? '' : ` ${unit.label}`} (intervalle à ${frenchNumber(effect.level * 100)} %).`,
        )
      : typeset(effect.sentence);
  }
  const { value, lower, upper, level } = estimate;
  if (value === null) return 'Pas encore de chiffre.';
  if (lower === null || upper === null) return 'Le chiffre est donné sans intervalle.';
  const share = isShare(indicator.method, estimate);
  const say = (amount: number) =>
    share ? frenchNumber(amount * 100, 1) : frenchNumber(amount, Math.abs(amount) < 100 ? 1 : 0);
  const unit = share ? ' sur 100' : '';
  return typeset(
    `${say(value)}${unit}, entre ${say(lower)} et ${say(upper)} (intervalle à ${frenchNumber(level * 100)} %).`,
  );
}

function accuracyNeeded(indicator: Indicator): string {
  const threshold = 'decision' in indicator ? (indicator.decision?.threshold ?? null) : null;
  if (threshold !== null)
    return typeset(
      `Pour décider, il faut distinguer un effet de ${points(threshold)} : c’est le seuil fixé par le plan.`,
    );
  if (indicator.target !== null)
    return 'Assez pour dire si l’objectif du plan est atteint ; le plan ne fixe pas d’effet minimal.';
  return 'Le plan ne dit pas de quelle précision on a besoin pour décider.';
}
