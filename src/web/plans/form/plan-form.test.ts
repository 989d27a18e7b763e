import { expect, test } from 'vitest';
import { planText } from '../../../portfolio/plans/fixtures/plan-text.ts';
import { applyForm, planForm } from './plan-form.ts';

const text = planText('a');
const typed = (...fields: readonly (readonly [string, string])[]) => applyForm(text, new Map(fields));
/** All the fields, as a browser sends them: with its own ends of line. */
const untouched = (planForm(text) ?? [])
  .flatMap(({ fields }) => fields)
  .map(({ name, value }) => [name, (value ?? '').replaceAll('\n', '\r\n')] as const);

test('the form shows what the text says, part by part', () => {
  const form = planForm(text) ?? [];
  expect(form.map(({ title }) => title)).toEqual([
    'Le service et l’effet recherché',
    'Source « usage »',
    'Source « embauches »',
    'Indicateur « embauche »',
  ]);
  const values = Object.fromEntries(
    form.flatMap(({ fields }) => fields.map(({ name, value }) => [name, value])),
  );
  expect(values).toMatchObject({
    'plan:service.mission': 'Aider à retrouver un emploi.',
    'plan:sources.embauches.files': 'embauches.csv',
    'plan:indicators[0].horizons': '90d',
    'plan:indicators[0].window.until': '90d',
    'plan:indicators[0].baseline': '',
    'plan:indicators[0].limits': 'Les personnes non connectées ne sont pas vues.',
  });
});

test('a form sent back as it was changes no character', () => {
  expect(typed(...untouched)).toBe(text);
});

test('what was typed is in the text, its comments with it', () => {
  expect(
    typed(
      ...untouched,
      ['plan:effect.statement', 'Moins de chômage.\r\n'],
      ['plan:indicators[0].horizons', '30d , 90d'],
      ['plan:indicators[0].baseline', '0,12'],
      ['plan:indicators[0].limits', 'Une.\r\n\r\nDeux.'],
    ),
  ).toBe(
    `${text
      .replace("Des demandeurs d'emploi sont embauchés.", 'Moins de chômage.')
      .replace('horizons: [90d]', 'horizons: [30d, 90d]')
      .replace('[Les personnes non connectées ne sont pas vues.]', '[Une., Deux.]')}    baseline: 0.12\n`,
  );
});

test('a value written in a way the form does not have is shown as such, and left alone', () => {
  const odd = text.replace('window: {until: 90d}', 'baseline: {value: 0.1, date: 2019-12-31}');
  const field = (planForm(odd) ?? [])
    .flatMap(({ fields }) => fields)
    .find(({ path }) => path[2] === 'baseline');
  expect(field?.value).toBeNull();
  expect(applyForm(odd, new Map([['plan:indicators[0].baseline', '3']]))).toBe(odd);
});

test('a text with a fault has no form', () => {
  expect(planForm('a: [')).toBeNull();
  expect(planForm('')).toBeNull();
});
