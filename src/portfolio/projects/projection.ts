import { describeProjection, type Paragraph } from '../../measure/before-starting/describe.ts';
import { project } from '../../measure/before-starting/project.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { exactDuration } from '../../platform/french/duration.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import { measured } from '../../platform/french/quantity.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { FirstFigure } from '../../statistics/first-honest-figure.ts';
import { isRefused, type Refused } from '../../statistics/refused.ts';
import type { NumbersAnswer } from './answers.ts';

export interface ProjectProjection {
  /** What is read first: a name and its sentence. */
  readonly essentials: readonly (readonly [string, string])[];
  readonly paragraphs: readonly Paragraph[];
}

const power = 0.8;
const alpha = 0.05;
const hoursInDay = 7;

/** Users needed, delay, smallest effect visible, first honest figure, cost of measuring. */
export function projectProjection(numbers: NumbersAnswer): ProjectProjection {
  const { without, change, usersPerWeek, start, horizon, late } = numbers;
  const projection = project({
    baseline: without / 100,
    effect: change / 100,
    takeUp: 1,
    usersPerWeek,
    start,
    lastEntry: null,
    horizon,
    lag: late,
    lost: 0,
    power,
    alpha,
    precision: null,
  });
  const { size, detectable, firstFigure, firstComparison } = projection;
  const year = detectable.find(({ months }) => months === 12);
  const needed =
    size === null || isRefused(size)
      ? 'Rien ne peut être calculé avec ces nombres.'
      : `${counted(size.total, 'usager', 'usagers')}, en deux groupes, pour voir ${short(without + change)} sur 100 au lieu de ${short(without)}.`;
  const essentials: readonly (readonly [string, string])[] = [
    ['Usagers nécessaires', needed],
    [
      'Délai',
      `${exactDuration(horizon)} après l’usage${late === 0 ? '' : `, et ${exactDuration(late)} pour que le résultat soit connu`}.`,
    ],
    ['Plus petit effet visible en un an', year?.sentence ?? 'Aucun : personne n’arrive.'],
    ['Premier chiffre honnête', dated(firstFigure)],
    ['Première comparaison', dated(firstComparison)],
    ['Coût de la mesure', costSentence(numbers)],
  ];
  return {
    essentials: essentials.map(([name, said]) => [name, typeset(said)] as const),
    paragraphs: describeProjection(projection),
  };
}

function dated(first: FirstFigure | Refused | null): string {
  if (first === null) return 'Pas de date avec ces nombres.';
  if (isRefused(first) || first.date === null) return first.sentence;
  return `Le ${frenchDay(first.date)}, avec ${counted(first.entered, 'personne entrée', 'personnes entrées')} dans le suivi.`;
}

function costSentence({ prepareDays, calls, callMinutes, dayCost }: NumbersAnswer): string {
  const callHours = (calls * callMinutes) / 60;
  const days = prepareDays + callHours / hoursInDay;
  const calling =
    calls === 0 ? '' : `, dont ${measured(callHours, 'h', 1)} pour ${counted(calls, 'appel', 'appels')}`;
  return `Environ ${frenchNumber(tens(days * dayCost))} € la première fois : ${short(days, 1)} ${days < 2 ? 'jour' : 'jours'} de travail${calling}.`;
}

/** An estimate of many euros says no single one of them. */
const tens = (euros: number): number => (euros < 100 ? Math.round(euros) : 10 * Math.round(euros / 10));

/** A number with no more decimals than it needs, `most` of them. */
function short(value: number, most = 2): string {
  const decimals = [0, 1].find((digits) => Math.abs(value - Number(value.toFixed(digits))) < 0.005);
  return frenchNumber(value, Math.min(most, decimals ?? most));
}

/** What a projection on people does not say of a plan that follows none; null when it says it all. */
export function otherwiseMeasured(plan: string): string | null {
  const [, method = ''] = /^ {4}method: ([\w-]+)/m.exec(plan) ?? [];
  const note = Object.hasOwn(notes, method) ? notes[method] : undefined;
  return note === undefined ? null : typeset(note);
}

const notes: Readonly<Record<string, string>> = {
  'sample-volume':
    'Votre plan mesure quelques cas et les multiplie par leur nombre : trente cas tirés au sort suffisent à un premier chiffre, dès le premier mois complet. La projection vaut si vous suivez des personnes.',
  proxy:
    'Votre plan compte un signe avant-coureur : il se lit dès le premier mois, et une centaine d’appels tirés au sort dit combien de signes mènent à l’effet. La projection vaut si vous suivez des personnes.',
  rollout:
    'Votre plan compare des territoires : il en faut au moins cinq qui ont le service et cinq qui attendent, avec deux périodes d’avant. La projection vaut si vous suivez des personnes.',
};
