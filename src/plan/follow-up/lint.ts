import { dateText, daysBetween } from '../calendar-date.ts';
import { daysText } from '../duration.ts';
import { comparisonAdvice } from '../lint-comparison.ts';
import type { Advice, SourceFacts } from '../lint-plan.ts';
import { speaksOfUsage } from '../plain-words.ts';
import type { FollowUpIndicator, Plan, Source } from '../plan.ts';

/** What may mislead in a follow-up; paths are those of the indicator's keys. */
export function followUpAdvice(
  plan: Plan,
  indicator: FollowUpIndicator,
  facts: Readonly<Record<string, SourceFacts>>,
): Advice[] {
  const people = plan.sources[indicator.exposure ?? indicator.population ?? ''];
  const register = indicator.outcome === null ? undefined : plan.sources[indicator.outcome];
  return [
    usageAsImpact(indicator, people, register),
    missingHorizon(indicator),
    ...windowAdvice(indicator, people),
    ...coverageAdvice(indicator, people, register, facts),
    ...comparisonAdvice(indicator),
  ].filter((advice) => advice !== null);
}

function usageAsImpact(
  indicator: FollowUpIndicator,
  people: Source | undefined,
  register: Source | undefined,
): Advice | null {
  if (indicator.matrix !== 'impactful' && indicator.matrix !== 'efficient') return null;
  const advice =
    'Un usage ne dit pas ce qui change ensuite : classez-le en « used », ou suivez ce qui arrive après.';
  const code = 'usage-as-impact';
  if (speaksOfUsage(indicator.name)) {
    return {
      path: '.name',
      code,
      sentence: `« ${indicator.name} » compte un usage, présenté comme un impact. ${advice}`,
    };
  }
  const values = (register?.where ?? []).flatMap((tests) =>
    Object.values(tests).flatMap((test) => test.in ?? []),
  );
  const usage =
    values.find(speaksOfUsage) ?? (register && speaksOfUsage(register.name) ? register.name : undefined);
  if (usage !== undefined) {
    const sentence = `L'effet retenu (« ${usage} ») est lui-même un usage, présenté comme un impact. ${advice}`;
    return { path: '.outcome', code, sentence };
  }
  if (register && people && register.files.some((file) => people.files.includes(file))) {
    const sentence = `L'effet est lu dans les mêmes fichiers que l'usage : il s'agit sans doute encore d'un usage, présenté comme un impact. ${advice}`;
    return { path: '.outcome', code, sentence };
  }
  return null;
}

function missingHorizon({ horizonsByDefault, horizons }: FollowUpIndicator): Advice | null {
  if (!horizonsByDefault) return null;
  const sentence = `Aucun horizon n'est fixé : le chiffre sera lu à ${horizons.join(' et ')} jours, faute de mieux. Choisissez avant de regarder, par exemple horizons: [90d, 180d].`;
  return { path: '', code: 'no-horizon', sentence };
}

function windowAdvice({ window, horizons }: FollowUpIndicator, people: Source | undefined): Advice[] {
  if (people?.kind === 'units' && people.followUp === 'durations') return [];
  const advice: Advice[] = [];
  if (window.until === null) {
    const sentence = `La fenêtre n'a pas de fin (until: null) : avec le temps, presque tout finit par arriver et serait attribué au service. Fermez-la, par exemple until: ${Math.max(...horizons)}d.`;
    advice.push({ path: '.window.until', code: 'no-upper-window', sentence });
  }
  if (window.after === 0) {
    const sentence =
      "Un effet daté du jour même de l'usage compte (after: 0d), alors qu'il a pu le précéder. Écrivez after: 1d, sauf si l'heure des deux est connue pour être dans cet ordre.";
    advice.push({ path: '.window.after', code: 'same-day', sentence });
  }
  return advice;
}

function coverageAdvice(
  { window, horizons }: FollowUpIndicator,
  people: Source | undefined,
  register: Source | undefined,
  facts: Readonly<Record<string, SourceFacts>>,
): Advice[] {
  const holder = register ?? people;
  if (!people || !holder || (people.kind === 'units' && people.followUp === 'durations')) return [];
  const known = facts[holder.name];
  const coverage = holder.completeThrough ?? known?.coverage ?? known?.lastDay ?? null;
  const firstUse = facts[people.name]?.firstDay ?? earliestKept(people);
  const advice: Advice[] = [];
  const longest = window.until ?? Math.max(...horizons);
  if (coverage !== null && firstUse !== null && daysBetween(firstUse, coverage) < longest) {
    const days = Math.max(0, daysBetween(firstUse, coverage));
    const sentence = `Le suivi demandé est de ${daysText(longest)}, mais « ${holder.name} » n'est complète que jusqu'au ${dateText(coverage)}, soit ${daysText(days)} après le premier départ (${dateText(firstUse)}) : aucune cohorte ne sera mûre. Raccourcissez la fenêtre ou attendez un registre plus récent.`;
    advice.push({ path: '.window', code: 'window-beyond-register', sentence });
  }
  const registerStart = register ? (facts[register.name]?.firstDay ?? null) : null;
  if (firstUse !== null && registerStart !== null && daysBetween(firstUse, registerStart) > window.after) {
    const sentence = `« ${holder.name} » ne commence que le ${dateText(registerStart)}, après les premiers usages (${dateText(firstUse)}) : leurs effets manqueront. Écartez ces usages, par exemple where: {${timeColumn(people)}: {min: ${registerStart}}}.`;
    advice.push({ path: '.outcome', code: 'register-starts-late', sentence });
  }
  return advice;
}

const timeColumn = (source: Source): string =>
  source.kind === 'events'
    ? source.time
    : source.kind === 'units' && source.followUp === 'dates'
      ? source.entry
      : '';

/** First day the filter of a source lets in, when every alternative of the filter says so. */
function earliestKept(source: Source): string | null {
  const column = timeColumn(source);
  const bounds = source.where.map((tests) => tests[column]?.min);
  const days = bounds.filter((bound): bound is string => typeof bound === 'string');
  return days.length > 0 && days.length === bounds.length ? (days.sort()[0] ?? null) : null;
}
