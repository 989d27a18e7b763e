import * as Plot from '@observablehq/plot';
import { frenchNumber } from '../../platform/french/number.ts';
import type { ChartSvg } from './chart.ts';
import { type Canvas, draw, frame, hatch, nameAxis, series, zeroLine } from './draw.ts';

/** One cohort: its figure out of the chart's base, or null when none may be given (not mature, too few). */
interface CohortDot {
  readonly name: string;
  readonly figure: { readonly people: number; readonly lower: number; readonly upper: number } | null;
}

export interface CohortDrawing {
  readonly label: string;
  readonly yLabel: string;
  readonly cohorts: readonly CohortDot[];
  /** Written above the cohorts without a figure. */
  readonly absent: string;
}

/** A dot and its interval for each cohort; cohorts without a figure are hatched columns, never low dots. */
export function drawCohorts(drawing: CohortDrawing): ChartSvg {
  return draw(drawing.label, (canvas) => options(drawing, canvas));
}

function options({ cohorts, yLabel, absent }: CohortDrawing, canvas: Canvas): Plot.PlotOptions {
  const dots = cohorts.flatMap(({ figure }, index) => (figure === null ? [] : [{ index, ...figure }]));
  const holes = cohorts.flatMap(({ figure }, index) => (figure === null ? [index] : []));
  const highest = Math.max(...dots.map((dot) => dot.people));
  const top = Math.min(Math.max(...dots.map((dot) => dot.upper)) * 1.05, highest * 2.2) || 1;
  const marginTop = 52;
  return {
    height: canvas.name === 'wide' ? 320 : 300,
    marginTop,
    marginBottom: 66,
    marginLeft: Math.max(52, 16 + 8 * frenchNumber(top).length),
    marginRight: 22,
    x: { domain: [-0.5, cohorts.length - 0.5], label: null },
    y: { domain: [0, top], label: null },
    marks: [
      ...frame(yLabel, marginTop),
      nameAxis(
        cohorts.map((cohort) => cohort.name),
        canvas,
      ),
      Plot.rectY(holes, {
        x1: (index: number) => index - 0.5,
        x2: (index: number) => index + 0.5,
        y1: 0,
        y2: top,
        fill: hatch,
      }),
      Plot.ruleX(dots, {
        x: 'index',
        y1: 'lower',
        y2: (dot: { upper: number }) => Math.min(dot.upper, top),
        stroke: series[0],
        strokeWidth: 3,
        strokeOpacity: 0.5,
      }),
      Plot.dot(dots, { x: 'index', y: 'people', r: 4, fill: series[0] }),
      zeroLine(),
      Plot.text(holes.length === 0 ? [] : [absent], {
        x: () => (holes.at(-1) ?? 0) + 0.5,
        frameAnchor: 'top',
        dy: -12,
        textAnchor: 'end',
        fill: 'var(--muted)',
      }),
    ],
  };
}
