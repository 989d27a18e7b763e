import type { FigureMeasure } from '../../measure/figure-measure.ts';
import type { FollowUpMeasure, Measure, RolloutMeasure } from '../../measure/measure.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import { countedUnits } from './words.ts';

/** What must be known before any figure is read. */
export function Warnings({ measure }: { readonly measure: Measure }) {
  if (measure.warnings.length === 0) return null;
  return (
    <div class="warnings">
      <h3>À savoir avant de lire</h3>
      <ul>
        {measure.warnings.map((warning) => (
          <li data-code={warning.code}>{typeset(warning.sentence)}</li>
        ))}
      </ul>
    </div>
  );
}

/** The sentence, large: the figure first, what it does not say a little smaller. A refusal is an answer like another: it stands in the same place. */
export function Headline({ measure }: { readonly measure: Measure }) {
  const { sentence } = measure.headline;
  const { kind } = measure.headline.effect ?? measure.headline.estimate;
  const parts = kind === 'estimate' ? /^(.*?[.!?]) (\p{Lu}.*)$/su.exec(sentence) : null;
  const [, first = sentence, rest = ''] = parts ?? [];
  return (
    <div class={`headline ${kind}`}>
      {kind === 'insufficient' && <p class="refusal">Pas de chiffre à ce jour</p>}
      <p class="sentence">
        {typeset(first)}
        {rest !== '' && <span class="rest"> {typeset(rest)}</span>}
      </p>
      <p class="fresh">{freshness(measure)}</p>
    </div>
  );
}

function observed(measure: FollowUpMeasure | RolloutMeasure): string[] {
  switch (measure.method) {
    case 'follow-up':
      return [countedUnits(measure), counted(measure.outcomes, 'effet constaté', 'effets constatés')];
    case 'rollout':
      return [
        counted(measure.units, 'territoire comparé', 'territoires comparés'),
        counted(measure.rollout.periods.length, 'période', 'périodes'),
      ];
  }
}

function freshness(measure: Measure): string {
  if (measure.method !== 'follow-up' && measure.method !== 'rollout') return figureFreshness(measure);
  const parts = observed(measure);
  if (measure.coverage !== null) parts.push(`effets connus jusqu’au ${frenchDay(measure.coverage.day)}`);
  return parts.join(' · ');
}

/** What the figure rests on, and until when. */
function figureFreshness(measure: FigureMeasure): string {
  const last = measure.coverage === null ? [] : [`jusqu’au ${frenchDay(measure.coverage.day)}`];
  switch (measure.method) {
    case 'sample-volume':
      return [`${frenchNumber(measure.units)} ${measure.words.sampled}`, ...last].join(' · ');
    case 'proxy':
      return [`${frenchNumber(measure.units)} ${measure.counted}`, ...last].join(' · ');
    case 'asked-later':
      return `${counted(measure.response.answered, 'réponse', 'réponses')} sur ${counted(measure.response.asked, 'personne interrogée', 'personnes interrogées')}`;
    case 'declared':
      return [counted(measure.units, 'chiffre donné', 'chiffres donnés'), ...last].join(' · ');
  }
}
