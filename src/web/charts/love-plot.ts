import * as Plot from '@observablehq/plot';
import type { ChartSvg } from './chart.ts';
import { type Canvas, draw, paper, series } from './draw.ts';

/** One value of a covariate and how far apart the groups are on it, in standard deviations; null: cannot be told. */
interface LoveRow {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

export interface LoveDrawing {
  readonly label: string;
  readonly xLabel: string;
  readonly rows: readonly LoveRow[];
  /** Beyond it, groups are not alike. */
  readonly threshold: number;
  readonly beforeName: string;
  readonly afterName: string;
}

const rowHeight = 24;

/** Love plot: hollow dots before, filled dots after, a band within which groups are alike. */
export function drawLove(drawing: LoveDrawing): ChartSvg {
  return draw(drawing.label, (canvas) => options(drawing, canvas));
}

function options(drawing: LoveDrawing, canvas: Canvas): Plot.PlotOptions {
  const { rows, threshold, xLabel, beforeName, afterName } = drawing;
  const gaps = rows.flatMap(({ before, after }) => [before, after].flatMap((gap) => gap ?? []));
  const far = Math.max(threshold * 1.5, ...gaps.map(Math.abs)) * 1.1;
  const dots = (key: 'before' | 'after') =>
    rows.flatMap((row, index) => (row[key] === null ? [] : [{ index, gap: row[key] }]));
  const letters = Math.max(...rows.map((row) => row.name.length));
  const marginLeft = Math.min(canvas.name === 'wide' ? 260 : 190, 16 + letters * 7.4);
  const shown = Math.floor((marginLeft - 12) / 7.4);
  const names = rows.map(({ name }) => shortened(name, shown));
  const legend = [
    [beforeName, series[1]],
    ...(dots('after').length > 0 ? [[afterName, series[0]] as const] : []),
  ] as const;
  return {
    height: 96 + rows.length * rowHeight,
    marginTop: 52,
    marginBottom: 44,
    marginLeft,
    marginRight: 16,
    x: { domain: [-far, far], label: null },
    y: { domain: [-0.6, rows.length - 0.4], reverse: true, label: null },
    marks: [
      Plot.rectX([0], {
        x1: -threshold,
        x2: threshold,
        y1: -0.6,
        y2: rows.length - 0.4,
        fill: 'var(--panel)',
      }),
      Plot.axisX({
        ticks: canvas.name === 'wide' ? 7 : 4,
        tickSize: 5,
        tickFormat: (gap: number) => tick(gap),
      }),
      Plot.axisY(
        rows.map((_, index) => index),
        { tickSize: 0, tickFormat: (index: number) => names[index] ?? '' },
      ),
      Plot.ruleX([0], { stroke: 'var(--ink)' }),
      Plot.link(
        rows.flatMap((row, index) =>
          row.before === null || row.after === null ? [] : [{ index, from: row.before, to: row.after }],
        ),
        { x1: 'from', x2: 'to', y1: 'index', y2: 'index', stroke: 'var(--line)' },
      ),
      Plot.dot(dots('before'), {
        x: 'gap',
        y: 'index',
        r: 5,
        stroke: series[1],
        fill: paper,
        strokeWidth: 2,
      }),
      Plot.dot(dots('after'), { x: 'gap', y: 'index', r: 4, fill: series[0] }),
      ...legend.map(([name, fill], line) =>
        Plot.text([name], {
          frameAnchor: 'top-left',
          dx: 8 - marginLeft,
          dy: 17 * line - 40,
          fill,
          textAnchor: 'start',
        }),
      ),
      Plot.text([xLabel], { frameAnchor: 'bottom-right', dy: 40, textAnchor: 'end', fill: 'var(--muted)' }),
    ],
  };
}

/** A name of so many letters at most; what follows its colon, the value, is kept whole when it can be. */
function shortened(name: string, most: number): string {
  if (name.length <= most) return name;
  const colon = name.lastIndexOf(' : ');
  const value = colon < 0 ? '' : name.slice(colon);
  const room = most - value.length - 1;
  return room < 2 ? `${name.slice(0, most - 1)}…` : `${name.slice(0, room).trimEnd()}…${value}`;
}

const tick = (gap: number): string =>
  gap.toLocaleString('fr-FR', { maximumFractionDigits: 2 }).replace('-', '−');
