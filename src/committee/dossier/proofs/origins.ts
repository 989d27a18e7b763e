import { inputKinds } from '../../../measure/input-kinds.ts';
import { frenchDay, shortDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { CommitteeEvidence } from '../../evidence/evidence.ts';
import { type Block, type Section, text } from '../dossier.ts';

/** Where the figures come from, and the hashes that let one check that nothing changed since. */
export function origins(evidence: CommitteeEvidence, sha256: string | null): Section {
  return {
    id: 'origine',
    heading: 'D’où viennent ces chiffres',
    blocks: [...sourcesOf(evidence), ...measureOf(evidence), ...hashesOf(evidence, sha256)],
  };
}

function sourcesOf({ sources }: CommitteeEvidence): readonly Block[] {
  if (sources.length === 0) return [];
  const rows = sources.map(({ source, kind, firstDay, lastDay }) => [
    source,
    kind in inputKinds ? inputKinds[kind as keyof typeof inputKinds] : kind,
    firstDay === null || lastDay === null ? '—' : `du ${shortDay(firstDay)} au ${shortDay(lastDay)}`,
  ]);
  const caption = 'Les sources, et les jours qu’elles couvrent';
  return [{ kind: 'table', table: { caption, columns: ['Source', 'Nature', 'Jours'], rows } }];
}

function measureOf({ measure }: CommitteeEvidence): readonly Block[] {
  if (measure.kind !== 'published') return [text(measure.sentence)];
  return [
    text(
      typeset(
        `Publication n° ${measure.number}, rendue publique le ${frenchDay(measure.publishedOn)}, calculée par ${measure.software}. Quiconque peut la recalculer à partir des effectifs publiés : « foulee verify ».`,
      ),
    ),
  ];
}

function hashesOf({ measure, plan }: CommitteeEvidence, sha256: string | null): readonly Block[] {
  const planName =
    plan === null || plan.version === null || plan.savedOn === null
      ? 'Plan de mesure'
      : `Plan de mesure, version ${plan.version} du ${frenchDay(plan.savedOn)}`;
  const rows = [
    ...(sha256 === null ? [] : [['Ce dossier (preuve figée)', sha256]]),
    ...(measure.kind === 'published' ? [['Publication', measure.sha256]] : []),
    ...(plan === null ? [] : [[planName, plan.hash]]),
  ];
  if (rows.length === 0) return [];
  const caption = 'Empreintes SHA-256 : un seul mot changé, et l’empreinte n’est plus la même';
  return [{ kind: 'table', table: { caption, columns: ['Document', 'Empreinte'], rows } }];
}
