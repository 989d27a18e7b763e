import * as Plot from '@observablehq/plot';
import type { ChartSvg } from './chart.ts';
import { type Canvas, draw, series } from './draw.ts';

/** One difference and its interval, in points (of 100). */
interface EffectInterval {
  readonly name: string;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** Written above the interval. */
  readonly text: string;
}

export interface EffectDrawing {
  readonly label: string;
  readonly xLabel: string;
  /** Written above zero: « pas d’effet » when left out. */
  readonly zeroName?: string;
  readonly effects: readonly EffectInterval[];
  /** Smallest effect that counts, in points; null when the plan sets none. */
  readonly threshold: { readonly value: number; readonly name: string } | null;
}

/** A dot and its interval for each effect, against the line of no effect and the threshold set beforehand. */
export function drawEffects(drawing: EffectDrawing): ChartSvg {
  return draw(drawing.label, (canvas) => options(drawing, canvas));
}

function options(
  { effects, xLabel, threshold, zeroName = 'pas d’effet' }: EffectDrawing,
  canvas: Canvas,
): Plot.PlotOptions {
  const ends = effects.flatMap(({ lower, upper }) => [lower, upper]);
  const marks = threshold === null ? ends : [...ends, threshold.value];
  const [low, high] = [Math.min(0, ...marks), Math.max(0, ...marks)];
  const room = (high - low) * 0.08 || 1;
  const rows = effects.map((effect, index) => ({ ...effect, index }));
  /** Which way a label goes so that it stays in the drawing. */
  const inside = (x: number): 'start' | 'middle' | 'end' => {
    const place = (x - low + room) / (high - low + 2 * room);
    if (place < 0.3) return 'start';
    return place > 0.7 ? 'end' : 'middle';
  };
  /** The threshold so near zero that its line would cross the name of zero: written on the other side. */
  const isTight = threshold !== null && threshold.value > 0 && threshold.value < (high - low) * 0.25;
  const letters = Math.max(...effects.map((effect) => effect.name.length));
  const marginTop = 46;
  return {
    height: 100 + effects.length * 52,
    marginTop,
    marginBottom: 44,
    marginLeft: Math.min(canvas.name === 'wide' ? 240 : 140, 16 + letters * 8.2),
    marginRight: 18,
    x: { domain: [low - room, high + room], label: null },
    y: { domain: [-0.6, effects.length - 0.4], reverse: true, label: null },
    marks: [
      Plot.gridX({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.axisX({
        ticks: canvas.name === 'wide' ? 7 : 4,
        tickSize: 5,
        tickFormat: (value: number) => tick(value),
      }),
      Plot.axisY(
        rows.map(({ index }) => index),
        { tickSize: 0, tickFormat: (index: number) => rows[index]?.name ?? '' },
      ),
      Plot.ruleX([0], { stroke: 'var(--ink)' }),
      Plot.text([zeroName], {
        x: () => 0,
        frameAnchor: 'top',
        textAnchor: isTight ? 'end' : inside(0),
        dx: isTight ? -4 : 0,
        dy: -14,
        fill: 'var(--muted)',
      }),
      ...(threshold === null
        ? []
        : [
            Plot.ruleX([threshold.value], { stroke: 'var(--muted)', strokeDasharray: '4 4' }),
            Plot.text([threshold.name], {
              x: () => threshold.value,
              frameAnchor: 'top',
              textAnchor: inside(threshold.value),
              dy: -32,
              fill: 'var(--muted)',
            }),
          ]),
      Plot.ruleY(rows, {
        y: 'index',
        x1: 'lower',
        x2: 'upper',
        stroke: series[0],
        strokeWidth: 4,
        strokeOpacity: 0.5,
      }),
      Plot.dot(rows, { x: 'value', y: 'index', r: 5, fill: series[0] }),
      // An outline of the paper, so that neither zero nor the threshold strikes a figure through.
      Plot.text(rows, {
        x: 'value',
        y: 'index',
        text: 'text',
        dy: -16,
        fill: 'var(--ink)',
        stroke: 'var(--paper)',
        strokeWidth: 5,
      }),
      Plot.text([xLabel], { frameAnchor: 'bottom-right', dy: 40, textAnchor: 'end', fill: 'var(--muted)' }),
    ],
  };
}

const tick = (value: number): string =>
  value.toLocaleString('fr-FR', { maximumFractionDigits: 2 }).replace('-', '−');
