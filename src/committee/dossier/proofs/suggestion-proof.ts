import type { CommitteeEvidence } from '../../evidence/evidence.ts';
import { type Block, list, note, type Section } from '../dossier.ts';

/** Every reason of the suggestion, what would change it, and what knowing more would be worth. */
export function suggestionProof({ suggestion }: CommitteeEvidence): Section {
  const { words, rule, reasons, whatWouldChange, valueOfKnowing } = suggestion;
  const said = (lead: string, items: readonly string[]): readonly Block[] =>
    items.length === 0 ? [] : [{ kind: 'text', lead, text: '' }, ...list(items)];
  return {
    id: 'raisons',
    heading: 'D’où vient la suggestion',
    blocks: [
      ...said(`${words}, parce que :`, reasons),
      ...said('Ce qui changerait la réponse :', whatWouldChange),
      ...said('Ce que vaudrait d’en savoir plus :', valueOfKnowing),
      note(
        `Règle écrite, version ${rule} : les mêmes chiffres donnent toujours la même réponse. Elle est décrite dans la documentation de Foulée.`,
      ),
    ],
  };
}
