import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { drawCohorts } from './cohort-dots.ts';
import { drawEffects } from './effect-intervals.ts';
import { dayTicks, drawIncidence } from './incidence-curve.ts';
import { drawLove } from './love-plot.ts';
import { drawObservedExpected } from './observed-expected.ts';

const svgOf = (markup: string) =>
  parseHTML(`<html><body>${markup}</body></html>`).document.querySelector('svg');
const texts = (markup: string) => [...svgOf(markup).querySelectorAll('text')].map((one) => one.textContent);

const incidence = {
  label: 'Un message & « deux » <mots>',
  yLabel: 'sur 100 personnes',
  xLabel: 'jours',
  horizons: [{ day: 90, name: '90 jours' }],
  series: [
    {
      label: 'un groupe <b>&',
      points: [
        { day: 0, people: 0, lower: null, upper: null },
        { day: 60, people: 10, lower: 8, upper: 12 },
        { day: 120, people: 20, lower: 15, upper: 25 },
      ],
    },
    { label: 'autre', points: [{ day: 0, people: 0, lower: null, upper: null }] },
  ],
};

test('a drawing is an image named by its message, in French only, with no inline style or duplicate name', () => {
  for (const markup of Object.values(drawIncidence(incidence))) {
    const svg = svgOf(markup);
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('aria-label')).toBe(incidence.label);
    expect(svg.querySelectorAll('[aria-label], style, [style]').length).toBe(0);
  }
});

test('names from the plan are text in the drawing, never markup', () => {
  const { wide } = drawIncidence(incidence);
  expect(svgOf(wide).querySelectorAll('b, mots').length).toBe(0);
  expect(texts(wide)).toContain('un groupe <b>&');
});

test('rates start at zero and horizons are named', () => {
  for (const markup of Object.values(drawIncidence(incidence))) {
    expect(texts(markup)).toEqual(expect.arrayContaining(['0', '20', '90 jours', 'sur 100 personnes']));
  }
});

test('text is at least 12 px on a screen of 320 px', () => {
  const svg = svgOf(drawIncidence(incidence).narrow);
  const scale = (320 - 2 * 16) / Number(svg.getAttribute('width'));
  expect(Number(svg.getAttribute('font-size')) * scale).toBeGreaterThanOrEqual(12);
});

test('what is expected is dots apart from the bars: no line joins them', () => {
  const { wide } = drawObservedExpected({
    label: 'Message',
    yLabel: 'effets',
    observedName: 'constatés',
    expectedName: 'attendus',
    rows: [
      { name: 'a', observed: 10, expected: null, lower: null, upper: null },
      { name: 'b', observed: 8, expected: 11, lower: 9, upper: 13 },
      { name: 'c', observed: 2, expected: 12, lower: null, upper: null },
    ],
  });
  const orange = [...svgOf(wide).querySelectorAll('[stroke="var(--series-2)"]')];
  const diamonds = orange.flatMap((group) => [...group.querySelectorAll('path')]);
  const intervals = orange.flatMap((group) => [...group.querySelectorAll('line')]);
  expect(diamonds.length).toBe(3); // two expected days and the key
  expect(
    intervals.map((line) => [line.getAttribute('x1'), line.getAttribute('x2')]).every(([a, b]) => a === b),
  ).toBe(true);
});

test('nothing but zeros still has an axis', () => {
  const points = [0, 30].map((day) => ({ day, people: 0, lower: 0, upper: 0 }));
  const { wide } = drawIncidence({ ...incidence, series: [{ label: 'tous', points }] });
  expect(texts(wide)).toEqual(expect.arrayContaining(['0', '1']));
  expect(wide).not.toMatch(/NaN|Infinity/);
});

test('a cohort without a figure is hatched and has no dot', () => {
  const { narrow } = drawCohorts({
    label: 'Message',
    yLabel: 'sur 100',
    absent: 'pas encore de chiffre',
    cohorts: [
      { name: 'a', figure: { people: 3, lower: 2, upper: 4 } },
      { name: 'b', figure: null },
    ],
  });
  expect(svgOf(narrow).querySelectorAll('circle').length).toBe(1);
  expect(svgOf(narrow).querySelectorAll('[fill="url(#hatch)"] rect').length).toBe(1);
  expect(texts(narrow)).toContain('pas encore de chiffre');
});

test.each([
  [365, 4, [0, 180, 360]],
  [28, 4, [0, 7, 14, 21, 28]],
  [3, 9, [0, 1, 2, 3]],
  [4000, 4, [0, 1095, 2190, 3285]],
])('ticks up to %i days, %i at most', (last, most, ticks) => {
  expect(dayTicks(last, most)).toEqual(ticks);
});

const love = {
  label: 'Message',
  xLabel: 'écart',
  threshold: 0.1,
  beforeName: 'avant',
  afterName: 'après',
  rows: [
    { name: 'zone : <b>nord', before: 0.4, after: 0.02 },
    { name: 'âge : inconnu', before: null, after: 0.01 },
  ],
};

test('a love plot draws what can be told before and after, and nothing where it cannot', () => {
  for (const markup of Object.values(drawLove(love))) {
    const svg = svgOf(markup);
    expect(svg.querySelectorAll('circle').length).toBe(3);
    expect(svg.querySelectorAll('b').length).toBe(0);
    expect(texts(markup)).toEqual(expect.arrayContaining(['zone : <b>nord', 'avant', 'après', 'écart']));
  }
});

test('effects are drawn against the line of no effect, even when all are on one side', () => {
  const effects = [{ name: '90 jours', value: 3, lower: 2, upper: 4, text: '+3 points' }];
  for (const markup of Object.values(
    drawEffects({ label: 'Message', xLabel: 'points', effects, threshold: { value: 5, name: 'seuil' } }),
  )) {
    expect(texts(markup)).toEqual(expect.arrayContaining(['0', 'pas d’effet', 'seuil', '+3 points']));
    expect(svgOf(markup).outerHTML).not.toMatch(/NaN|undefined/);
  }
});
