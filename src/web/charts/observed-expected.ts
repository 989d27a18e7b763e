import * as Plot from '@observablehq/plot';
import type { ChartSvg } from './chart.ts';
import { type Canvas, draw, frame, nameAxis, paper, series, zeroLine } from './draw.ts';

/** What is known to date and what is expected once everything is known; `expected` null: nothing more to come. */
interface ObservedExpected {
  readonly name: string;
  readonly observed: number;
  readonly expected: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface ObservedExpectedDrawing {
  readonly label: string;
  readonly yLabel: string;
  readonly rows: readonly ObservedExpected[];
  readonly observedName: string;
  readonly expectedName: string;
}

/**
 * Bars for what is observed, hollow diamonds (with their interval when there is one) for what is expected:
 * two different marks that no line ever joins.
 */
export function drawObservedExpected(drawing: ObservedExpectedDrawing): ChartSvg {
  return draw(drawing.label, (canvas) => options(drawing, canvas));
}

const diamond = { symbol: 'diamond', r: 4.5, stroke: series[1], strokeWidth: 1.8, fill: paper } as const;

type Row = ObservedExpected & { readonly index: number };

function options(drawing: ObservedExpectedDrawing, canvas: Canvas): Plot.PlotOptions {
  const rows: Row[] = drawing.rows.map((row, index) => ({ ...row, index }));
  const expected = rows.filter((row) => row.expected !== null);
  const highest = Math.max(1, ...rows.map((row) => Math.max(row.observed, row.expected ?? 0)));
  const top = Math.min(Math.max(highest, ...rows.map((row) => row.upper ?? 0)), highest * 2) * 1.05;
  const halfBar = rows.length > 60 ? 0.45 : 0.36;
  const marginTop = 84;
  const name = { frameAnchor: 'top-left', dx: -26, textAnchor: 'start', fontWeight: 600 } as const;
  return {
    height: canvas.name === 'wide' ? 340 : 330,
    marginTop,
    marginBottom: 52,
    marginLeft: 52,
    marginRight: 22,
    x: { domain: [-0.7, rows.length - 0.3], label: null },
    y: { domain: [0, top], label: null },
    marks: [
      ...frame(drawing.yLabel, marginTop),
      nameAxis(
        rows.map((row) => row.name),
        canvas,
      ),
      Plot.rectY(rows, {
        x1: (row: Row) => row.index - halfBar,
        x2: (row: Row) => row.index + halfBar,
        y1: 0,
        y2: 'observed',
        fill: series[0],
      }),
      Plot.ruleX(
        expected.filter((row) => row.upper !== null),
        {
          x: 'index',
          y1: 'lower',
          y2: (row: Row) => Math.min(row.upper ?? 0, top),
          stroke: series[1],
          strokeWidth: 2,
        },
      ),
      Plot.dot(expected, {
        x: 'index',
        y: 'expected',
        ...diamond,
        r: rows.length > 40 ? 3.2 : 4.5,
      }),
      zeroLine(),
      Plot.dot([0], {
        frameAnchor: 'top-left',
        dx: -37,
        dy: 38 - marginTop,
        symbol: 'square',
        r: 5,
        fill: series[0],
      }),
      Plot.text([drawing.observedName], { ...name, dy: 31 - marginTop, fill: series[0] }),
      Plot.dot([0], { frameAnchor: 'top-left', dx: -37, dy: 59 - marginTop, ...diamond }),
      Plot.text([drawing.expectedName], { ...name, dy: 52 - marginTop, fill: series[1] }),
    ],
  };
}
