import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { resultWords } from '../../sessions/decision-words.ts';
import { type Block, type Section, text } from '../dossier.ts';
import type { DossierSession, SaidCondition } from '../dossier-session.ts';
import { unended } from '../unended.ts';

/** What was aimed at by the committee before, and what became of it. */
export function lastTime({ previous, lastObjectives }: DossierSession): Section {
  return {
    id: 'derniere-fois',
    heading: 'Ce qui était visé la dernière fois',
    blocks: blocksOf(previous, lastObjectives),
  };
}

function blocksOf(
  previous: DossierSession['previous'],
  objectives: DossierSession['lastObjectives'],
): readonly Block[] {
  if (previous === null)
    return [text('C’est le premier comité tenu ici : aucun objectif n’avait été écrit auparavant.')];
  const day = frenchDay(previous.day);
  const rows = [
    ...objectives.map(({ text: aimed, dueOn, result }) => [
      typeset(`${unended(aimed)} (pour le ${frenchDay(dueOn)})`),
      typeset(
        result === null
          ? 'L’équipe ne l’a pas encore dit.'
          : `${resultWords[result.verdict]}. ${result.word}`,
      ),
    ]),
    ...previous.conditions.map((condition) => [
      typeset(`Condition : ${unended(condition.text)} (pour le ${frenchDay(condition.dueOn)})`),
      typeset(answerOf(condition)),
    ]),
  ];
  if (rows.length === 0) return [text(`Le comité du ${day} n’avait écrit ni objectif ni condition.`)];
  const caption = `Objectifs et conditions du comité du ${day}, et ce qu’ils sont devenus`;
  return [{ kind: 'table', table: { caption, columns: ['Objectif', 'Résultat'], rows } }];
}

function answerOf({ answer }: SaidCondition): string {
  if (answer === null) return 'Sans réponse de l’équipe.';
  const state = answer.isMet ? 'Remplie' : 'Pas remplie';
  return answer.word.trim() === '' ? `${state}.` : `${state}. ${answer.word}`;
}
