import type { FollowUpMeasure, MeasureDocument } from '../../measure/measure.ts';
import { exactDuration } from '../../platform/french/duration.ts';
import { frenchList } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import { isFigure } from './scale.ts';
import { Sources } from './sources.tsx';
import { entersByUse, methods } from './words.ts';

interface Props {
  readonly document: MeasureDocument;
  readonly measure: FollowUpMeasure;
  readonly id: string;
}

/** The sources read and the choices made: enough to redo the measure or to contest it. */
export function Method({ document, measure, id }: Props) {
  return (
    <>
      <Sources measure={measure} id={id} />
      <h3>Comment c’est mesuré</h3>
      <dl>
        <dt>Unité suivie</dt>
        <dd>
          {measure.unit === 'person'
            ? 'la personne'
            : 'le couple usager-cible : chaque personne, pour chaque cible'}
        </dd>
        <dt>Jour de départ</dt>
        <dd>
          {entersByUse(measure)
            ? 'le premier usage de chaque unité'
            : 'l’entrée de chaque personne dans le suivi'}
        </dd>
        <dt>Fenêtre</dt>
        <dd>{windowText(measure)}</dd>
        <dt>Horizons</dt>
        <dd>{frenchList(measure.horizons.map(exactDuration))}</dd>
        <dt>Couverture</dt>
        <dd>
          {typeset(
            measure.coverage?.sentence ??
              'Chaque durée de suivi est donnée par la source : aucune date de complétude n’est nécessaire.',
          )}
        </dd>
        <dt>Méthode</dt>
        <dd>{methodText(measure)}</dd>
        <dt>Plan de mesure</dt>
        <dd>
          version <code>{document.plan.hash}</code>
        </dd>
        <dt>Logiciel</dt>
        <dd>{document.software}</dd>
      </dl>
    </>
  );
}

function windowText({ window: { after, until } }: FollowUpMeasure): string {
  const end = until === null ? 'sans limite de durée' : `jusqu’à ${exactDuration(until)} après le départ`;
  if (after === 0) return `un effet compte dès le jour de départ, ${end}`;
  if (after === 1)
    return `un effet compte à partir du lendemain du départ, ${end} ; le jour même ne compte pas`;
  return `un effet compte à partir de ${exactDuration(after)} après le départ, ${end} ; plus tôt, il ne compte pas`;
}

function methodText(measure: FollowUpMeasure): string {
  const figures = [measure.headline.estimate, ...measure.estimates].filter(isFigure);
  const names = [...new Set(figures.map((figure) => methods[figure.method]))];
  return names.length === 0
    ? 'suivi dans le temps ; aucun chiffre ne peut encore être calculé'
    : frenchList(names);
}
