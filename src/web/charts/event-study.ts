import * as Plot from '@observablehq/plot';
import type { ChartSvg } from './chart.ts';
import { type Canvas, draw, frame, series, zeroLine } from './draw.ts';

interface StudyPoint {
  /** Periods since the service arrived; negative before. */
  readonly since: number;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly bandLower: number | null;
  readonly bandUpper: number | null;
}

export interface EventStudyDrawing {
  readonly label: string;
  readonly yLabel: string;
  readonly xLabel: string;
  readonly points: readonly StudyPoint[];
}

/**
 * Effects before and after the service arrived: a dot, its own interval (thick), and the band that holds for all dots
 * at once (pale), against the line of no effect. Before is hollow: nothing should be seen there.
 */
export function drawEventStudy(drawing: EventStudyDrawing): ChartSvg {
  return draw(drawing.label, (canvas) => options(drawing, canvas));
}

function options({ points, yLabel, xLabel }: EventStudyDrawing, canvas: Canvas): Plot.PlotOptions {
  const ends = points.flatMap(({ value, bandLower, bandUpper, lower, upper }) => [
    value,
    bandLower ?? lower ?? value,
    bandUpper ?? upper ?? value,
  ]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = (high - low) * 0.1 || 1;
  const first = Math.min(...points.map(({ since }) => since));
  const last = Math.max(...points.map(({ since }) => since));
  const banded = points.filter(({ bandLower }) => bandLower !== null);
  const half = 0.32;
  const marginTop = 62;
  const wide = canvas.name === 'wide';
  const arrival = { frameAnchor: 'top', dy: -16, fill: 'var(--muted)' } as const;
  return {
    height: wide ? 380 : 340,
    marginTop,
    marginBottom: 54,
    marginLeft: 56,
    marginRight: 16,
    x: { domain: [first - 0.7, last + 0.7], label: null },
    y: { domain: [low - room, high + room], label: null },
    marks: [
      ...frame(yLabel, marginTop),
      Plot.axisX({ ticks: tickValues(first, last, canvas.ticks), tickSize: 5, tickFormat: signedTick }),
      Plot.text([xLabel], { frameAnchor: 'bottom-right', dy: 46, textAnchor: 'end' }),
      Plot.rectY(banded, {
        x1: ({ since }: StudyPoint) => since - half,
        x2: ({ since }: StudyPoint) => since + half,
        y1: 'bandLower',
        y2: 'bandUpper',
        fill: series[0],
        fillOpacity: 0.18,
      }),
      zeroLine(),
      Plot.ruleX([-0.5], { stroke: 'var(--muted)', strokeDasharray: '4 4' }),
      Plot.text(['avant'], { x: () => -0.5, ...arrival, textAnchor: 'end', dx: -8 }),
      Plot.text(['après l’arrivée'], { x: () => -0.5, ...arrival, textAnchor: 'start', dx: 8 }),
      Plot.ruleX(
        points.filter(({ lower }) => lower !== null),
        { x: 'since', y1: 'lower', y2: 'upper', stroke: series[0], strokeWidth: 3 },
      ),
      Plot.dot(
        points.filter(({ since }) => since >= 0),
        { x: 'since', y: 'value', r: 4.5, fill: series[0] },
      ),
      Plot.dot(
        points.filter(({ since }) => since < 0),
        { x: 'since', y: 'value', r: 4.5, fill: 'var(--paper)', stroke: series[0], strokeWidth: 2 },
      ),
    ],
  };
}

const signedTick = (value: number): string => (value > 0 ? `+${value}` : String(value).replace('-', '−'));

function tickValues(first: number, last: number, most: number): number[] {
  const step = [1, 2, 3, 5, 6, 10, 12, 20, 24].find((size) => (last - first) / size <= most) ?? 50;
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, k) => start + k * step);
}
