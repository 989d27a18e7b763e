import type { CommitteeEvidence } from '../../evidence/evidence.ts';
import { list, note, type Section } from '../dossier.ts';

const mostReasons = 3;

/** What the written rule suggests, in a few reasons; the others are with the proofs. */
export function whatIsSuggested({ suggestion }: CommitteeEvidence): Section {
  const { words, reasons, answer } = suggestion;
  const [first = '', ...others] = reasons;
  return {
    id: 'suggestion',
    heading: 'Ce que les données suggèrent',
    blocks: [
      { kind: 'text', lead: `${words}.`, text: first },
      ...list(others.slice(0, mostReasons - 1)),
      note(
        answer === 'cannot-tell'
          ? 'Ne pas pouvoir dire n’est pas un reproche : c’est ce que la mesure permet aujourd’hui.'
          : 'C’est une suggestion calculée par une règle écrite, pas un verdict : la décision est celle du comité.',
      ),
    ],
  };
}
