import type { KnownUnitCost } from '../../../committee/costs/unit-cost.ts';
import { evidenceLevels } from '../../../measure/evidence-levels.ts';
import { matrixOrder, matrixRows } from '../../../plan/matrix-rows.ts';
import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { underName } from '../../../platform/french/under-name.ts';
import type { DeclaredRow } from '../../../portfolio/figures/declared-rows.ts';
import { indicatorPath } from '../../view/addresses.ts';
import type { MeasureView, PublicationView, ServiceView } from '../../view/service-view.ts';
import { shortSentence } from '../split-sentence.ts';

interface Props {
  readonly service: ServiceView;
  /** Null: nothing is measured here yet, some figures are declared. */
  readonly publication: PublicationView | null;
}

/** Part 5: the impact matrix, one question a row, each answered or said not to be. */
export function MatrixSection({ service, publication }: Props) {
  const { declared, costs } = service;
  const { perUse } = costs.perEffect;
  return (
    <section aria-labelledby="matrice">
      <h2 id="matrice">Les cinq questions de la matrice d’impact</h2>
      <dl class="matrix">
        {matrixOrder.map((row) => {
          const { name, question } = matrixRows[row];
          const measures = publication?.measures.filter(({ matrix }) => matrix === row) ?? [];
          const figures = declared.filter(({ matrix }) => matrix === row);
          const unsaid = measures.length + figures.length === 0;
          const cost = unsaid && row === 'efficient' && perUse.kind === 'cost' ? perUse : null;
          const silent = unsaid && cost === null;
          return (
            <div class={silent ? 'matrix-row silent' : 'matrix-row'}>
              <dt>
                <strong>{name}</strong>
                <span>{typeset(question)}</span>
              </dt>
              <dd>
                {silent && <p class="unmeasured">Non mesuré</p>}
                {measures.map((measure) => (
                  <Answer service={service.id} measure={measure} day={publication?.measuredOn ?? ''} />
                ))}
                {figures.map((figure) => (
                  <DeclaredAnswer figure={figure} />
                ))}
                {cost !== null && <CostAnswer cost={cost} />}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function Answer(props: { readonly service: string; readonly measure: MeasureView; readonly day: string }) {
  const { service, measure, day } = props;
  return (
    <div class="answer">
      <p class="answer-name">
        <a href={indicatorPath(service, measure.indicator)}>{typeset(measure.name)}</a>
      </p>
      <p>{underName(measure.name, shortSentence(measure.sentence))}</p>
      <p class="freshness">
        Mesuré le {frenchDay(day)} · preuve&nbsp;: {evidenceLevels[measure.evidence.level].name.toLowerCase()}
      </p>
    </div>
  );
}

/** A figure the service gives of itself: said, dated, and not vouched for. */
function DeclaredAnswer({ figure }: { readonly figure: DeclaredRow }) {
  return (
    <div class="answer">
      <p class="answer-name">{typeset(figure.name)}</p>
      <p>{typeset(figure.sentence)}</p>
      {figure.trend !== null && <p>{typeset(figure.trend)}</p>}
      <p class="freshness">
        Chiffre du {frenchDay(figure.day)} · preuve&nbsp;: {evidenceLevels[0].name.toLowerCase()}, rien ne le
        vérifie ici
      </p>
    </div>
  );
}

/** The cost of a use, when the plan has no indicator of its own for it. */
function CostAnswer({ cost }: { readonly cost: KnownUnitCost }) {
  return (
    <div class="answer">
      <p class="answer-name">
        <a href="#cout">Coût d’un usage</a>
      </p>
      <p>{cost.sentence}</p>
      <p class="freshness">{cost.basis}</p>
    </div>
  );
}
