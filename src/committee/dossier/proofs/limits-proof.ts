import { typeset } from '../../../platform/french/typography.ts';
import type { CommitteeEvidence } from '../../evidence/evidence.ts';
import { list, type Section, text } from '../dossier.ts';

/** What these figures do not say, as the plan wrote it and as the measure found it. */
export function limitsProof({ figures, measure }: CommitteeEvidence): Section {
  const hidden = measure.kind === 'published' ? measure.hidden : [];
  const said = [
    ...new Set([...figures.flatMap(({ limits, warnings }) => [...limits, ...warnings]), ...hidden]),
  ];
  return {
    id: 'limites',
    heading: 'Ce que ces chiffres ne disent pas',
    blocks:
      said.length === 0 ? [text('Aucune limite n’est écrite pour ce service.')] : list(said.map(typeset)),
  };
}
