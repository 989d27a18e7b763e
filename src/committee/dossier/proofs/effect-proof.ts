import { threshold as saidThreshold } from '../../../measure/comparison/points.ts';
import { estimands } from '../../../measure/estimand-names.ts';
import { betweenText, changeText, figureText, valueText } from '../../../measure/rollout/figure-text.ts';
import { plainDuration } from '../../../platform/french/duration.ts';
import { frenchNumber } from '../../../platform/french/number.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { EvidenceFigure } from '../../evidence/evidence.ts';
import { type Block, type EffectsChart, list, text } from '../dossier.ts';

type Effect = EvidenceFigure['effects'][number];
type Known = Extract<Effect, { kind: 'estimate' }>;

/** What a figure compares: a chart of its differences, their table, and the horizons that say nothing yet. */
export function effectProof(figure: EvidenceFigure): readonly Block[] {
  const differences = figure.effects.filter(({ measure }) => measure === 'difference');
  const known = differences.filter((effect): effect is Known => effect.kind === 'estimate');
  const refusals = differences.flatMap((effect) => (effect.kind === 'insufficient' ? [effect.sentence] : []));
  return [
    text(figure.sentence),
    ...(known.length === 0 ? [] : [{ kind: 'effects', chart: chartOf(figure, known) } as const]),
    ...list([...new Set(refusals), ...(figure.decision?.sentences ?? [])]),
  ];
}

function chartOf(figure: EvidenceFigure, known: readonly Known[]): EffectsChart {
  const { unit, decision } = figure;
  const several = new Set(known.map(({ estimand }) => estimand)).size > 1;
  const name = ({ horizon, estimand }: Known) => {
    const at = horizon > 0 ? plainDuration(horizon) : 'en tout';
    return several ? `${at}, ${estimands[estimand].short}` : at;
  };
  const scale = unit.unit === 'share' ? 100 : 1;
  const limit = decision?.threshold ?? null;
  const change = ({ value, lower, upper }: Known) => changeText(value, upper - lower, unit);
  return {
    sentence: typeset(message(known, figure)),
    unit: unit.unit === 'share' ? 'personnes de plus sur 100' : (unit.label ?? 'unités du plan'),
    effects: known.map((effect) => ({
      name: name(effect),
      value: effect.value * scale,
      lower: effect.lower * scale,
      upper: effect.upper * scale,
      text: change(effect),
    })),
    threshold:
      limit === null || limit <= 0
        ? null
        : {
            value: limit * scale,
            name: `seuil : ${unit.unit === 'share' ? saidThreshold(limit) : figureText(limit)}`,
          },
    table: {
      caption: typeset(
        `${figure.name} : avec et sans le service, et l’écart avec son intervalle à ${frenchNumber((known[0]?.level ?? 0.95) * 100)} %`,
      ),
      columns: ['Au bout de', 'Avec', 'Sans', 'Écart', 'Intervalle'],
      rows: known.map((effect) => {
        const width = effect.upper - effect.lower;
        return [
          name(effect),
          valueText(effect.withService, width, unit),
          valueText(effect.withoutService, width, unit),
          change(effect),
          betweenText(effect.lower, effect.upper, unit),
        ];
      }),
    },
  };
}

function message(known: readonly Known[], { unit }: EvidenceFigure): string {
  const main = known.filter(({ estimand }) => estimand !== 'cace').at(-1) ?? known[0];
  if (main === undefined) return '';
  const at = main.horizon > 0 ? `À ${plainDuration(main.horizon)}, l` : 'L';
  const range = betweenText(main.lower, main.upper, unit);
  return main.lower <= 0 && main.upper >= 0
    ? `${at}’écart entre les groupes est compris ${range} : il peut être nul.`
    : `${at}’écart entre les groupes est compris ${range} : le hasard seul ne l’explique pas.`;
}
