import { comparisonFindings } from '../comparison-checks.ts';
import { daysText } from '../duration.ts';
import type { IndicatorCheck, KnownSources, Say } from '../indicator-checks.ts';
import { namedAttributes, namedSource } from '../named-source.ts';
import type { FollowUpIndicator, Source } from '../plan.ts';
import type { Finding } from '../problem.ts';
import { peopleRolloutFindings } from '../rollout/people-checks.ts';

/** What is wrong in a follow-up that is well formed, seen with the sources it names. */
export function followUpFindings(
  indicator: FollowUpIndicator,
  { sources, written, say }: IndicatorCheck,
): Finding[] {
  const usable = new Map([...sources].filter(([name, source]) => isInItsRole(indicator, name, source)));
  return [
    ...sourceFindings(indicator, sources, say),
    ...roleFindings(indicator, usable, say),
    ...matchFindings(indicator, usable, say),
    ...durationFindings(indicator, usable, written, say),
    ...windowFindings(indicator, say),
    ...breakdownFindings(indicator, usable, say),
    ...comparisonFindings(
      indicator,
      usable.get(indicator.exposure ?? indicator.population ?? ''),
      written,
      say,
      sources,
    ),
    ...(indicator.rollout === undefined
      ? []
      : peopleRolloutFindings(
          indicator,
          indicator.rollout,
          usable.get(indicator.exposure ?? indicator.population ?? ''),
          { sources, written, say },
        )),
    ...audienceFindings(indicator, sources, say),
    ...targetFindings(indicator, say),
  ];
}

const roles = { exposure: 'events', population: 'units', outcome: 'outcomes' } as const;
const roleKeys = ['exposure', 'population', 'outcome'] as const;

const isInItsRole = (indicator: FollowUpIndicator, name: string, source: Source | null): boolean =>
  roleKeys.every((role) => indicator[role] !== name || source === null || source.kind === roles[role]);

const sourceFindings = (indicator: FollowUpIndicator, sources: KnownSources, say: Say): Finding[] =>
  roleKeys.flatMap((role) => {
    const name = indicator[role];
    return name === null ? [] : namedSource({ key: role, name, kinds: [roles[role]] }, sources, say);
  });

function roleFindings(
  { exposure, population, outcome }: FollowUpIndicator,
  sources: KnownSources,
  say: Say,
): Finding[] {
  if (exposure !== null && population !== null) {
    return [
      say(
        ['population'],
        'exposure et population sont donnés tous les deux ; gardez celui qui déclenche le suivi',
      ),
    ];
  }
  if (exposure === null && population === null) {
    return [
      say(
        [],
        "il manque qui est suivi : exposure (une source d'usages) ou population (des personnes déjà suivies)",
      ),
    ];
  }
  if (exposure !== null && outcome === null) {
    return [say([], "il manque outcome : la source où l'effet est constaté après l'usage")];
  }
  const uses = exposure === null ? null : sources.get(exposure);
  if (uses?.kind === 'events' && uses.subject === null) {
    const sentence = `suivre des personnes demande la colonne subject de sources.${uses.name}, qui manque`;
    return [say(['exposure'], sentence)];
  }
  const people = population === null ? null : sources.get(population);
  if (people?.kind !== 'units' || people.followUp !== 'dates') return [];
  if (outcome === null && people.time === null) {
    const sentence = `il manque où lire l'effet : outcome (une autre source), ou time dans sources.${people.name}`;
    return [say(['population'], sentence)];
  }
  if (outcome !== null && people.time !== null) {
    const sentence = `l'effet est donné deux fois, par outcome et par time dans sources.${people.name} ; gardez l'un des deux`;
    return [say(['outcome'], sentence)];
  }
  return [];
}

function matchFindings(indicator: FollowUpIndicator, sources: KnownSources, say: Say): Finding[] {
  const { match, unit, outcome } = indicator;
  const findings: Finding[] = [];
  const base = sources.get(indicator.exposure ?? indicator.population ?? '');
  const register = outcome === null ? null : sources.get(outcome);
  if (!match.includes('subject')) findings.push(say(['match'], 'match doit contenir subject'));
  if (!unit.includes('subject')) findings.push(say(['unit'], 'unit doit contenir subject'));
  const withoutTarget = [base, register].flatMap((s) =>
    s && (!('target' in s) || s.target === null) ? [`sources.${s.name}`] : [],
  );
  if (match.includes('target') && withoutTarget.length > 0) {
    const sentence = `match demande la cible (target), mais ${withoutTarget.join(' et ')} n'en a pas ; ajoutez la colonne, ou gardez match: [subject]`;
    findings.push(say(['match'], sentence));
  }
  if (unit.includes('target') && !match.includes('target')) {
    const sentence =
      'unit suit des couples personne et cible, mais match ne relie que les personnes : un même effet compterait pour chaque cible ; écrivez match: [subject, target], ou unit: [subject]';
    findings.push(say(['unit'], sentence));
  }
  if (base?.kind === 'units' && base.subject === null && (outcome !== null || unit.includes('target'))) {
    const sentence = `relier sources.${base.name} à une autre source demande sa colonne subject, qui manque`;
    findings.push(say(['population'], sentence));
  }
  return findings;
}

/** People whose follow-up is already a duration: nothing is matched, and there is no window to choose. */
function durationFindings(
  { population, outcome }: FollowUpIndicator,
  sources: KnownSources,
  written: Readonly<Record<string, unknown>>,
  say: Say,
): Finding[] {
  const people = population === null ? null : sources.get(population);
  if (people?.kind !== 'units' || people.followUp !== 'durations') return [];
  const given = `sources.${people.name} donne déjà la durée et la fin du suivi`;
  const findings: Finding[] = [];
  if (outcome !== null)
    findings.push(say(['outcome'], `${given} : outcome n'a pas de sens ici ; retirez-le`));
  if (written.window != null)
    findings.push(say(['window'], `${given} : window n'a pas de sens ici ; retirez-la`));
  return findings;
}

function windowFindings({ window, horizons }: FollowUpIndicator, say: Say): Finding[] {
  const { after, until } = window;
  const findings: Finding[] = [];
  if (until !== null && after > until) {
    const sentence = `la fenêtre s'ouvre (after : ${daysText(after)}) après s'être fermée (until : ${daysText(until)})`;
    return [say(['window'], sentence)];
  }
  const beyond = until === null ? [] : horizons.filter((horizon) => horizon > until);
  if (until !== null && beyond.length > 0) {
    const sentence = `horizon de ${beyond.join(', ')} jours au-delà de la fenêtre, fermée à ${daysText(until)} ; allongez until ou retirez cet horizon`;
    findings.push(say(['horizons'], sentence));
  }
  const before = horizons.filter((horizon) => horizon < after);
  if (before.length > 0) {
    const sentence = `horizon de ${before.join(', ')} jours avant l'ouverture de la fenêtre (after : ${daysText(after)}) : aucun effet n'y compterait`;
    findings.push(say(['horizons'], sentence));
  }
  return findings;
}

const breakdownFindings = (indicator: FollowUpIndicator, sources: KnownSources, say: Say): Finding[] =>
  namedAttributes(
    'breakdown',
    indicator.breakdown,
    sources.get(indicator.exposure ?? indicator.population ?? ''),
    say,
  );

/** CNIL, consent exemption for audience measurement: no crossing with other processing, anonymous statistics only. */
function audienceFindings(indicator: FollowUpIndicator, sources: KnownSources, say: Say): Finding[] {
  return roleKeys.flatMap((role) => {
    const source = sources.get(indicator[role] ?? '');
    if (!source?.audienceExempt) return [];
    const sentence = `sources.${source.name} est une mesure d'audience exemptée de consentement : la CNIL réserve ces données à des statistiques anonymes de fréquentation et interdit de les croiser avec un autre traitement ; utilisez le journal applicatif d'usagers connectés et informés`;
    return [say([role], sentence)];
  });
}

function targetFindings({ target }: FollowUpIndicator, say: Say): Finding[] {
  if (target === null || target.relative || (target.value >= 0 && target.value <= 1)) return [];
  const share = target.value > 1 && target.value <= 100 ? String(target.value / 100) : undefined;
  const advice = share ? ` ; pour ${target.value} %, écrivez ${share}` : '';
  const sentence = `la cible est une part entre 0 et 1, pas ${target.value}${advice} (ou relative: true pour une variation)`;
  return [say(['target', 'value'], sentence, share)];
}
