import { expect, test } from 'vitest';
import { peopleRule } from '../disclosure/rule.ts';
import { rolloutDocument, rolloutPlan, simulatedPanel } from '../fixtures/simulated-rollout.ts';
import { freeze } from '../freeze.ts';
import { badgeSvg } from './badge.ts';
import { openSchemaCsv } from './open-schema.ts';
import { shortFigure } from './short-figure.ts';
import { statsAnswer } from './stats-api.ts';
import { csvTables } from './tables.ts';

const panel = simulatedPanel({ seed: 3, people: Array.from({ length: 18 }, () => 400), effect: 0.1 });
const publish = (share: boolean) => {
  const plan = rolloutPlan('design: rollout', share ? '' : ', value_label: retours');
  const territories = panel.territories.map((own) => ({
    ...own,
    sizes: own.sizes.map(() => null),
    values: own.values.map((value) => Math.round((value ?? 0) * 400)),
  }));
  const document = rolloutDocument(share ? panel : { ...panel, share, territories }, plan);
  return freeze({ document, plan: plan.plan, rule: peopleRule, earlier: [], today: '2026-11-23' });
};
const [ofPeople, ofValues] = [publish(true), publish(false)];
const main = ({ bundle }: typeof ofPeople) => {
  const [measure] = bundle.measures;
  if (measure?.headline.effect?.kind !== 'estimate') throw new Error('an effect is published');
  return { measure, value: measure.headline.effect.value };
};
const plain = (text: string) => text.replace(/\s/g, ' ');

test('an effect on a share is said in points; an effect on a table of values in its own unit', () => {
  expect(plain(shortFigure(main(ofPeople).measure))).toMatch(/^\+\d+,\d points$/);
  expect(plain(shortFigure(main(ofValues).measure))).toMatch(/^\+\d+ retours$/);
  expect(main(ofValues).measure.quality.accuracyReached).toMatch(/retours/);
  expect(main(ofValues).measure.quality.accuracyReached).not.toMatch(/point/);
  expect(badgeSvg(ofValues, '2026-11-23')).not.toMatch(/points?</);
});

test('the open schema says the effect of a table of territories without the words of people followed', () => {
  const text = openSchemaCsv([ofPeople]);
  expect(text).toContain(', écart avec et sans le service",');
  expect(text).not.toContain('usagers)');
});

test('the open formats carry the effect in the same unit', () => {
  const query = { periodicity: 'month', since: 3 } as const;
  const value = (publication: typeof ofPeople) =>
    statsAnswer([publication], query, '2026-11-23').stats.map((row) => row.value);
  expect(value(ofPeople)).toEqual([Number((main(ofPeople).value * 100).toFixed(4))]);
  expect(value(ofValues)).toEqual([main(ofValues).value]);
  const row = (publication: typeof ofPeople) => openSchemaCsv([publication]).split('\r\n')[1];
  expect(row(ofPeople)).toContain('point de pourcentage');
  expect(row(ofValues)).toContain(`${Number(main(ofValues).value.toFixed(4))},retours`);
});

test('the panel, the effects since arrival and by group, the expected series are each a table', () => {
  const tables = csvTables(ofPeople);
  expect(tables.map(({ name }) => name)).toEqual([
    'retour-effets-du-service',
    'retour-observe-et-attendu',
    'retour-effets-depuis-l-arrivee',
    'retour-effets-par-arrivee-et-periode',
    'retour-tableau',
  ]);
  // A line a territory and quarter, one of names, one empty after the last.
  expect(tables.at(-1)?.text.split('\r\n')).toHaveLength(18 * 8 + 2);
  for (const { text } of tables) {
    const columns = text.split('\r\n')[0]?.split(',').length;
    for (const line of text.split('\r\n').slice(1, -1)) expect(line.split(',')).toHaveLength(columns ?? 0);
  }
});
