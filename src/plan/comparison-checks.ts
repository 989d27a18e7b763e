import { adjustmentFindings } from './adjustment-checks.ts';
import { assignmentFindings } from './assignment-checks.ts';
import { nearestName } from './nearest-name.ts';
import type { Comparison, FollowUpIndicator, Source } from './plan.ts';
import type { DocumentPath, Finding } from './problem.ts';
import { keyOf } from './written-key.ts';

type Say = (keys: DocumentPath, sentence: string, suggestion?: string) => Finding;

/**
 * What is wrong in the comparison and the decision of an indicator. `written` is the indicator as the document has it,
 * `people` the source its attributes belong to (undefined when it has problems of its own).
 */
export function comparisonFindings(
  indicator: FollowUpIndicator,
  people: Source | null | undefined,
  written: Readonly<Record<string, unknown>>,
  say: Say,
  sources: ReadonlyMap<string, Source | null>,
): Finding[] {
  const { comparison, decision, rollout } = indicator;
  if (comparison === undefined) {
    if (decision === undefined || rollout !== undefined) return [];
    const sentence =
      'decision demande une comparaison : sans groupe de comparaison, on ne sait pas ce que le service change ; ajoutez comparison, ou retirez decision';
    return [say(['decision'], sentence)];
  }
  return [
    ...designFindings(comparison, written, say),
    ...adjustmentFindings(comparison, written, say),
    ...assignmentFindings(comparison, { people, sources }, written, say),
    ...attributeFindings(comparison, people, say),
  ];
}

function designFindings(
  { design, arm, takeUp, covariates, treated, control, strata }: Comparison,
  written: Readonly<Record<string, unknown>>,
  say: Say,
): Finding[] {
  const findings: Finding[] = [];
  if (arm === '') {
    findings.push(
      say(
        ['comparison'],
        'il manque comparison.arm : l’attribut qui dit dans quel groupe est chaque personne',
      ),
    );
  }
  if (treated === control) {
    const sentence = `comparison : treated et control valent tous deux « ${treated} » ; il faut deux valeurs différentes de ${arm}`;
    findings.push(say(['comparison', 'control'], sentence));
  }
  if (design === 'adjusted' && covariates.length === 0) {
    const sentence =
      'comparison.design vaut adjusted, mais aucune caractéristique (covariates) ne dit en quoi rendre les groupes semblables ; ajoutez celles connues avant l’usage';
    findings.push(say(['comparison'], sentence));
  }
  if (design === 'adjusted' && takeUp !== null) {
    const sentence =
      'comparison.take_up n’a de sens qu’après un tirage au sort (design: randomised) ; ici, arm dit déjà qui a utilisé le service';
    findings.push(say(['comparison', 'take_up'], sentence));
  }
  if (design === 'adjusted' && keyOf(written.comparison, 'expected_share') != null) {
    const sentence =
      'comparison.expected_share est la part prévue par un tirage au sort : elle n’a pas de sens avec design: adjusted';
    findings.push(say(['comparison', 'expected_share'], sentence));
  }
  if (design === 'randomised' && keyOf(written.comparison, 'estimand') != null) {
    const sentence =
      'comparison.estimand ne se choisit qu’avec design: adjusted ; après un tirage au sort, l’effet est celui de l’offre (et de l’usage avec take_up)';
    findings.push(say(['comparison', 'estimand'], sentence));
  }
  const twice = covariates.filter((name) => name === arm || name === takeUp?.attribute);
  if (twice.length > 0) {
    const sentence = `comparison.covariates contient ${twice.join(', ')}, qui dit déjà qui a le service : rendre les groupes semblables sur lui effacerait la comparaison ; retirez-le`;
    findings.push(say(['comparison', 'covariates'], sentence));
  }
  if (strata.some((name) => name === arm || name === takeUp?.attribute)) {
    const sentence =
      'comparison.strata nomme l’attribut qui dit qui a le service ; il faut celui dans lequel le tirage a été fait (zone, âge…)';
    findings.push(say(['comparison', 'strata'], sentence));
  }
  if (takeUp !== null && takeUp.attribute === arm) {
    findings.push(say(['comparison', 'take_up'], 'comparison : arm et take_up nomment le même attribut'));
  }
  return findings;
}

function attributeFindings(comparison: Comparison, people: Source | null | undefined, say: Say): Finding[] {
  if (!people) return [];
  const group = people.kind === 'units' && people.group !== null ? [people.group] : [];
  const known = [...Object.keys(people.attributes), ...group];
  const named: readonly (readonly [key: string, name: string])[] = [
    ...(comparison.arm === '' || comparison.assignment !== null ? [] : [['arm', comparison.arm] as const]),
    ...(comparison.prePeriod === null ? [] : [['pre_period', comparison.prePeriod] as const]),
    ...(comparison.takeUp ? [['take_up', comparison.takeUp.attribute] as const] : []),
    ...comparison.covariates.map((name) => ['covariates', name] as const),
    ...comparison.strata.map((name) => ['strata', name] as const),
  ];
  return named
    .filter(([, name]) => !known.includes(name))
    .map(([key, name]) => {
      const near = nearestName(name, known) ?? undefined;
      const advice = near
        ? `vouliez-vous dire « ${near} » ?`
        : known.length > 0
          ? `attributs possibles : ${known.join(', ')} ; ou déclarez-le : attributes: {${name}: colonne}`
          : `déclarez-le d'abord : attributes: {${name}: colonne}`;
      return say(
        ['comparison', key],
        `comparison.${key} : « ${name} » n'est pas un attribut de sources.${people.name} ; ${advice}`,
        near,
      );
    });
}
