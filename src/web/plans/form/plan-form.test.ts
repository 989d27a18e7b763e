import { expect, test } from 'vitest';
import { planText } from '../../../portfolio/plans/fixtures/plan-text.ts';
import { applyForm } from './apply-form.ts';
import { fieldAt, planForm } from './plan-form.ts';

const text = planText('a');
const typed = (...fields: readonly (readonly [string, string])[]) => applyForm(text, new Map(fields)).text;
const fieldsOf = (of: string) =>
  (planForm(of) ?? []).flatMap(({ groups }) => groups).flatMap(({ fields }) => fields);

test('the form shows what the text says, part by part, in French', () => {
  const form = planForm(text) ?? [];
  expect(form.map(({ title }) => title)).toEqual([
    'Le service et l’effet recherché',
    'Source « usage »',
    'Source « embauches »',
    'Indicateur « embauche »',
  ]);
  const values = Object.fromEntries(
    fieldsOf(text).map((field) => [field.name, field.control === 'table' ? field.rows : field.value]),
  );
  expect(values).toMatchObject({
    'plan:service.mission': 'Aider à retrouver un emploi.',
    'plan:sources.usage.arrivals': 'files',
    'plan:sources.usage.files': 'usage.csv',
    'plan:sources.embauches.recorded': 'connu',
    'plan:indicators[0].window.until': '90 jours',
    'plan:indicators[0].horizons': '90 jours',
    'plan:indicators[0].limits': 'Les personnes non connectées ne sont pas vues.',
    'plan:indicators[0].baseline': '',
    'plan:sources.usage.where': [],
  });
});

test('what was typed is written where it goes, and the rest stays', () => {
  expect(
    typed(
      ['plan:effect.statement', 'Moins de chômage.'],
      ['plan:indicators[0].horizons', '30 jours , 90d'],
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

test('a list keeps the comments of the items that stay', () => {
  const listed = text.replace(
    '    limits: [Les personnes non connectées ne sont pas vues.]',
    '    limits:\n      - Une. # pourquoi\n      - Deux.',
  );
  const after = applyForm(listed, new Map([['plan:indicators[0].limits', 'Une.\nEntre deux.\nDeux.']])).text;
  expect(after).toBe(listed.replace('      - Deux.', '      - Entre deux.\n      - Deux.'));
});

test('where the rows come from is one choice, and the keys follow it', () => {
  expect(typed(['plan:sources.usage.arrivals', 'arrivals'])).toBe(
    text
      .replace('    files: [usage.csv]\n', '')
      .replace(
        'matching_right: Personnes connectées et informées.',
        'matching_right: Personnes connectées et informées.\n    arrivals: true',
      ),
  );
  const pulled = typed(['plan:sources.usage.arrivals', 'pull']);
  expect(fieldsOf(pulled).map(({ name }) => name)).toContain('plan:sources.usage.pull.connection');
});

test('conditions are rows: one changed, one added, one taken out', () => {
  const filtered = text.replace(
    'files: [usage.csv]',
    'files: [usage.csv]\n    where:\n      nom: [details, favori] # les gestes\n      age: {min: 18, missing: keep}\n      test: {not: 1}',
  );
  const table = fieldsOf(filtered).find(({ name }) => name === 'plan:sources.usage.where');
  expect(table).toMatchObject({
    rows: [
      ['nom', 'in', 'details, favori', ''],
      ['age', 'min', '18', 'keep'],
      ['test', 'not', '1', ''],
    ],
  });
  const cells = [
    ['nom', 'in', 'details, favori', ''],
    ['age', 'min', '18', ''],
    ['age', 'max', '65', ''],
    ['jour', 'filled', '', ''],
    ['', '', '', ''],
  ].flatMap((row, i) => row.map((cell, j) => [`plan:sources.usage.where|${i}|${j}`, cell] as const));
  expect(applyForm(filtered, new Map(cells)).text).toBe(
    filtered
      .replace('age: {min: 18, missing: keep}', 'age: {min: 18, max: 65}')
      .replace('      test: {not: 1}\n', '      jour:\n        missing: drop\n'),
  );
});

test('a reference takes a date, an emptied target goes as a whole, no limit is said in words', () => {
  const dated = typed(
    ['plan:indicators[0].baseline', '0,1'],
    ['plan:indicators[0].baseline.date', '2025-01-01'],
  );
  expect(dated).toContain('baseline: {value: 0.1, date: 2025-01-01}');
  const aimed = typed(['plan:indicators[0].target.value', '0,2']);
  expect(aimed).toContain('target:\n      value: 0.2');
  expect(applyForm(aimed, new Map([['plan:indicators[0].target.value', '']])).text).toBe(text);
  const open = typed(['plan:indicators[0].window.until', 'sans limite']);
  expect(open).toMatch(/window: \{until: null\}/);
  const until = fieldsOf(open).find(({ name }) => name.endsWith('window.until'));
  expect(until).toMatchObject({ value: 'sans limite' });
});

test('a comparison and a decision are made by form, and taken out', () => {
  const compared = typed(
    ['plan:indicators[0].comparison.design', 'randomised'],
    ['plan:indicators[0].decision.threshold', '0,01'],
  );
  expect(compared).toContain('comparison:\n      design: randomised\n    decision:\n      threshold: 0.01\n');
  const names = fieldsOf(compared).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['plan:indicators[0].comparison.arm', 'plan:indicators[0].comparison.take_up']),
  );
});

test('a value that others repeat is left alone, and its field is named', () => {
  const repeated = text
    .replace('files: [usage.csv]', 'files: &f [usage.csv]')
    .replace('[embauches.csv]', '*f');
  const applied = applyForm(
    repeated,
    new Map([
      ['plan:sources.usage.files', 'autre.csv'],
      ['plan:indicators[0].owner', 'Nous'],
    ]),
  );
  expect(applied.refused).toEqual(['plan:sources.usage.files']);
  expect(applied.text).toBe(`${repeated}    owner: Nous\n`);
});

test('what the form does not show is said, and kept', () => {
  const odd = text.replace('    method: follow-up', '    method: follow-up\n    inconnu: 3 # gardé');
  const [section] = (planForm(odd) ?? []).slice(-1);
  expect(section?.unshown).toEqual([['indicators', 0, 'inconnu']]);
  expect(applyForm(odd, new Map([['plan:indicators[0].owner', 'Nous']])).text).toContain(
    'inconnu: 3 # gardé',
  );
});

test('a remark finds its field', () => {
  const form = planForm(text) ?? [];
  expect(fieldAt(form, 'indicators[0].horizons[0]')?.label).toBe('Délais auxquels le chiffre est lu');
  expect(fieldAt(form, 'indicators[0]')).toBeNull();
});

test('a text with a fault has no form', () => {
  expect(planForm('a: [')).toBeNull();
  expect(planForm('')).toBeNull();
  expect(planForm('[]')).toBeNull();
});
