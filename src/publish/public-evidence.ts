import type { Check, Evidence, HeadlineBase } from '../measure/measure.ts';
import type { PublishedCounts } from './method/published-method.ts';

/** Checks that say where a figure comes from, and count nobody. */
const withoutCounts = new Set([
  'effet constaté',
  'registre complet',
  'comparaison',
  'tirage au sort',
  'mesures vérifiables',
  'volume compté',
]);

/**
 * The evidence of a measure as all may read it: the same level and the same outcome of each check, without the numbers
 * of people that are not published beside.
 */
export function publicEvidence(
  evidence: Evidence,
  counts: PublishedCounts,
  { effect }: Pick<HeadlineBase, 'effect'>,
): Evidence {
  const hidden = nothingShown(counts, effect !== null);
  return { ...evidence, checks: evidence.checks.map((check) => publicCheck(check, hidden, effect)) };
}

function publicCheck(check: Check, hidden: boolean, effect: HeadlineBase['effect']): Check {
  if (check.name === 'effet lisible' && effect?.kind === 'insufficient')
    return {
      ...check,
      status: 'failed',
      figure: null,
      sentence: `Aucun effet ne peut être lu. ${effect.sentence}`,
    };
  if (hidden && !withoutCounts.has(check.name))
    return {
      ...check,
      figure: null,
      sentence: 'Le détail est masqué : il compterait trop peu de cas.',
    };
  if (check.name === 'personnes tirées retrouvées')
    return {
      ...check,
      figure: null,
      sentence:
        check.status === 'passed'
          ? 'Les personnes tirées au sort sont suivies autant d’un côté que de l’autre.'
          : 'Les personnes tirées au sort ne sont pas suivies autant d’un côté que de l’autre : la comparaison n’est plus celle d’un tirage au sort.',
    };
  return check;
}

function nothingShown(counts: PublishedCounts, compared: boolean): boolean {
  switch (counts.kind) {
    case 'figures':
      return counts.missing !== null;
    case 'follow-up':
      return counts.everyone === null || (compared && counts.arms === null);
    case 'panel':
      return false;
  }
}
