import { nearestName } from './nearest-name.ts';
import type { Comparison, Source } from './plan.ts';
import type { DocumentPath, Finding } from './problem.ts';
import { keyOf } from './written-key.ts';

type Say = (keys: DocumentPath, sentence: string, suggestion?: string) => Finding;

interface Known {
  /** Who is followed; null or undefined when that source has problems of its own. */
  readonly people: Source | null | undefined;
  readonly sources: ReadonlyMap<string, Source | null>;
}

/** What is wrong in how the plan knows who was drawn, when no attribute says it. */
export function assignmentFindings(
  comparison: Comparison,
  known: Known,
  written: Readonly<Record<string, unknown>>,
  say: Say,
): Finding[] {
  const { assignment, design } = comparison;
  if (assignment === null) return [];
  const at = (key: string, sentence: string, suggestion?: string) =>
    say(['comparison', key], sentence, suggestion);
  if (design !== 'randomised') {
    return [
      at(
        'assignment',
        'comparison.assignment dit un tirage au sort : écrivez design: randomised, ou retirez-le',
      ),
    ];
  }
  const findings: Finding[] = [];
  if (keyOf(written.comparison, 'arm') != null) {
    findings.push(
      at(
        'arm',
        'comparison.arm et comparison.assignment disent tous deux qui est dans quel groupe ; gardez l’un des deux',
      ),
    );
  }
  if (known.people?.kind === 'units' && known.people.subject === null) {
    findings.push(
      at(
        'assignment',
        `le tirage se retrouve par l’identifiant de la personne : ajoutez subject à sources.${known.people.name}`,
      ),
    );
  }
  return [
    ...findings,
    ...(assignment.from === 'source'
      ? sourceFindings(assignment.source, known.sources, at)
      : armFindings(comparison, assignment.arms, written, at)),
  ];
}

type At = (key: string, sentence: string, suggestion?: string) => Finding;

function sourceFindings(name: string, sources: Known['sources'], at: At): Finding[] {
  const source = sources.get(name);
  if (source === null) return [];
  if (source === undefined) {
    const candidates = [...sources].filter(([, s]) => s?.kind === 'assignments').map(([known]) => known);
    const near = nearestName(name, candidates) ?? undefined;
    const advice = near
      ? `vouliez-vous dire « ${near} » ?`
      : `sources de kind assignments : ${candidates.join(', ') || 'aucune pour le moment'}`;
    return [
      at(
        'assignment',
        `comparison.assignment nomme la source « ${name} », qui n'existe pas ; ${advice}`,
        near,
      ),
    ];
  }
  if (source.kind !== 'assignments') {
    return [
      at(
        'assignment',
        `comparison.assignment demande une source de kind assignments, mais « ${name} » est de kind ${source.kind}`,
      ),
    ];
  }
  if (source.audienceExempt) {
    return [
      at(
        'assignment',
        `sources.${name} est une mesure d'audience exemptée de consentement : elle ne peut être croisée avec rien`,
      ),
    ];
  }
  return [];
}

function armFindings(
  { treated, control }: Comparison,
  arms: readonly { readonly name: string }[],
  written: Readonly<Record<string, unknown>>,
  at: At,
): Finding[] {
  const names = arms.map(({ name }) => name);
  const findings: Finding[] = [];
  if (names.length < 2) {
    findings.push(
      at('assignment', 'comparison.assignment.shares ne donne qu’un groupe : il en faut deux pour comparer'),
    );
  }
  for (const [key, value] of [
    ['treated', treated],
    ['control', control],
  ] as const) {
    if (value !== null && !names.includes(value)) {
      findings.push(
        at(
          key,
          `comparison.${key} : « ${value} » n’est pas un groupe du tirage ; groupes : ${names.join(', ')}`,
        ),
      );
    }
  }
  if (keyOf(written.comparison, 'expected_share') != null) {
    findings.push(
      at(
        'expected_share',
        'comparison.expected_share est déjà dit par les parts du tirage (shares) ; retirez-le',
      ),
    );
  }
  return findings;
}
