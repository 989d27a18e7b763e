import { frenchDay } from '../platform/french/date.ts';
import { within } from '../platform/french/duration.ts';
import { baseFor, between, outOf, people } from '../platform/french/frequency.ts';
import { frenchNumber } from '../platform/french/number.ts';
import { typeset } from '../platform/french/typography.ts';
import type { Estimate, Figure } from '../statistics/estimate.ts';

/** What a headline needs to know of the measure. `indicator` and `service` are the plan's names. */
export interface HeadlineFacts {
  readonly estimate: Estimate;
  readonly service: string;
  readonly indicator: string;
  readonly unit: 'person' | 'pair';
  /** `usage`: entered by using the service; `population`: a table of people already followed. */
  readonly entry: 'usage' | 'population';
  /** Last day for which outcomes are complete; null when durations are given as such. */
  readonly knownThrough: string | null;
  /** Of whom, after « Sur 100 »: « personnes qui ont consulté une entreprise avec La Bonne Boite ». */
  readonly subjectPhrase?: string;
  /** What happens to them, plural: « sont embauchées par cette entreprise ». */
  readonly outcomePhrase?: string;
}

/**
 * The sentence a measure is known by: of whom, the range first, whole people rather than percentages, the
 * horizon, the date, and what it does not say. A refusal is its own sentence.
 *
 * « Sur 100 personnes qui ont utilisé Estime, entre 13 et 15 retrouvent un emploi dans les six mois
 * (estimation : 14 ; effets connus jusqu'au 31 octobre 2026). Nous ne savons pas combien il y en aurait eu
 * sans le service. »
 */
export function headlineSentence(facts: HeadlineFacts): string {
  const { estimate } = facts;
  if (estimate.kind === 'insufficient') return estimate.sentence;
  const known = facts.knownThrough === null ? '' : `effets connus jusqu'au ${frenchDay(facts.knownThrough)}`;
  const figure =
    estimate.lower === estimate.upper
      ? withoutInterval(facts, estimate, known)
      : withInterval(facts, estimate, known);
  return typeset(`${figure} Nous ne savons pas combien il y en aurait eu sans le service.`);
}

function withInterval(facts: HeadlineFacts, figure: Figure, known: string): string {
  const base = baseFor(figure);
  const details = [`estimation : ${people(figure.value, base)}`, known].filter((detail) => detail !== '');
  return capitalised(
    `${subject(facts)}sur ${frenchNumber(base)} ${who(facts)}, ${between(figure, base)} ` +
      `${facts.outcomePhrase ?? 'sont dans ce cas'} ${within(figure.horizon)} (${details.join(' ; ')}).`,
  );
}

/** Nobody, or everybody: there is no interval to give, so the count of people speaks. */
function withoutInterval(facts: HeadlineFacts, figure: Figure, known: string): string {
  const base = baseFor(figure);
  const details = ['intervalle non calculable', known].filter((detail) => detail !== '').join(' ; ');
  const found = figure.value === 0 ? 'aucun cas constaté' : `${outOf(figure.value, base)} dans ce cas`;
  return (
    `${facts.indicator} : ${found} ${within(figure.horizon)}, ` +
    `parmi ${frenchNumber(figure.n)} ${who(facts)} (${details}).`
  );
}

function subject(facts: HeadlineFacts): string {
  return facts.outcomePhrase === undefined ? `${facts.indicator} : ` : '';
}

function who({ subjectPhrase, unit, entry, service }: HeadlineFacts): string {
  if (subjectPhrase !== undefined) return subjectPhrase;
  const noun = unit === 'person' ? 'personnes' : 'couples usager-cible';
  if (entry === 'population') return `${noun} ${unit === 'person' ? 'suivies' : 'suivis'} par ${service}`;
  return unit === 'person' ? `personnes qui ont utilisé ${service}` : `${noun} vus dans ${service}`;
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
