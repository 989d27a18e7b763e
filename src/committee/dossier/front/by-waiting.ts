import type { CommitteeEvidence } from '../../evidence/evidence.ts';
import { list, type Section, text } from '../dossier.ts';
import { mainFigure } from '../main-figure.ts';

/** What more would be known by waiting, or by measuring better, and what that is worth. */
export function byWaiting(evidence: CommitteeEvidence): Section {
  const { suggestion } = evidence;
  const figure = mainFigure(evidence);
  const unripe = (figure?.effects ?? []).flatMap((effect) =>
    effect.kind === 'insufficient' && effect.reason === 'not-mature' && effect.measure === 'difference'
      ? [effect.sentence]
      : [],
  );
  const waiting = figure?.decision?.waiting ?? null;
  const said = [
    ...unripe,
    ...(suggestion.nextStep === null ? [] : [suggestion.nextStep]),
    ...(waiting === null ? suggestion.valueOfKnowing : [waiting]),
  ];
  const items = [...new Set(said)];
  return {
    id: 'attendre',
    heading: 'Ce que l’on saurait en attendant',
    blocks:
      items.length === 0
        ? [text('Rien de plus n’est prévu : aucun chiffre n’est en train de mûrir.')]
        : list(items),
  };
}
