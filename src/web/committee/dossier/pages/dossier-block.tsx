import type { Block, EffectsChart } from '../../../../committee/dossier/dossier.ts';
import { drawEffects } from '../../../charts/effect-intervals.ts';
import { Table } from '../../../dsfr/table.tsx';
import { LevelBadge } from '../../../pages/level-badge.tsx';
import { ChartFigure } from '../../../report/chart-figure.tsx';

/** One piece of a dossier on the page. */
export function DossierBlock({ block, id }: { readonly block: Block; readonly id: string }) {
  switch (block.kind) {
    case 'sentence':
      return <p class="dossier-sentence">{block.text}</p>;
    case 'text':
      return (
        <p>
          {block.lead !== undefined && <strong>{block.lead} </strong>}
          {block.text}
        </p>
      );
    case 'note':
      return <p class="dossier-note">{block.text}</p>;
    case 'question':
      return <p class="dossier-question">{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'level':
      return (
        <p>
          <LevelBadge level={block.level} />
          <br />
          {block.line}
        </p>
      );
    case 'table':
      return <Table id={id} {...block.table} />;
    case 'effects':
      return (
        <div class="figures">
          <ChartFigure id={id} chart={chartOf(block.chart)} />
        </div>
      );
    case 'choices':
      return <p>Elle n’est pas encore prise.</p>;
  }
}

const chartOf = ({ sentence, unit, effects, threshold, table }: EffectsChart) => ({
  sentence,
  svg: drawEffects({ label: sentence, xLabel: unit, effects, threshold }),
  table,
});
