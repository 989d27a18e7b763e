import { counted, frenchList } from '../../platform/french/number.ts';
import { quoted } from '../../platform/french/typography.ts';
import type { Hidden } from '../bundle/bundle.ts';
import { others } from '../disclosure/earlier.ts';
import { followedPast } from '../disclosure/long-enough.ts';
import { type DisclosureRule, maySee } from '../disclosure/rule.ts';
import type { FollowUpFacts } from './follow-up-facts.ts';
import { isEnd } from './follow-up-figures.ts';
import type { FollowUpCounts } from './published-counts.ts';

/** What the publication shows less finely than the measure, and why; without saying how few. */
export function hiddenOf(
  facts: FollowUpFacts,
  counts: FollowUpCounts,
  rule: DisclosureRule,
): readonly Omit<Hidden, 'indicator'>[] {
  const why = `un effectif de moins de ${rule.threshold} serait visible, ici ou par différence avec un autre tableau`;
  const { everyone } = counts;
  if (everyone === null) return [{ what: 'tous les effectifs', why }];
  const unread = facts.horizons.filter(
    (days) =>
      followedPast(facts.units, Math.floor(days / facts.timeUnit + 1e-9)) &&
      !isEnd(everyone, days, facts.timeUnit),
  );
  const tables = facts.breakdowns.flatMap(({ by }) => {
    const table = counts.breakdowns.find((own) => own.by === by)?.table;
    if (table === undefined) return [`le détail selon ${quoted(by)}`];
    return table.groups.some(({ group }) => group === others)
      ? [`les plus petits groupes selon ${quoted(by)}, réunis`]
      : [];
  });
  const blocks = counts.cohorts?.groups.filter(({ group }) => group?.includes('/')).length ?? 0;
  const compared = facts.comparison;
  const outside = compared === null ? [] : facts.units.filter((unit) => compared.armOf(unit) === null);
  return [
    { what: `la courbe jour par jour, donnée en ${counted(everyone.until.length, 'étape', 'étapes')}`, why },
    ...(unread.length === 0 ? [] : [{ what: `les chiffres à ${frenchList(unread.map(String))} jours`, why }]),
    ...tables.map((what) => ({ what, why })),
    ...(facts.cohortOf !== null && counts.cohorts === null
      ? [{ what: 'le détail par date d’arrivée', why }]
      : []),
    ...(blocks > 0 ? [{ what: 'des périodes d’arrivée voisines, réunies', why }] : []),
    ...(compared !== null && counts.arms === null ? [{ what: 'la comparaison entre les groupes', why }] : []),
    ...(compared?.takeUpOf && counts.takeUp === null ? [{ what: 'l’effet de l’usage lui-même', why }] : []),
    ...(maySee(
      outside.reduce((sum, { n }) => sum + n, 0),
      rule,
    )
      ? []
      : [{ what: 'les quelques cas qui ne sont dans aucun des deux groupes', why }]),
    ...(counts.covariates.some(({ rows }) => rows.some((row) => row.treated === null || row.control === null))
      ? [{ what: 'des cases du tableau des groupes comparés', why }]
      : []),
    ...(counts.nowcast?.some(({ observed }) => observed === null)
      ? [{ what: 'des semaines des effets récents', why }]
      : []),
  ];
}
