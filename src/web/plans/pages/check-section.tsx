import type { Plan } from '../../../plan/plan.ts';
import { pathText } from '../../../plan/problem.ts';
import { frenchDay } from '../../../platform/french/date.ts';
import { counted } from '../../../platform/french/number.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { Fold } from '../../dsfr/fold.tsx';
import type { PlacedRemark, PlanCheck } from '../check/plan-check.ts';
import { type FormSection, fieldAt } from '../form/plan-form.ts';
import type { LastMeasure } from '../sentence/last-measure.ts';
import { publicSentences } from '../sentence/public-sentences.ts';

interface Props {
  readonly check: PlanCheck;
  /** The form where remarks are mended; null: the text. */
  readonly sections: readonly FormSection[] | null;
  /** The figures last known of the service. */
  readonly last: LastMeasure | null;
}

/** What is said of a plan: what to mend, what to think about, what the public would read, how it is understood. */
export function CheckSection({ check, sections, last }: Props) {
  const { plan, problems, advice, explanation } = check;
  return (
    <section id="verification" class="plan-check" aria-labelledby="verification-titre" aria-live="polite">
      <h2 id="verification-titre">{title(check)}</h2>
      {problems.length > 0 && (
        <>
          <p>Rien ne peut être mesuré ni enregistré avant d’avoir corrigé ces lignes.</p>
          <Remarks remarks={problems} sections={sections} />
        </>
      )}
      {plan !== null && <Sentences plan={plan} last={last} />}
      {advice.length > 0 && (
        <>
          <h3>{counted(advice.length, 'conseil', 'conseils')}</h3>
          <p>Rien n’oblige à les suivre&nbsp;; une lectrice attentive les donnerait.</p>
          <Remarks remarks={advice} sections={sections} />
        </>
      )}
      {explanation !== null && (
        <Fold title="Ce plan relu en français">
          <div class="plan-reading">{typeset(explanation)}</div>
        </Fold>
      )}
    </section>
  );
}

const title = ({ problems }: PlanCheck): string =>
  problems.length === 0
    ? 'Ce plan est utilisable'
    : `${counted(problems.length, 'problème', 'problèmes')} à corriger`;

interface RemarksProps {
  readonly remarks: readonly PlacedRemark[];
  readonly sections: readonly FormSection[] | null;
}

function Remarks({ remarks, sections }: RemarksProps) {
  return (
    <ul class="plan-remarks">
      {remarks.map(({ line, excerpt, sentence, path }) => (
        <li>
          {sections === null ? (
            <a href="#texte" data-line={line} data-path={path}>
              Ligne&nbsp;{line}
            </a>
          ) : (
            <FieldLink sections={sections} path={path} />
          )}
          {sections === null && excerpt !== '' && (
            <>
              {' '}
              <code>{excerpt}</code>
            </>
          )}
          <br />
          {typeset(sentence)}
        </li>
      ))}
    </ul>
  );
}

/** Where to mend a remark in the form: its field, or the part that lacks something. */
function FieldLink({ sections, path }: { readonly sections: readonly FormSection[]; readonly path: string }) {
  const field = fieldAt(sections, path);
  const section = sections.find(({ path: place }) => {
    const own = pathText(place);
    return own !== '' && (path === own || path.startsWith(`${own}.`));
  });
  const { id = 'editeur', title = 'Le plan' } = section ?? sections[0] ?? {};
  const place = field?.name ?? id;
  return (
    <a href={`#${encodeURIComponent(place)}`} data-field={place}>
      {typeset(field === null ? title : `${title} : ${field.label}`)}
    </a>
  );
}

function Sentences({ plan, last }: { readonly plan: Plan; readonly last: LastMeasure | null }) {
  const said = plan.indicators.map((indicator) => ({ indicator, ...publicSentences(plan, indicator, last) }));
  const measured = said.filter(({ measuredOn }) => measuredOn !== null).length;
  return (
    <>
      <h3>Ce que le public lira</h3>
      <p class="plan-example">
        {measured === 0 ? (
          <>
            <strong>Chiffres inventés</strong>, pour voir comment la phrase se lit. Les vrais viendront de la
            mesure.
          </>
        ) : (
          <>
            {measured === said.length ? 'Phrases écrites' : 'Phrases écrites, quand c’est possible,'}{' '}
            <strong>avec les chiffres de la dernière mesure</strong>
            {last !== null && `, celle du ${frenchDay(last.day)}`}&nbsp;: les mots sont ceux de ce texte.
            {measured < said.length && ' Ailleurs, les chiffres sont inventés, et c’est dit.'}
          </>
        )}
      </p>
      {said.map(({ indicator, measuredOn, sentences }) => (
        <div class="plan-sentences">
          <p class="answer-name">{indicator.name}</p>
          {measured > 0 && measuredOn === null && (
            <p>
              <strong>Chiffres inventés</strong>&nbsp;: la dernière mesure n’a pas de chiffre pour ce que le
              plan demande ici.
            </p>
          )}
          {sentences.map(({ when, sentence }) => (
            <p>
              <span class="plan-when">{when}&nbsp;:</span> {sentence}
            </p>
          ))}
        </div>
      ))}
    </>
  );
}
