import type { MeasuredRollout } from '../../measure/rollout/measured-rollout.ts';
import { frenchDay, frenchPeriod } from '../../platform/french/date.ts';
import { exactDuration } from '../../platform/french/duration.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { ChartFigure } from './chart-figure.tsx';
import { DataTableView } from './data-table.tsx';
import { eventStudyChart, expectedChart } from './rollout-charts.ts';
import { Inside } from './rollout-inside.tsx';
import { groupTimeTable, rolloutEffectTable, territoryTable } from './rollout-tables.ts';

interface Props {
  readonly rollout: MeasuredRollout;
  readonly effects: readonly EffectEstimate[];
  readonly id: string;
}

const mostRows = 12;

/** Who is compared with whom, the effect with and without, how it shows before and after, then every cell. */
export function RolledOut({ rollout, effects, id }: Props) {
  const refusals = [
    ...new Set(effects.flatMap((effect) => (effect.kind === 'insufficient' ? [effect.sentence] : []))),
  ];
  const { eventStudy, groupTime, series, territories, notes, identification, design } = rollout;
  return (
    <>
      <h3>{design === 'rollout' ? 'Qui est comparé à qui' : 'À quoi la suite est comparée'}</h3>
      <p>{typeset(comparedSentence(rollout))}</p>
      {identification.status !== 'identified' && <p>{typeset(identification.sentence)}</p>}
      <ul class="tests">
        {notes.map((note) => (
          <li>{typeset(note)}</li>
        ))}
      </ul>
      {design === 'rollout' && territories.length > 0 && (
        <Folded summary="Les territoires, leur date d’arrivée et leur rôle">
          <DataTableView id={`${id}-territories`} table={territoryTable(rollout)} />
        </Folded>
      )}
      <h3>Ce que le service change</h3>
      <DataTableView id={`${id}-effect-table`} table={rolloutEffectTable(rollout, effects)} />
      {refusals.map((sentence) => (
        <p class="note">{typeset(sentence)}</p>
      ))}
      {ratioSentences(effects).map((sentence) => (
        <p>{typeset(sentence)}</p>
      ))}
      {series.length > 1 && <ChartFigure chart={expectedChart(rollout)} id={`${id}-expected`} />}
      {eventStudy !== null && eventStudy.points.length > 1 && (
        <>
          <h3>Avant et après l’arrivée</h3>
          <ChartFigure
            chart={eventStudyChart(rollout, eventStudy)}
            id={`${id}-event-study`}
            note="Trait épais : intervalle de chaque point. Bande pâle : ce qui vaut pour tous les points à la fois. Avant l’arrivée (cercles vides), rien ne devrait se voir."
          />
        </>
      )}
      <Inside rollout={rollout} id={id} />
      {groupTime.length > 0 &&
        (groupTime.length <= mostRows ? (
          <>
            <h3>Groupe par groupe, période par période</h3>
            <DataTableView id={`${id}-group-time`} table={groupTimeTable(rollout)} />
          </>
        ) : (
          <Folded summary="Tous les effets, groupe par groupe et période par période">
            <DataTableView id={`${id}-group-time`} table={groupTimeTable(rollout)} />
          </Folded>
        ))}
    </>
  );
}

/** « Soit 1,25 fois ce qui était attendu sans le service (entre 1,1 et 1,45). » */
export const ratioSentences = (effects: readonly EffectEstimate[]): readonly string[] => {
  const ratios = effects.filter((effect) => effect.kind === 'estimate' && effect.measure === 'ratio');
  return ratios.flatMap((ratio) => {
    if (ratio.kind !== 'estimate') return [];
    const when = ratios.length > 1 ? `À ${exactDuration(ratio.horizon)} : ` : 'Soit ';
    const times = (value: number) => frenchNumber(value, 2);
    return [
      `${when}${times(ratio.value)} fois ce qui était attendu sans le service (entre ${times(ratio.lower)} et ${times(ratio.upper)}).`,
    ];
  });
};

function Folded({ summary, children }: { readonly summary: string; readonly children?: unknown }) {
  return (
    <details>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

function comparedSentence({
  territories,
  design,
  method,
  startsAt,
  synthetic,
  periods,
  periodSize,
}: MeasuredRollout): string {
  const count = (role: 'treated' | 'control') => territories.filter((one) => one.role === role).length;
  const [treated, controls] = [count('treated'), count('control')];
  const span = counted(periods.length, 'période observée', 'périodes observées');
  const name = (code: string) => (periodSize === 'day' ? frenchDay(code) : frenchPeriod(code));
  if (design === 'before-after')
    return `La suite est comparée à la tendance d’avant, prolongée${startsAt === null ? '' : ` à partir de l’arrivée (${name(startsAt)})`} : ${span}.`;
  const others = counted(controls, 'autre territoire', 'autres territoires');
  switch (method) {
    case 'synthetic-control':
      return `« ${synthetic?.treated ?? ''} », seul territoire équipé, est comparé au mélange de ${others} qui le suivait le mieux avant : ${span}.`;
    case 'difference-in-differences':
      return `${counted(treated, 'territoire équipé', 'territoires équipés')} et ${others} sont comparés avant et après l’arrivée : ${span}.`;
    default:
      return `${counted(treated, 'territoire équipé', 'territoires équipés')}, à des dates différentes, et ceux qui ne l’étaient pas encore ou jamais (${others}) sont comparés : ${span}.`;
  }
}
