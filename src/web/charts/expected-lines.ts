import * as Plot from '@observablehq/plot';
import type { ChartSvg } from './chart.ts';
import { type Canvas, draw, frame, nameAxis, series, zeroLine } from './draw.ts';
import { spreadLabels } from './spread-labels.ts';

interface ExpectedRow {
  readonly name: string;
  readonly observed: number;
  readonly expected: number;
  /** Of the expected; null where no interval is given. */
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface ExpectedDrawing {
  readonly label: string;
  readonly yLabel: string;
  readonly rows: readonly ExpectedRow[];
  readonly observedName: string;
  readonly expectedName: string;
  /** Rank of the first row with the service, when there is one for all. */
  readonly startsAt: number | null;
  /** Whether the vertical axis starts at zero: for rates and counts. */
  readonly fromZero: boolean;
}

/** What was observed (full line) and what would have been without the service (dashed, with its band). */
export function drawExpected(drawing: ExpectedDrawing): ChartSvg {
  return draw(drawing.label, (canvas) => options(drawing, canvas));
}

interface Indexed extends ExpectedRow {
  readonly index: number;
}

function options(drawing: ExpectedDrawing, canvas: Canvas): Plot.PlotOptions {
  const rows = drawing.rows.map((row, index): Indexed => ({ ...row, index }));
  const ends = rows.flatMap(({ observed, expected, lower, upper }) => [
    observed,
    expected,
    lower ?? expected,
    upper ?? expected,
  ]);
  const [lowest, highest] = [Math.min(...ends), Math.max(...ends)];
  const room = (highest - lowest) * 0.06 || 1;
  const low = drawing.fromZero ? Math.min(0, lowest - room) : lowest - room;
  const high = highest + room;
  const wide = canvas.name === 'wide';
  const height = wide ? 380 : 350;
  const marginTop = 58;
  const marginBottom = 52;
  const marginRight = wide ? 170 : 104;
  const last = rows.at(-1);
  const perPixel = (high - low) / (height - marginTop - marginBottom);
  const labels = wide
    ? [drawing.observedName, drawing.expectedName]
    : [onTwoLines(drawing.observedName), onTwoLines(drawing.expectedName)];
  const [atObserved = 0, atExpected = 0] = spreadLabels(
    [last?.observed ?? 0, last?.expected ?? 0],
    (wide ? 22 : 38) * perPixel,
    low + (wide ? 11 : 19) * perPixel,
    high,
  );
  const named = (text: string, y: number, fill: string): Plot.Markish =>
    Plot.text([text], {
      x: () => rows.length - 1,
      y: () => y,
      textAnchor: 'start',
      dx: 9,
      fill,
      fontWeight: 600,
    });
  return {
    height,
    marginTop,
    marginBottom,
    marginLeft: 56,
    marginRight,
    x: { domain: [-0.4, rows.length - 0.8], label: null },
    y: { domain: [low, high], label: null },
    marks: [
      ...frame(drawing.yLabel, marginTop),
      nameAxis(
        rows.map((row) => row.name),
        canvas,
      ),
      ...(low < 0 || drawing.fromZero ? [zeroLine()] : []),
      Plot.areaY(
        rows.filter(({ lower }) => lower !== null),
        { x: 'index', y1: 'lower', y2: 'upper', fill: series[1], fillOpacity: 0.18 },
      ),
      Plot.lineY(rows, {
        x: 'index',
        y: 'expected',
        stroke: series[1],
        strokeWidth: 2.5,
        strokeDasharray: '7 4',
      }),
      Plot.lineY(rows, { x: 'index', y: 'observed', stroke: series[0], strokeWidth: 2.5 }),
      ...(rows.length <= 30 ? [Plot.dot(rows, { x: 'index', y: 'observed', r: 3, fill: series[0] })] : []),
      ...arrival(drawing.startsAt, rows.length),
      named(labels[0] ?? '', atObserved, series[0]),
      named(labels[1] ?? '', atExpected, series[1]),
    ],
  };
}

function arrival(startsAt: number | null, length: number): Plot.Markish[] {
  if (startsAt === null) return [];
  const late = startsAt > length / 2;
  return [
    Plot.ruleX([startsAt - 0.5], { stroke: 'var(--muted)', strokeDasharray: '4 4' }),
    Plot.text(['arrivée du service'], {
      x: () => startsAt - 0.5,
      frameAnchor: 'top',
      dy: -14,
      dx: late ? 24 : 0,
      textAnchor: late ? 'end' : 'start',
      fill: 'var(--muted)',
    }),
  ];
}

/** Breaks at the space nearest the middle. */
function onTwoLines(text: string): string {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  if (text.length <= 11 || spaces.length === 0) return text;
  const middle = text.length / 2;
  const cut = spaces.reduce((best, at) => (Math.abs(at - middle) < Math.abs(best - middle) ? at : best));
  return `${text.slice(0, cut)}\n${text.slice(cut + 1)}`;
}
