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
  const worth = suggestion.isKnowingPriced ? suggestion.valueOfKnowing : [];
  const said = [
    ...unripe,
    ...(suggestion.nextStep === null ? [] : [suggestion.nextStep]),
    ...(waiting === null ? worth : [waiting]),
  ];
  const items = [...new Set(said)];
  return {
    id: 'attendre',
    heading: 'Ce que l’on saurait en attendant',
    blocks: items.length === 0 ? [text(nothingAwaited)] : list(items),
  };
}

const nothingAwaited =
  'Aucun chiffre n’est en train de mûrir, et ce que vaudrait d’en savoir plus n’est pas chiffré : les preuves disent pourquoi.';
