import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureFromPlan } from '../src/cli/run-measure.ts';
import { readConfig } from '../src/platform/config.ts';
import { seededRandom } from '../src/statistics/seeded-random.ts';
import { renderReport } from '../src/web/report/report.tsx';
import { startBrowser } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'foulee-methods-'));
const words =
  'sentence: {total: heures libérées, each: gagnées par réponse, sampled: marchés, cases: réponses}';
const planText = `
foulee: 1
service: {id: toutes, name: Toutes les façons de mesurer, mission: Essayer}
effect: {statement: Des personnes retrouvent un emploi, domain: social}
sources:
  people: {kind: units, files: [people.csv], entry: entry, time: time, attributes: {arm: arm, zone: zone, age: age}, complete_through: 2021-12-31}
  panel: {kind: panel, files: [panel.csv], territory: zone, period: month, value: value, started: day}
  sample: {kind: sample, files: [sample.csv], value: value, drawn: random}
  answers: {kind: sample, files: [sample.csv], value: answer, drawn: all, attributes: {age: age}}
  visits: {kind: events, files: [visits.csv], time: day}
  notes: {kind: series, files: [notes.csv], time: day, value: note, goal: goal}
indicators:
  - {id: matched, method: follow-up, population: people, horizons: [30d, 90d], comparison: {design: adjusted, arm: arm, treated: 1, covariates: [zone, age], adjustment: matching-nearest, estimand: att}}
  - {id: staggered, method: rollout, panel: panel, comparison: {design: rollout}}
  - {id: single, method: rollout, panel: panel, comparison: {design: before-after, started: 2020-06}}
  - {id: hours, method: sample-volume, unit: h, sample: sample, volume: {value: 40000}, ${words}}
  - {id: sign, method: proxy, count: visits, counted: visites, calibration: {source: answers, yes: oui, effect: embauches}}
  - {id: asked, method: asked-later, answers: answers, yes: oui, breakdown: [age], margins: {age: {jeune: 500, senior: 300}}}
  - {id: satisfaction, matrix: useful, method: declared, series: notes, unit: sur 10, direction: up}
`;

const random = seededRandom(23);
const one = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
const rows = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join('\n');
const month = (k: number) => `${2020 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}`;
const files: Readonly<Record<string, string>> = {
  'impact.yaml': planText,
  'people.csv': `entry,time,arm,zone,age\n${rows(600, () => {
    const entry = month(Math.floor(random() * 18));
    const arm = one([0, 1]);
    return `${entry}-03,${random() < 0.2 + 0.1 * arm ? `${entry}-24` : ''},${arm},${one(['nord', 'sud'])},${one(['jeune', 'senior'])}`;
  })}`,
  'panel.csv': `zone,month,value,day\n${rows(24 * 18, (i) => {
    const [zone, k] = [Math.floor(i / 18), i % 18];
    const start = [6, 11, null][zone % 3] ?? null;
    return `z${zone},${month(k)},${10 + 0.2 * k + random() + (start !== null && k >= start ? 3 : 0)},${start === null ? '' : month(start)}`;
  })}`,
  'sample.csv': `value,answer,age\n${rows(120, () => `${(1 + 2 * random()).toFixed(1)},${one(['oui', 'non', ''])},${one(['jeune', 'senior'])}`)}`,
  'visits.csv': `day\n${rows(900, (i) => `${month(i % 9)}-15`)}`,
  'notes.csv': `day,note,goal\n${rows(14, (i) => `${month(i)}-28,${7 + 0.1 * i},8`)}`,
};

let browser: Browser;
let page: string;
beforeAll(async () => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const config = { ...readConfig(), dataFolder: join(folder, 'data') };
  const document = await measureFromPlan(join(folder, 'impact.yaml'), { refresh: true, config });
  expect(document.measures.map(({ headline }) => headline.estimate.kind)).toEqual(Array(7).fill('estimate'));
  page = renderReport(document);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([390, 1280])(
  'a report with every method, %i px: accessible, nothing wider than the screen',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
    try {
      const opened = await context.newPage();
      await opened.setContent(page, { waitUntil: 'load' });
      await opened.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
      expect(await opened.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await opened.evaluate(axe.source);
      const problems = await opened.evaluate<string[]>(
        `axe.run(document, { resultTypes: ['violations'] }).then((result) =>
        result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + node.target + ' ' + node.html.slice(0, 120))))`,
      );
      expect(problems).toEqual([]);
      expect(await opened.locator('figure svg').count()).toBeGreaterThan(7);
    } finally {
      await context.close();
    }
  },
);
