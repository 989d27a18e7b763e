import type { Comparison } from '../../plan/plan.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import { balanceThreshold } from '../../statistics/balance.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { overlapOf, propensityModel } from '../../statistics/propensity.ts';
import type { Check } from '../measure.ts';
import { type MadeAlike, madeAlike, methodOf } from './adjustments.ts';
import { balanceTable, cellGroups } from './balance-table.ts';
import { type CovariateCells, cellMatrix } from './covariate-cells.ts';
import {
  type ComparisonQuestion,
  type DesignReading,
  inDays,
  level,
  reasonOf,
  refusedEffects,
  steps,
  stepsIn,
  whereBothAreRead,
  withoutFigure,
} from './reading.ts';
import { worstRow } from './worst-row.ts';

/**
 * Groups made alike on covariates the way the plan says, on counts by covariate cell. Balance and overlap come before
 * any effect: where they fail, there is no effect but the reason why (`not-comparable`).
 */
export function readAdjusted(question: ComparisonQuestion): DesignReading {
  const { comparison, cells } = question;
  const { estimand } = comparison;
  const notes = cells.classes.flatMap(({ sentence }) => sentence ?? []);
  const covariates = cells.classes.map(({ name, classes }) => ({ name, classes }));
  const asked = [
    { measure: 'difference', estimand },
    { measure: 'ratio', estimand },
  ] as const;
  const found = madeAlike(cells, comparison, { horizons: steps(question), level });
  if ('error' in found) {
    const both = ([0, 1] as const).every((arm) => cells.rows.some((row) => row.treated === arm && row.n > 0));
    return {
      effects: refusedEffects(question, asked, methodOf(comparison), {
        reason: reasonOf(found.error),
        sentence: found.sentence,
      }),
      checks: [{ name: overlapName, status: 'failed', figure: null, sentence: found.sentence }],
      covariates,
      balance: both ? balanceTable(cells, cellGroups(cells), estimand) : [],
      notes,
      takeUpGap: null,
      hiddenCause: null,
    };
  }
  const { hiddenCause } = found;
  const balance = balanceTable(cells, found.groups, estimand);
  const checks = [
    found.matched === null ? overlap(cells, found, estimand) : counterparts(found.matched),
    alike(balance, question.label),
  ];
  const failed = checks.find((check) => check.status === 'failed');
  const effects = whereBothAreRead(inDays(found.effects, question), question);
  return {
    effects: failed === undefined ? effects : effects.map((effect) => notComparable(effect, failed.sentence)),
    checks,
    covariates,
    balance,
    notes: [...notes, alikeNote(comparison, found)],
    takeUpGap: null,
    hiddenCause:
      hiddenCause && ((days, direction) => hiddenCause(stepsIn(days, question.timeUnit), direction)),
  };
}

const overlapName = 'groupes qui se recouvrent';

const notComparable = (effect: EffectEstimate, sentence: string): EffectEstimate =>
  effect.kind === 'insufficient' ? effect : withoutFigure(effect, 'not-comparable', sentence);

function overlap(cells: CovariateCells, { groups, scores }: MadeAlike, estimand: 'ate' | 'att'): Check {
  const { treated, counts } = groups;
  const known = scores ?? fittedScores(cells, groups);
  if ('error' in known)
    return { name: overlapName, status: 'failed', figure: null, sentence: known.sentence };
  const forTreated = overlapOf(known, treated, counts);
  // To speak of everybody, those without the service need counterparts too.
  if (estimand === 'att' || !forTreated.passed || forTreated.controlInRange >= enoughAlike) {
    const { passed, treatedInRange, sentence } = forTreated;
    return { name: overlapName, status: passed ? 'passed' : 'failed', figure: treatedInRange, sentence };
  }
  const outOf100 = Math.round(100 * forTreated.controlInRange);
  return {
    name: overlapName,
    status: 'failed',
    figure: forTreated.controlInRange,
    sentence: `Groupes non comparables : sur 100 personnes qui n’ont pas reçu le service, ${outOf100} seulement ont des semblables parmi celles qui l’ont reçu. L’effet pour les seuls usagers (estimand: att) peut être lisible.`,
  };
}

function fittedScores(cells: CovariateCells, { cell, treated, counts }: MadeAlike['groups']) {
  const model = propensityModel({ treated, counts, covariates: cellMatrix(cells), covariateRow: cell });
  return 'error' in model ? model : model.probabilities;
}

/** Share of people with a counterpart under which groups are not compared. */
const enoughAlike = 0.9;

function counterparts({ matched, dropped }: NonNullable<MadeAlike['matched']>): Check {
  const share = matched / (matched + dropped);
  const passed = share >= enoughAlike;
  const outOf100 = Math.floor(100 * share);
  return {
    name: overlapName,
    status: passed ? 'passed' : 'failed',
    figure: share,
    sentence: passed
      ? `Sur 100 personnes qui ont reçu le service, ${outOf100} sont comparées à des semblables.`
      : `Groupes non comparables : sur 100 personnes qui ont reçu le service, ${outOf100} seulement ont des semblables de l’autre côté. Regroupez des valeurs, retirez une caractéristique, ou écrivez adjustment: doubly-robust.`,
  };
}

function alike(balance: DesignReading['balance'], label: ComparisonQuestion['label']): Check {
  const name = 'groupes rendus semblables';
  const [before, after] = [worstRow(balance, 'before', label), worstRow(balance, 'after', label)];
  const passed = after.smd !== null && Math.abs(after.smd) <= balanceThreshold;
  return {
    name,
    status: passed ? 'passed' : 'failed',
    figure: after.smd,
    sentence: passed
      ? `Après ajustement, les deux groupes se ressemblent sur tout ce qui est connu : le plus grand écart passe de ${before.said} à ${after.said}.`
      : `Groupes non comparables : après ajustement, ${after.said} diffère encore trop.`,
  };
}

function alikeNote({ adjustment }: Comparison, { essTreated, essControl, matched }: MadeAlike): string {
  const units = (n: number, one: string, many: string) => counted(Math.round(n), one, many);
  if (matched !== null) {
    const without =
      Math.round(matched.dropped) === 0
        ? 'Toutes les personnes qui ont reçu le service ont un semblable'
        : `${units(matched.matched, 'personne qui a reçu le service a un semblable', 'personnes qui ont reçu le service ont un semblable')}, ${units(matched.dropped, 'n’en a pas', 'n’en ont pas')} : le chiffre ne vaut que pour les premières`;
    return `${without}. Les semblables laissent autant d’information que ${units(essControl, 'personne', 'personnes')} sans le service.`;
  }
  const model =
    adjustment === 'doubly-robust'
      ? ' L’estimation est doublement robuste : elle reste juste si le modèle de l’usage ou celui de l’effet est faux, pas les deux.'
      : '';
  return `Les pondérations qui rendent les groupes semblables laissent autant d’information que ${units(essTreated, 'personne', 'personnes')} avec le service et ${frenchNumber(Math.round(essControl))} sans.${model}`;
}
