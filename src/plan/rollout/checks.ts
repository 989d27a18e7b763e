import type { IndicatorCheck, KnownSources, Say } from '../indicator-checks.ts';
import { nearestName } from '../nearest-name.ts';
import type { RolloutIndicator, Source } from '../plan.ts';
import type { Finding } from '../problem.ts';
import { startsFindings } from './check-starts.ts';
import type { RolloutTerms } from './terms.ts';

/** What is wrong in an indicator that compares a panel, seen with the source it names. */
export function rolloutFindings(
  { panel, comparison, target }: RolloutIndicator,
  { sources, written, say }: IndicatorCheck,
): Finding[] {
  const source = sources.get(panel);
  const known = source?.kind === 'panel' ? source : null;
  const relative =
    target?.relative === false && Object.hasOwn(written, 'target') && known !== null && sharesPeople(known)
      ? shareTarget(target.value, say)
      : [];
  return [
    ...namedSource(panel, sources, say),
    ...termFindings(comparison, say),
    ...(known === null
      ? []
      : [
          ...startsFindings(comparison, { sources, say, ownColumn: known.started !== null }),
          ...attributeFindings(comparison, known, say),
          ...weightingFindings(comparison, known, say),
        ]),
    ...relative,
  ];
}

const sharesPeople = (source: Source): boolean => source.kind === 'panel' && source.numerator !== null;

const shareTarget = (value: number, say: Say): Finding[] =>
  value >= 0 && value <= 1
    ? []
    : [
        say(
          ['target', 'value'],
          `la cible est une part entre 0 et 1, pas ${value}, comme le chiffre lui-même`,
        ),
      ];

function namedSource(name: string, sources: KnownSources, say: Say): Finding[] {
  const candidates = [...sources].filter(([, s]) => s === null || s.kind === 'panel').map(([known]) => known);
  const list = candidates.length > 0 ? candidates.join(', ') : 'aucune pour le moment';
  const source = sources.get(name);
  if (source === undefined) {
    const near = nearestName(name, candidates) ?? undefined;
    const advice = near ? `vouliez-vous dire « ${near} » ?` : `sources de kind panel : ${list}`;
    return [say(['panel'], `panel nomme la source « ${name} », qui n'existe pas ; ${advice}`, near)];
  }
  if (source === null || source.kind === 'panel') return [];
  const sentence = `panel demande une source de kind panel, mais « ${name} » est de kind ${source.kind} ; sources possibles : ${list}`;
  return [say(['panel'], sentence)];
}

/** Keys that go with the other design. */
export function termFindings(terms: RolloutTerms, say: Say): Finding[] {
  const findings: Finding[] = [];
  const no = (key: string, sentence: string) => findings.push(say(['comparison', key], sentence));
  if (terms.design === 'before-after') {
    if (terms.estimator !== null)
      no(
        'estimator',
        'comparison.estimator ne se choisit qu’avec design: rollout ; une série comparée à son passé est lue en série interrompue',
      );
    if (terms.anticipation > 0)
      no('anticipation', 'comparison.anticipation n’a de sens qu’avec design: rollout ; retirez-la');
  } else {
    if (terms.lag !== null)
      no('lag', 'comparison.lag n’a de sens que pour une série comparée à son passé (design: before-after)');
    if (terms.seasons)
      no(
        'seasons',
        'comparison.seasons n’a de sens qu’avec design: before-after ; entre territoires, la saison est la même pour tous',
      );
  }
  return findings;
}

function attributeFindings({ covariates, cluster }: RolloutTerms, panel: Source, say: Say): Finding[] {
  const known = Object.keys(panel.attributes);
  const named = [
    ...covariates.map((name) => ['covariates', name] as const),
    ...(cluster === null ? [] : [['cluster', cluster] as const]),
  ];
  return named
    .filter(([, name]) => !known.includes(name))
    .map(([key, name]) => {
      const near = nearestName(name, known) ?? undefined;
      const advice = near
        ? `vouliez-vous dire « ${near} » ?`
        : known.length > 0
          ? `attributs possibles : ${known.join(', ')}`
          : `déclarez-le d'abord : attributes: {${name}: colonne}`;
      const sentence = `comparison.${key} : « ${name} » n'est pas un attribut de sources.${panel.name} ; ${advice}`;
      return say(['comparison', key], sentence, near);
    });
}

function weightingFindings({ weighting }: RolloutTerms, panel: Source, say: Say): Finding[] {
  if (weighting !== 'size' || panel.kind !== 'panel') return [];
  if (panel.weight !== null || panel.denominator !== null) return [];
  const sentence = `comparison.weighting vaut size, mais sources.${panel.name} ne dit pas la taille des territoires : ajoutez weight (ou numerator et denominator)`;
  return [say(['comparison', 'weighting'], sentence)];
}
