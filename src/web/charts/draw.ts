import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { frenchNumber } from '../../platform/french/number.ts';
import type { ChartSvg } from './chart.ts';

/** What a drawing adapts to. `fontSize` is chosen so that text stays at 12 px or more at 320 px wide. */
export interface Canvas {
  readonly name: 'narrow' | 'wide';
  readonly width: number;
  readonly fontSize: number;
  /** Tick labels that fit along the width. */
  readonly ticks: number;
}

const canvases = {
  narrow: { name: 'narrow', width: 340, fontSize: 14.5, ticks: 4 },
  wide: { name: 'wide', width: 760, fontSize: 14, ticks: 9 },
} as const satisfies Record<Canvas['name'], Canvas>;

/** Four colours that differ in lightness as well as in hue; their values follow the page's light or dark scheme. */
export const series = ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'var(--series-4)'] as const;
export type SeriesColour = (typeof series)[number];
export const hatch = 'url(#hatch)';
export const paper = 'var(--paper)';

/** The axes every chart shares: zero at the bottom, light lines, the unit written above the vertical axis. */
export function frame(yLabel: string, marginTop: number): Plot.Markish[] {
  return [
    Plot.gridY({ ticks: 5, stroke: 'var(--grid)', strokeOpacity: 1 }),
    Plot.axisY({ ticks: 5, tickSize: 0, tickFormat: tickNumber }),
    Plot.text([yLabel], { frameAnchor: 'top-left', dx: -44, dy: 8 - marginTop, textAnchor: 'start' }),
  ];
}

/** Widths that a letter and the margins of an axis take, in pixels of the drawing. */
const letter = 7;
const margins = 76;

/** A horizontal axis with names: their years, and the end of a range, on lines of their own; as many as there is room for. */
export function nameAxis(names: readonly string[], canvas: Canvas): Plot.Markish {
  const lines = names.map((name) => name.split(/ (?=à )|\u00a0(?=\d{4}$)/));
  const widest = Math.max(...lines.flat().map((line) => line.length)) * letter;
  const step = (canvas.width - margins) / names.length;
  const every = Math.max(1, Math.ceil(names.length / canvas.ticks), Math.ceil(widest / step));
  const shown = names.map((_, index) => index).filter((index) => (names.length - 1 - index) % every === 0);
  return Plot.axisX(shown, {
    tickSize: 5,
    tickFormat: (index: number) => lines[index]?.join('\n') ?? '',
  });
}

export const zeroLine = (): Plot.Markish => Plot.ruleY([0], { stroke: 'var(--ink)' });

function tickNumber(value: number): string {
  const decimals = [0, 1, 2, 3].find((count) => Math.abs(value - Number(value.toFixed(count))) < 1e-9) ?? 4;
  return frenchNumber(value, decimals);
}

/** Renders a plot for both widths as SVG text, named by `label` for those who do not see it. */
export function draw(label: string, options: (canvas: Canvas) => Plot.PlotOptions): ChartSvg {
  return { narrow: svgText(label, canvases.narrow, options), wide: svgText(label, canvases.wide, options) };
}

function svgText(label: string, canvas: Canvas, options: (canvas: Canvas) => Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = Plot.plot({ ...options(canvas), document, width: canvas.width, className: 'plot' });
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const part of svg.querySelectorAll('[aria-label], [aria-hidden], [aria-description]')) {
    for (const name of ['aria-label', 'aria-hidden', 'aria-description']) part.removeAttribute(name);
  }
  for (const name of ['style', 'font-family']) svg.removeAttribute(name);
  svg.setAttribute('font-size', String(canvas.fontSize));
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  return svg.outerHTML.replace(/\d+\.\d{3,}/g, (number: string) =>
    String(Math.round(Number(number) * 100) / 100),
  );
}
