import { answerNames, checklists, verdictNames } from '../../../../committee/review/checklist.ts';
import type { KeptReview } from '../../../../committee/review/read-reviews.ts';
import { counted } from '../../../../platform/french/number.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { frenchInstant } from '../../../accounts/french-instant.ts';
import { Fold } from '../../../dsfr/fold.tsx';
import { authorText, type Names } from '../names.ts';

/** A review that was given: its verdict, what it retains, and what it answered. */
export function GivenReview({ review, names }: { readonly review: KeptReview; readonly names: Names }) {
  const { verdict, summary, organisation, at, kind, answers } = review;
  const answered = checklists[kind].flatMap(({ id, statement }) => {
    const answer = answers.items[id];
    return answer === undefined ? [] : [{ statement, answer }];
  });
  const refused = answered.filter(({ answer }) => answer === 'no').length;
  const where = organisation === null ? '' : ` (${organisation})`;
  return (
    <div class="review-given">
      <p>
        <strong>{verdictNames[verdict]}</strong>, {frenchInstant(at)}, par {authorText(names, review)}
        {where}.
      </p>
      <p class="week-text">{summary}</p>
      <Fold
        title={
          refused === 0
            ? 'Ses réponses'
            : `Ses réponses, dont ${counted(refused, 'point à reprendre', 'points à reprendre')}`
        }
      >
        <ul>
          {answered.map(({ statement, answer }) => (
            <li>
              <strong>{answerNames[answer]}.</strong> {typeset(statement)}
            </li>
          ))}
          {answers.dataQuality !== null && (
            <li>
              <strong>Données justes à {answers.dataQuality}&nbsp;%</strong>, en ordre de grandeur.
            </li>
          )}
        </ul>
      </Fold>
    </div>
  );
}
