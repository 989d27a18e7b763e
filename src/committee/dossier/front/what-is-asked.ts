import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { type Block, list, note, type Section, text } from '../dossier.ts';
import type { DossierSession } from '../dossier-session.ts';
import { unended } from '../unended.ts';

/** What the sponsor is asked, until when there is money, and what the team proposes to reach next. */
export function whatIsAsked({ question, moneyEndsOn, objectives }: DossierSession): Section {
  const asked: Block =
    question === null
      ? text('L’équipe n’a pas encore écrit sa question.')
      : { kind: 'question', text: typeset(question) };
  return {
    id: 'question',
    heading: 'La question posée au sponsor',
    blocks: [
      asked,
      ...(objectives.length === 0 ? [] : [text('Objectifs proposés pour la suite :')]),
      ...list(
        objectives.map(({ text: aimed, dueOn }) => typeset(`${unended(aimed)}, pour le ${frenchDay(dueOn)}`)),
      ),
      ...(moneyEndsOn === null ? [] : [note(`L’argent actuel s’arrête le ${frenchDay(moneyEndsOn)}.`)]),
    ],
  };
}
