import { evidenceLevels } from '../../../measure/evidence-levels.ts';
import { frenchList } from '../../../platform/french/number.ts';
import { quoted, typeset } from '../../../platform/french/typography.ts';
import type { CommitteeEvidence } from '../../evidence/evidence.ts';
import { type Block, note, type Section, text } from '../dossier.ts';
import { mainFigure } from '../main-figure.ts';

/** The sentence the service is known by, how sure it is, and since when; or why there is none. */
export function whatChanges(evidence: CommitteeEvidence): Section {
  return { id: 'effet', heading: 'Ce que le service change', blocks: blocksOf(evidence) };
}

function blocksOf(evidence: CommitteeEvidence): readonly Block[] {
  const { measure } = evidence;
  const figure = mainFigure(evidence);
  if (figure === null) {
    const why = measure.kind === 'published' ? 'Aucun chiffre n’est publié.' : measure.sentence;
    return [{ kind: 'sentence', text: `On ne le sait pas. ${why}` }];
  }
  const { level, checks } = figure.evidence;
  const failed = checks.filter(({ status }) => status === 'failed').map(({ name }) => quoted(name));
  const since = measure.kind === 'published' ? measure.freshness.sentence : null;
  return [
    { kind: 'sentence', text: figure.sentence },
    { kind: 'level', level, line: typeset(evidenceLevels[level].line) },
    ...(failed.length === 0
      ? []
      : [
          text(
            typeset(
              `${failed.length === 1 ? 'Un contrôle n’est pas passé' : 'Des contrôles ne sont pas passés'} : ${frenchList(failed)}.`,
            ),
          ),
        ]),
    ...(since === null ? [] : [note(since)]),
  ];
}
