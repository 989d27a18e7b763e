import { counted } from '../../../platform/french/number.ts';
import type { Line } from '../../../weekly/run/week-reading.ts';
import { Fold } from '../../dsfr/fold.tsx';

const kindWords: Readonly<Record<Line['kind'], string | null>> = {
  real: 'Plus que le hasard',
  noise: 'Dans le bruit',
  known: null,
  broken: 'À réparer',
  late: 'Rien de nouveau',
};

/** What a run found, the first `most` in sight and the others folded; `none` when there is nothing. */
export function Lines({
  lines,
  most,
  none,
}: {
  readonly lines: readonly Line[];
  readonly most: number;
  readonly none: string;
}) {
  if (lines.length === 0) return <p>{none}</p>;
  const item = (line: Line) => (
    <li>
      {kindWords[line.kind] !== null && (
        <span class={`week-mark week-mark-${line.kind}`}>{kindWords[line.kind]}</span>
      )}
      <strong>{line.about}.</strong> {line.sentence}
    </li>
  );
  const rest = lines.slice(most);
  return (
    <>
      <ul class="week-lines">{lines.slice(0, most).map(item)}</ul>
      {rest.length > 0 && (
        <Fold title={counted(rest.length, 'autre ligne', 'autres lignes')}>
          <ul class="week-lines">{rest.map(item)}</ul>
        </Fold>
      )}
    </>
  );
}
