import { points, pointsBetween } from '../measure/comparison/points.ts';
import type { Check, Measure, MeasureDocument } from '../measure/measure.ts';
import { frenchDay } from '../platform/french/date.ts';
import { exactDuration } from '../platform/french/duration.ts';
import { type Base, between, outOf } from '../platform/french/frequency.ts';
import { counted, frenchNumber } from '../platform/french/number.ts';
import { quoted } from '../platform/french/typography.ts';
import type { Estimate } from '../statistics/estimate.ts';
import { isFigure, measureBase } from '../web/report/scale.ts';
import { breakdownName, estimands, evidenceLevels, groupName, unitNoun } from '../web/report/words.ts';
import { wrap } from './wrap.ts';

const width = 98;
const labelWidth = 14;
const mostGroups = 4;

type Ink = 'bold' | 'amber' | 'red' | 'faint';
const codes: Readonly<Record<Ink, number>> = { bold: 1, amber: 33, red: 31, faint: 2 };
type Paint = (text: string, ink: Ink) => string;

/**
 * A measure in the terminal, to be read in thirty seconds: warnings first, the headline with its interval, each
 * horizon, maturity, evidence and what would raise it. Lines of at most 98 characters; colours only when asked.
 */
export function summarise(document: MeasureDocument, { colour }: { readonly colour: boolean }): string {
  const paint: Paint = (text, ink) => (colour ? `\u001b[${codes[ink]}m${text}\u001b[0m` : text);
  const { name, organisation } = document.service;
  const title = organisation === null ? name : `${name} · ${organisation}`;
  return [
    ...wrap(title, width).map((line) => paint(line, 'bold')),
    ...document.measures.flatMap((measure) => ['', ...measureLines(measure, paint)]),
    '',
    ...block('Plan', [`${document.plan.hash.slice(0, 12)} · ${document.software}`], paint),
    '',
  ].join('\n');
}

function measureLines(measure: Measure, paint: Paint): string[] {
  return [
    ...wrap(measure.name, width).map((line) => paint(line, 'bold')),
    '',
    ...warningLines(measure, paint),
    ...wrap(measure.headline.sentence, width - 2).map((line) => `  ${paint(line, 'bold')}`),
    '',
    ...block('Résultats', resultLines(measure), paint),
    ...block('Groupes', groupLines(measure), paint),
    ...block('Comparaison', comparisonLines(measure), paint),
    ...block('Effet', effectLines(measure), paint),
    ...block('Décision', measure.decision?.sentences ?? [], paint),
    ...block('Maturité', maturityLines(measure), paint),
    ...block('Preuve', evidenceLines(measure), paint),
    ...block('Pour monter', [measure.evidence.raise], paint),
    ...block('Déclarations', nowcastLines(measure), paint),
    ...block('Données', inputLines(measure), paint),
  ];
}

function warningLines(measure: Measure, paint: Paint): string[] {
  if (measure.warnings.length === 0) return [];
  const lines = measure.warnings.flatMap(({ sentence }) =>
    wrap(sentence, width - 4).map((line, index) => paint(`${index === 0 ? '! ' : '  '}${line}`, 'amber')),
  );
  return [paint('À savoir avant de lire', 'amber'), ...lines, ''];
}

/** A name in the margin, its paragraphs beside it; nothing at all when there is nothing to say. */
function block(label: string, paragraphs: readonly string[], paint: Paint): string[] {
  const lines = paragraphs.flatMap((paragraph) => wrap(paragraph, width - labelWidth - 2));
  return lines.map((line, index) => {
    const margin = (index === 0 ? label : '').padEnd(labelWidth);
    return `  ${index === 0 ? paint(margin, 'faint') : margin}${line.startsWith('Échoué') ? paint(line, 'red') : line}`;
  });
}

function resultLines(measure: Measure): string[] {
  const base = measureBase(measure);
  return measure.estimates
    .filter((estimate) => estimate.group === null)
    .filter((estimate) => isFigure(estimate) || estimate.sentence !== measure.headline.sentence)
    .map((estimate) => `à ${exactDuration(estimate.horizon)} : ${resultText(estimate, base)}`);
}

function resultText(estimate: Estimate, base: Base): string {
  return isFigure(estimate)
    ? `${outOf(estimate.value, base)} (${between(estimate, base)})`
    : estimate.sentence;
}

/** The largest groups of each breakdown at the headline's horizon, then what the tests say. */
function groupLines(measure: Measure): string[] {
  const base = measureBase(measure);
  const { horizon } = measure.headline.estimate;
  const breakdowns = [...new Set(measure.estimates.flatMap(({ by }) => (by === null ? [] : [by])))];
  const figures = breakdowns.flatMap((by) => {
    const groups = measure.estimates
      .filter((estimate) => estimate.by === by && estimate.horizon === horizon)
      .sort((a, b) => b.n - a.n);
    const rest = groups.length - mostGroups;
    return [
      ...groups
        .slice(0, mostGroups)
        .map(
          (estimate) =>
            `${by === 'group' ? 'groupe' : by} ${quoted(groupName(estimate))} à ${exactDuration(horizon)} : ${resultText(estimate, base)}`,
        ),
      ...(rest > 0
        ? [
            `et ${counted(rest, 'autre groupe', 'autres groupes')} selon ${breakdownName(by)}, dans le rapport`,
          ]
        : []),
    ];
  });
  return [...figures, ...measure.tests.map((test) => test.sentence)];
}

/** The difference at each horizon, with and without, then what if something is hidden. */
function effectLines({ effects, comparison }: Measure): string[] {
  return [
    ...effects
      .filter(({ measure }) => measure === 'difference')
      .map((effect) => {
        const start = `${estimands[effect.estimand].short}, à ${exactDuration(effect.horizon)} : `;
        if (effect.kind === 'insufficient') return `${start}${effect.sentence}`;
        const outOf100 = (share: number) => frenchNumber(share * 100, 1);
        return `${start}${points(effect.value)} (${pointsBetween(effect.lower, effect.upper)}) ; ${outOf100(effect.withService)} sur 100 au lieu de ${outOf100(effect.withoutService)}`;
      }),
    ...(comparison?.alwaysValid ? [comparison.alwaysValid.sentence] : []),
    ...(comparison?.sensitivity ? [comparison.sensitivity.sentence] : []),
  ];
}

function comparisonLines({ comparison }: Measure): string[] {
  if (comparison === null) return [];
  const { treated, control } = comparison.arms;
  return [
    `${frenchNumber(treated.units)} avec le service, ${frenchNumber(control.units)} sans (« ${comparison.arm} »)`,
    ...comparison.notes,
  ];
}

function maturityLines(measure: Measure): string[] {
  const dated = measure.cohorts.filter(({ maturity }) => maturity !== null);
  if (dated.length === 0)
    return ['sans date d’entrée : chaque personne est suivie aussi longtemps que la source le dit'];
  const mature = dated.filter(({ maturity }) => (maturity ?? 0) >= 1).length;
  const young = dated.length - mature;
  const horizon = exactDuration(Math.max(...measure.horizons));
  const all = `${counted(mature, 'cohorte', 'cohortes')} sur ${frenchNumber(dated.length)} au bout du suivi à ${horizon}`;
  return [
    young === 0
      ? all
      : `${all} ; ${counted(young, 'reste incomplète', 'restent incomplètes')}, à ne pas lire comme une baisse`,
  ];
}

function evidenceLines({ evidence }: Measure): string[] {
  const of = (status: Check['status']) => evidence.checks.filter((check) => check.status === status);
  const tally = (
    [
      ['passed', 'contrôle passé', 'contrôles passés'],
      ['failed', 'contrôle échoué', 'contrôles échoués'],
      ['not-applicable', 'contrôle sans objet', 'contrôles sans objet'],
    ] as const
  ).flatMap(([status, one, many]) =>
    of(status).length === 0 ? [] : [counted(of(status).length, one, many)],
  );
  return [
    `niveau ${evidence.level} sur 5, ${evidence.name.toLowerCase()}. ${evidenceLevels[evidence.level].line}`,
    tally.length === 0 ? 'aucun contrôle ne s’applique' : tally.join(', '),
    ...of('failed').map((check) => `Échoué : ${check.sentence}`),
  ];
}

function nowcastLines({ nowcast }: Measure): string[] {
  return nowcast === null ? [] : [nowcast.sentence];
}

function inputLines(measure: Measure): string[] {
  return [
    `${frenchNumber(measure.units)} ${unitNoun(measure)}, ${counted(measure.outcomes, 'effet constaté', 'effets constatés')}`,
    ...measure.inputs.map((input) => {
      const parts = [
        counted(input.rows, 'ligne', 'lignes'),
        ...(input.firstDay === null || input.lastDay === null
          ? []
          : [`du ${frenchDay(input.firstDay)} au ${frenchDay(input.lastDay)}`]),
        ...(input.rejected > 0 ? [counted(input.rejected, 'écartée', 'écartées')] : []),
        ...(input.withoutSubject > 0 ? [`${frenchNumber(input.withoutSubject)} sans identifiant`] : []),
      ];
      return `${input.source} : ${parts.join(', ')}`;
    }),
    ...(measure.coverage === null ? [] : [measure.coverage.sentence]),
  ];
}
