import { beforeAll, expect, test } from 'vitest';
import { measureDemonstration } from '../../../cli/demonstration/measure-demonstration.ts';
import type { MeasureDocument } from '../../../measure/measure.ts';
import type { Plan } from '../../../plan/plan.ts';
import { measuredExamples } from '../../../portfolio/demonstration/plans/measured-examples.ts';
import type { LastMeasure } from './last-measure.ts';
import { publicSentences } from './public-sentences.ts';

const services = ['estime', 'zero-logement-vacant', 'mps', 'maintenant', 'aides.jeunes', 'acceslibre', 'eva'];
const last = measuredExamples
  .filter(({ service }) => services.includes(service))
  .map((example) => ({ ...example, monthsAgo: example.monthsAgo.slice(-1) }));
const measured: { readonly plan: Plan; readonly document: MeasureDocument }[] = [];
beforeAll(async () => {
  for await (const { plan, document } of measureDemonstration(last, '2026-11-27')) {
    measured.push({ plan, document });
  }
});

const lastOf = (document: MeasureDocument, isPublishedOnly = false): LastMeasure => ({
  day: '2026-11-27',
  figures: document.measures.map((measure) => ({ ...measure, measure: isPublishedOnly ? null : measure })),
});

test('with the plan that was measured, the preview is the very sentence of the measure', () => {
  expect(measured.length).toBeGreaterThanOrEqual(6);
  const methods = new Set<string>();
  for (const { plan, document } of measured) {
    for (const { indicator: id, headline } of document.measures) {
      const indicator = plan.indicators.find((one) => one.id === id);
      const figure = headline.effect ?? headline.estimate;
      if (indicator === undefined || figure.kind !== 'estimate') continue;
      methods.add(indicator.method);
      const said = publicSentences(plan, indicator, lastOf(document));
      expect(said.measuredOn).toBe('2026-11-27');
      expect(said.sentences[0]?.sentence).toBe(headline.sentence);
    }
  }
  expect([...methods].sort()).toEqual([
    'asked-later',
    'declared',
    'follow-up',
    'proxy',
    'rollout',
    'sample-volume',
  ]);
});

test('other words, same figures; another horizon or method has none: invented, and said so', () => {
  const { plan, document } = measured.find(({ plan: one }) => one.service.id.includes('estime')) ?? {};
  const [indicator] = plan?.indicators ?? [];
  if (plan === undefined || document === undefined || indicator?.method !== 'follow-up')
    throw new Error('estime follows people');
  const worded = { ...indicator, sentence: { who: 'marcheurs', what: 'avancent' } };
  const [said] = publicSentences(plan, worded, lastOf(document)).sentences;
  expect(said?.sentence).toMatch(/marcheurs.*avancent/);
  expect(said?.sentence.match(/\d+/g)).toEqual(document.measures[0]?.headline.sentence.match(/\d+/g));
  const later = { ...indicator, horizons: [7] };
  expect(publicSentences(plan, later, lastOf(document)).measuredOn).toBeNull();
  expect(publicSentences(plan, later, lastOf(document)).sentences).toHaveLength(2);
  expect(publicSentences(plan, indicator, null).measuredOn).toBeNull();
});
