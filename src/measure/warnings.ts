import type { FollowUpIndicator, Plan } from '../plan/plan.ts';
import { frenchDay } from '../platform/french/date.ts';
import { plainDuration } from '../platform/french/duration.ts';
import { counted, frenchList, frenchNumber } from '../platform/french/number.ts';
import { isoDay } from '../statistics/calendar-day.ts';
import type { Coverage } from './coverage.ts';
import type { UnitCount } from './followed.ts';
import type { MeasureInput, Warning } from './measure.ts';

export interface WarningFacts {
  readonly plan: Plan;
  readonly indicator: FollowUpIndicator;
  readonly inputs: readonly MeasureInput[];
  readonly coverage: Coverage | null;
  readonly counts: readonly UnitCount[];
  readonly units: number;
  readonly outcomes: number;
  /** Identifiers in common between use and register, looked up when nothing matched. */
  readonly sharedSubjects: number | null;
  readonly timeUnit: number;
  readonly repeatedUnits: number;
}

/** What a careful reader must know before the figure, the most serious first. */
export function warnings(facts: WarningFacts): readonly Warning[] {
  return [
    nobody(facts),
    nothingMatched(facts),
    silentRight(facts),
    guessedCoverage(facts),
    afterCoverage(facts),
    noUpperWindow(facts),
    roundedHorizons(facts),
    repeated(facts),
    ...facts.inputs.flatMap((input) => [anonymous(input), setAside(input)]),
  ].filter((warning) => warning !== null);
}

const warning = (code: string, sentence: string): Warning => ({ code, sentence });

function nobody({ units, indicator }: WarningFacts) {
  if (units > 0) return null;
  const source = indicator.exposure ?? indicator.population;
  return warning(
    'nobody',
    `Personne à suivre : la source « ${source} » ne contient aucune ligne utilisable. Vérifiez ses fichiers et ses filtres.`,
  );
}

function nothingMatched({ units, outcomes, sharedSubjects, indicator }: WarningFacts) {
  if (units === 0 || outcomes > 0 || sharedSubjects === null) return null;
  const sources = `« ${indicator.exposure ?? indicator.population} » et « ${indicator.outcome} »`;
  if (sharedSubjects === 0) {
    return warning(
      'no-shared-identifier',
      `Aucun effet retrouvé, et aucun identifiant commun entre ${sources} : ce n’est sans doute pas un zéro, mais deux identifiants différents. Vérifiez les colonnes « subject », la casse (letter_case) et le format.`,
    );
  }
  return warning(
    'no-outcome',
    `Aucun effet retrouvé dans la fenêtre, alors que ${counted(sharedSubjects, 'identifiant est commun', 'identifiants sont communs')} à ${sources} : vérifiez la fenêtre, les filtres et la colonne « target ».`,
  );
}

function silentRight({ plan, indicator }: WarningFacts) {
  if (indicator.outcome === null) return null;
  const silent = [indicator.population, indicator.outcome].filter(
    (name) => name !== null && !plan.sources[name]?.matchingRight,
  );
  if (silent.length === 0) return null;
  return warning(
    'silent-right',
    `Le plan ne dit pas de quel droit ${frenchList(silent.map((name) => `« ${name} »`))} ${silent.length === 1 ? 'est croisée' : 'sont croisées'} : écrivez-le (matching_right) avant de publier, avec votre délégué à la protection des données.`,
  );
}

function guessedCoverage({ coverage }: WarningFacts) {
  if (coverage?.basis !== 'last-outcome') return null;
  return warning(
    'guessed-coverage',
    `Le plan ne dit pas jusqu’à quand le registre est complet ; le suivi s’arrête au dernier effet connu, le ${frenchDay(isoDay(coverage.day))}. Si le registre est en retard, le chiffre est trop bas.`,
  );
}

function afterCoverage({ coverage, counts }: WarningFacts) {
  if (coverage === null) return null;
  const late = sum(counts.filter(({ indexDay, delay }) => delay === null && indexDay > coverage.day));
  const later = sum(
    counts.filter(({ indexDay, delay }) => delay !== null && indexDay + delay > coverage.day),
  );
  if (late + later === 0) return null;
  const what = [
    ...(late > 0 ? [counted(late, 'unité entrée', 'unités entrées')] : []),
    ...(later > 0 ? [counted(later, 'effet constaté', 'effets constatés')] : []),
  ];
  return warning(
    'after-coverage',
    `${frenchList(what)} après le ${frenchDay(isoDay(coverage.day))}, dernier jour complet du registre : pas encore comptés.`,
  );
}

function noUpperWindow({ indicator }: WarningFacts) {
  if (indicator.outcome === null || indicator.window.until !== null) return null;
  return warning(
    'no-upper-window',
    'La fenêtre n’a pas de fin : un effet survenu des années après l’usage est compté. Les chiffres à chaque horizon n’en souffrent pas, le total si.',
  );
}

function roundedHorizons({ indicator, timeUnit }: WarningFacts) {
  const rounded = indicator.horizons.filter((days) => days % timeUnit !== 0 && days >= timeUnit);
  if (rounded.length === 0) return null;
  const read = rounded.map((days) => `${days} jours lu à ${Math.floor(days / timeUnit) * timeUnit} jours`);
  return warning(
    'rounded-horizon',
    `Les durées sont comptées par pas de ${plainDuration(timeUnit)} : ${read.join(', ')}.`,
  );
}

function repeated({ repeatedUnits, indicator }: WarningFacts) {
  if (repeatedUnits <= 0) return null;
  return warning(
    'repeated-units',
    `${counted(repeatedUnits, 'ligne répète une personne', 'lignes répètent une personne')} déjà présente dans « ${indicator.population} » : sa première entrée compte.`,
  );
}

function anonymous({ source, withoutSubject, rows }: MeasureInput) {
  const share = Math.round((withoutSubject / (withoutSubject + rows)) * 100);
  if (withoutSubject === 0 || share === 0) return null;
  return warning(
    'without-subject',
    `« ${source} » : ${counted(withoutSubject, 'ligne sans identifiant n’est pas suivie', 'lignes sans identifiant ne sont pas suivies')} (${frenchNumber(share)} sur 100). Le chiffre ne vaut que pour les personnes identifiées.`,
  );
}

function setAside({ source, rejected, rows }: MeasureInput) {
  if (rejected === 0) return null;
  return warning(
    'rows-set-aside',
    `« ${source} » : ${counted(rejected, 'ligne mise', 'lignes mises')} de côté à l’import pour ${counted(rows, 'ligne gardée', 'lignes gardées')}.`,
  );
}

const sum = (counts: readonly { readonly n: number }[]) => counts.reduce((total, { n }) => total + n, 0);
