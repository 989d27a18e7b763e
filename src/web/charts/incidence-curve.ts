import * as Plot from '@observablehq/plot';
import type { ChartSvg } from './chart.ts';
import { type Canvas, series as colours, draw, frame, type SeriesColour, zeroLine } from './draw.ts';
import { spreadLabels } from './spread-labels.ts';

/** Days and numbers of people out of the chart's base; `lower`/`upper` null where there is no interval. */
interface StepPoint {
  readonly day: number;
  readonly people: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface IncidenceSeries {
  readonly label: string;
  readonly points: readonly StepPoint[];
}

export interface IncidenceDrawing {
  readonly label: string;
  readonly yLabel: string;
  readonly xLabel: string;
  /** At most four: beyond, colours and names no longer tell curves apart. */
  readonly series: readonly IncidenceSeries[];
  /** Days at which the figures are read, marked by a vertical line and their name. */
  readonly horizons: readonly { readonly day: number; readonly name: string }[];
}

/** Cumulative incidence as steps with its interval as a band; several curves are named at their end. */
export function drawIncidence(drawing: IncidenceDrawing): ChartSvg {
  const points = drawing.series.flatMap((one) => one.points);
  const lastDay = Math.max(1, ...points.map((point) => point.day));
  const highest = Math.max(...points.map((point) => point.people));
  const highestBand = Math.max(...points.map((point) => point.upper ?? point.people));
  const top = Math.min(highestBand * 1.04, highest * 1.6) || 1;
  return draw(drawing.label, (canvas) => options(drawing, canvas, lastDay, top));
}

function options(drawing: IncidenceDrawing, canvas: Canvas, lastDay: number, top: number): Plot.PlotOptions {
  const wide = canvas.name === 'wide';
  const named = drawing.series.length > 1;
  const height = wide ? 380 : 330;
  const marginTop = 56;
  const marginBottom = 56;
  const marginRight = !named ? 16 : wide ? 180 : 104;
  const horizons = legible(drawing.horizons, (lastDay * 62) / (canvas.width - 52 - marginRight));
  const perPixel = top / (height - marginTop - marginBottom);
  const isNearEnd = (horizon: { day: number }) => horizon.day > lastDay * 0.85;
  const horizonName = { x: 'day', text: 'name', frameAnchor: 'top', dy: -16, fill: 'var(--muted)' } as const;
  return {
    height,
    marginTop,
    marginBottom,
    marginLeft: 52,
    marginRight,
    x: { domain: [0, lastDay], label: null },
    y: { domain: [0, top], label: null },
    marks: [
      ...frame(drawing.yLabel, marginTop),
      Plot.axisX({ ticks: dayTicks(lastDay, canvas.ticks), tickSize: 5, tickFormat: String }),
      Plot.text([drawing.xLabel], { frameAnchor: 'bottom-right', dy: 46, textAnchor: 'end' }),
      Plot.ruleX(drawing.horizons, { x: 'day', stroke: 'var(--muted)', strokeDasharray: '3 4' }),
      Plot.text(horizons.filter(isNearEnd), { ...horizonName, textAnchor: 'end' }),
      Plot.text(
        horizons.filter((horizon) => !isNearEnd(horizon)),
        horizonName,
      ),
      ...drawing.series.flatMap((one, index) => curve(one, index, top)),
      zeroLine(),
      ...(named ? names(drawing.series, wide, lastDay, top, perPixel) : []),
    ],
  };
}

const dashes = ['', '8 4', '2 3', '12 3 2 3'];

function curve(one: IncidenceSeries, index: number, top: number): Plot.Markish[] {
  const colour = colourOf(index);
  const band = one.points.filter((point) => point.lower !== null && point.upper !== null);
  return [
    Plot.areaY(band, {
      x: 'day',
      y1: (point: StepPoint) => Math.min(point.lower ?? 0, top),
      y2: (point: StepPoint) => Math.min(point.upper ?? 0, top),
      curve: 'step-after',
      fill: colour,
      fillOpacity: 0.18,
    }),
    Plot.lineY(one.points, {
      x: 'day',
      y: 'people',
      curve: 'step-after',
      stroke: colour,
      strokeWidth: 2.5,
      strokeDasharray: dashes[index % dashes.length] ?? '',
    }),
  ];
}

/** Names whose neighbours are far enough to be read; the others keep their line only. */
function legible<T extends { readonly day: number }>(horizons: readonly T[], gap: number): T[] {
  const kept: T[] = [];
  for (const next of horizons.toSorted((a, b) => a.day - b.day)) {
    const previous = kept.at(-1);
    if (previous === undefined || next.day - previous.day >= gap) kept.push(next);
  }
  return kept;
}

/** Names stand beside the last point of their curve, on two lines where the screen is narrow. */
function names(
  all: readonly IncidenceSeries[],
  wide: boolean,
  lastDay: number,
  top: number,
  perPixel: number,
): Plot.Markish[] {
  const labels = all.map((one) => (wide ? shortened(one.label, 22) : onTwoLines(one.label, 11)));
  const gap = labels.some((label) => label.includes('\n')) ? 36 : 20;
  const wanted = all.map((one) => one.points.at(-1)?.people ?? 0);
  const heights = spreadLabels(wanted, gap * perPixel, (gap / 2) * perPixel, top);
  return labels.map((label, index) =>
    Plot.text([label], {
      x: () => lastDay,
      y: () => heights[index] ?? 0,
      textAnchor: 'start',
      dx: 9,
      fill: colourOf(index),
      fontWeight: 600,
    }),
  );
}

function colourOf(index: number): SeriesColour {
  return colours[index % colours.length] ?? colours[0];
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}

/** Breaks at the space that best fills the first line; what does not fit in two is shortened. */
function onTwoLines(text: string, width: number): string {
  if (text.length <= width) return text;
  const space = text.lastIndexOf(' ', width);
  if (space <= 0) return shortened(text, width);
  return `${text.slice(0, space)}\n${shortened(text.slice(space + 1), width)}`;
}

/** Round numbers of days from zero, at most `most` steps. */
export function dayTicks(lastDay: number, most: number): number[] {
  const steps = [1, 2, 5, 7, 14, 15, 30, 60, 90, 180, 365];
  const step = steps.find((days) => lastDay / days <= most) ?? Math.ceil(lastDay / most / 365) * 365;
  return Array.from({ length: Math.floor(lastDay / step) + 1 }, (_, index) => index * step);
}
