import type { AskedLaterMeasure, FigureEstimate } from '../../measure/figure-measure.ts';
import type { MeasureDocument } from '../../measure/measure.ts';
import { exactDuration } from '../../platform/french/duration.ts';
import { counted, frenchList, frenchNumber } from '../../platform/french/number.ts';
import { measured, roundingStep } from '../../platform/french/quantity.ts';
import { typeset } from '../../platform/french/typography.ts';
import { Answers, shareCells } from './answers.tsx';
import { DataTableView } from './data-table.tsx';
import { FigureMethod } from './figure-method.tsx';
import { breakdownName } from './words.ts';

interface Props {
  readonly document: MeasureDocument;
  readonly measure: AskedLaterMeasure;
  readonly id: string;
}

/** What was answered, by whom, and how late after use. */
export function AskedLaterSections({ document, measure, id }: Props) {
  const { answers, response, delay, weightedOn, effectiveSize, estimates } = measure;
  const groups = [...new Set(estimates.flatMap(({ by }) => (by === null ? [] : [by])))];
  return (
    <>
      <Answers answers={answers} id={id} />
      {groups.map((by, index) => (
        <DataTableView
          id={`${id}-by-${index}`}
          table={{
            caption: `Selon ${breakdownName(by)}`,
            columns: ['Groupe', 'Résultat', 'Intervalle à 95\u00a0%', 'Réponses'],
            rows: estimates
              .filter((one) => one.by === by)
              .map((one) => [one.group ?? '', ...figureCells(one), frenchNumber(one.n)]),
          }}
        />
      ))}
      <h3>Qui a répondu</h3>
      <p>
        {typeset(
          `${counted(response.answered, 'réponse', 'réponses')} sur ${counted(response.asked, 'personne interrogée', 'personnes interrogées')}. ${delayText(delay)}`,
        )}
      </p>
      {response.byCell.map(({ attribute, classes }, index) => (
        <DataTableView
          id={`${id}-response-${index}`}
          table={{
            caption: `Qui a répondu, selon ${breakdownName(attribute)}`,
            columns: ['Catégorie', 'Interrogées', 'Réponses', 'Sur 100 interrogées'],
            rows: classes.map(({ name, asked, answered }) => [
              name,
              frenchNumber(asked),
              frenchNumber(answered),
              answered === 0 ? 'personne' : frenchNumber((100 * answered) / asked),
            ]),
          }}
        />
      ))}
      <FigureMethod
        document={document}
        measure={measure}
        id={id}
        lines={[
          ['Méthode', methodText(measure)],
          [
            'Réponses pesées',
            weightedOn.length === 0
              ? 'non : chaque réponse compte autant'
              : `oui, pour ressembler à la population selon ${frenchList(weightedOn)}${effectiveSize === null ? '' : ` ; elles en valent ${frenchNumber(effectiveSize)} tirées au hasard`}`,
          ],
          [
            'Ce que cela suppose',
            'dans chaque catégorie, celles qui ont répondu ressemblent à celles qui se sont tues',
          ],
        ]}
      />
    </>
  );
}

function figureCells(one: FigureEstimate): string[] {
  if (one.kind === 'insufficient') return [typeset(one.sentence), '–'];
  if (one.unit === 'proportion') return shareCells(one.value, one.lower, one.upper);
  if (one.lower === null || one.upper === null) return ['–', '–'];
  const step = roundingStep(one.lower, one.upper);
  const said = (value: number) => measured(value, one.unit, step);
  return [said(one.value), `entre ${said(one.lower)} et ${said(one.upper)}`];
}

function delayText(delay: AskedLaterMeasure['delay']): string {
  if (delay === null) return 'Le délai entre l’usage et la réponse n’est pas connu.';
  return `La moitié a répondu moins de ${exactDuration(delay.median)} après l’usage ; 8 sur 10 entre ${exactDuration(delay.early)} et ${exactDuration(delay.late)}.`;
}

function methodText({ unit, weightedOn }: AskedLaterMeasure): string {
  const plain = weightedOn.length === 0;
  if (unit !== 'proportion') return 'moyenne des réponses, intervalle de Student selon le plan de sondage';
  return plain
    ? 'part des réponses, intervalle de Wilson (exact quand les réponses sont rares)'
    : 'part des réponses pesées par calage, intervalle de Wilson à l’effectif équivalent';
}
