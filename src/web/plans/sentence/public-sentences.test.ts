import { expect, test } from 'vitest';
import { readPlan } from '../../../plan/read-plan.ts';
import { measuredExamples } from '../../../portfolio/demonstration/plans/measured-examples.ts';
import { planText } from '../../../portfolio/plans/fixtures/plan-text.ts';
import { publicSentences } from './public-sentences.ts';

const sentences = (text: string) => {
  const { plan, problems } = readPlan(text);
  if (plan === null) throw new Error(JSON.stringify(problems));
  return plan.indicators.flatMap((indicator) => publicSentences(plan, indicator, null).sentences);
};
const words = `    sentence: {who: demandeurs d'emploi, what: sont embauchés}\n`;

test('a follow-up is said with the words, the horizon and the service of the plan', () => {
  expect(sentences(planText('a', 180) + words)).toEqual([
    {
      when: 'Une fois mesuré',
      sentence: expect.stringMatching(
        /^Sur.100.demandeurs d’emploi, entre.13.et.15.sont embauchés dans les six mois \(estimation.: 14\)\./,
      ),
    },
  ]);
  expect(sentences(planText('a'))[0]?.sentence).toContain('personnes qui ont utilisé Essai');
});

test('a comparison is said twice: an effect that shows, one that does not', () => {
  const compared = planText('a').replace(
    'time: jour\n    matching_right: Personnes',
    'time: jour\n    attributes: {bras: bras}\n    matching_right: Personnes',
  );
  const [clear, unclear] = sentences(
    `${compared}${words}    comparison: {design: randomised, arm: bras, treated: invite}\n    decision: {threshold: 0.01}\n`,
  );
  expect(clear?.sentence).toMatch(/entre 2 et 4 de plus que dans l’autre groupe sont embauchés/);
  expect(unclear?.sentence).toMatch(/les données ne permettent pas de dire/);
});

test('every method has its sentences, whole and without a hole', () => {
  for (const example of measuredExamples) {
    const said = sentences(example.plan({ since: '2025-06-01', through: '2026-10-31' }));
    expect(said.length).toBeGreaterThan(0);
    for (const { sentence } of said) {
      expect(sentence).toMatch(/^[\p{Lu}\d].{30,}[.!]$/u);
      expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/);
    }
  }
});

test.each([
  'personnes',
  'usagers',
  'dossiers',
  'permis de végétaliser',
  'heures',
  'h',
  '€',
  'sur 10',
  'sur 5',
])('invented figures in « %s »: what is counted is whole, what is measured may be divided', (unit) => {
  const declared = `foulee: 1
service: {id: a, name: A}
effect: {statement: Mieux., domain: social}
sources: {s: {kind: series, files: [s.csv], time: t, value: v}, r: {kind: sample, files: [r.csv], value: v}}
indicators:
  - {id: d, name: D, method: declared, series: s, unit: ${unit}, direction: up}
  - {id: v, name: V, method: sample-volume, sample: r, volume: {value: 40000}, unit: ${unit}, sentence: {total: choses, each: gagnées, sampled: cas, cases: cas}}
  - {id: r, name: R, method: asked-later, answers: r, unit: ${unit}}
`;
  const said = sentences(declared).map(({ sentence }) => sentence);
  expect(said).toHaveLength(3);
  const isDivisible = /^(heures|h|€|sur)/.test(unit);
  if (!isDivisible) for (const sentence of said) expect(sentence).not.toMatch(/\d,\d/);
  if (unit === 'sur 5') expect(said[0]).toContain('4,1');
});
