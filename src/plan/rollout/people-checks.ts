import type { KnownSources, Say } from '../indicator-checks.ts';
import { nearestName } from '../nearest-name.ts';
import type { FollowUpIndicator, Source } from '../plan.ts';
import type { Finding } from '../problem.ts';
import { keyOf } from '../written-key.ts';
import { startsFindings } from './check-starts.ts';
import { termFindings } from './checks.ts';
import type { RolloutTerms } from './terms.ts';

/** Keys of the other designs: they mean nothing between territories. */
const otherDesigns = [
  'arm',
  'treated',
  'control',
  'take_up',
  'taken',
  'covariates',
  'estimand',
  'expected_share',
  'linkage',
  'adjustment',
  'replacement',
  'caliper',
  'pre_period',
  'strata',
  'assignment',
];

/** What is wrong in the comparison by territories, or in time, of people followed. */
export function peopleRolloutFindings(
  indicator: FollowUpIndicator,
  terms: RolloutTerms,
  people: Source | null | undefined,
  context: {
    readonly sources: KnownSources;
    readonly written: Readonly<Record<string, unknown>>;
    readonly say: Say;
  },
): Finding[] {
  const { sources, written, say } = context;
  const findings: Finding[] = [];
  const out = otherDesigns.filter((key) => keyOf(written.comparison, key) != null);
  if (out.length > 0)
    findings.push(
      say(
        ['comparison', out[0] ?? ''],
        `comparison.${out.join(', ')} : sans objet avec design: ${terms.design} ; retirez ${out.length > 1 ? 'ces clés' : 'cette clé'}`,
      ),
    );
  if (indicator.exposure !== null)
    findings.push(
      say(
        ['exposure'],
        `comparer selon l’arrivée du service demande de suivre aussi ceux qui ne l’ont pas eu : remplacez exposure par population, une liste de personnes entrées avant et après`,
      ),
    );
  if (people?.kind === 'units' && people.followUp === 'durations')
    findings.push(
      say(
        ['population'],
        `comparer selon l’arrivée du service demande la date d’entrée de chaque personne, que sources.${people.name} n’a pas`,
      ),
    );
  return [
    ...findings,
    ...termFindings(terms, say),
    ...territoryFindings(terms, people, say),
    ...startsFindings(terms, { sources, say, ownColumn: false }),
  ];
}

function territoryFindings(
  { territory, design, started }: RolloutTerms,
  people: Source | null | undefined,
  say: Say,
): Finding[] {
  if (territory === null) {
    if (design === 'before-after' && started.in === 'once') return [];
    return [
      say(
        ['comparison'],
        'il manque comparison.territory : l’attribut qui dit le territoire de chaque personne suivie',
      ),
    ];
  }
  if (!people) return [];
  const known = Object.keys(people.attributes);
  if (known.includes(territory)) return [];
  const near = nearestName(territory, known) ?? undefined;
  const advice = near
    ? `vouliez-vous dire « ${near} » ?`
    : known.length > 0
      ? `attributs possibles : ${known.join(', ')} ; ou déclarez-le : attributes: {${territory}: colonne}`
      : `déclarez-le d'abord : attributes: {${territory}: colonne}`;
  return [
    say(
      ['comparison', 'territory'],
      `comparison.territory : « ${territory} » n'est pas un attribut de sources.${people.name} ; ${advice}`,
      near,
    ),
  ];
}
