import { expect, test } from 'vitest';
import { Refusal } from '../../platform/refusal.ts';
import { readFiguresCsv } from './read-figures-csv.ts';
import { fields } from './schema-fields.ts';

const context = { service: 'Mon Service', today: '2026-11-27' };
const good = {
  administration_rattachement: 'DINUM',
  nom_service_public_numerique: 'mon service',
  indicateur: 'Logements occupés',
  valeur: '1234.5',
  unite_mesure: 'unité',
  est_cible: 'false',
  type_indicateur: 'impact',
  frequence_monitoring: 'mensuelle',
  date: '2026-10-31',
  est_periode: 'true',
  date_debut: '2026-10-01',
  est_automatise: 'True',
  source_collecte: 'script',
  denom_insee: 'DEP',
  code_insee: '2A',
  dataviz_wish: '',
  commentaires: 'Limites, connues',
};
type Row = Partial<typeof good>;
const names = Object.keys(good) as (keyof typeof good)[];
const csv = (...rows: readonly Row[]) =>
  [names, ...rows.map((row) => names.map((name) => `"${row[name] ?? good[name]}"`))]
    .map((cells) => cells.join(','))
    .join('\n');

function faults(text: string): string[] {
  try {
    readFiguresCsv(text, 'chiffres.csv', context);
  } catch (error) {
    if (error instanceof Refusal)
      return error.message
        .replace(/[\u00a0\u202f]/g, ' ')
        .split('\n')
        .slice(1)
        .map((line) => line.trim());
    throw error;
  }
  throw new Error('not refused');
}

test('the columns are those of version 0.5.0 of the schema', () => {
  expect(Object.keys(fields).sort()).toEqual([...names].sort());
});

test('a good row is read', () => {
  expect(readFiguresCsv(csv({}), 'chiffres.csv', context)).toEqual([
    {
      indicator: 'Logements occupés',
      kind: 'impact',
      value: 1234.5,
      unit: 'unité',
      isTarget: false,
      measuredOn: '2026-10-31',
      periodStart: '2026-10-01',
      placeLevel: 'DEP',
      placeCode: '2A',
      frequency: 'mensuelle',
      automated: true,
      collected: 'script',
      comment: 'Limites, connues',
    },
  ]);
});

test('a target in the future is told apart from the figure observed; a row given twice counts once', () => {
  const figures = readFiguresCsv(
    csv({}, {}, { est_cible: 'true', date: '2027-12-31' }),
    'chiffres.csv',
    context,
  );
  expect(figures.map(({ isTarget, measuredOn }) => [isTarget, measuredOn])).toEqual([
    [false, '2026-10-31'],
    [true, '2027-12-31'],
  ]);
});

test('every fault is said at once, with its line', () => {
  const text = csv(
    { valeur: '12,5 %' },
    { valeur: 'beaucoup', date: '31/10/2026' },
    { est_cible: 'vrai', type_indicateur: 'résultat' },
    { date: '2026-12-31' },
    { date_debut: '' },
    { date_debut: '2026-11-30' },
    { nom_service_public_numerique: 'Autre' },
    { indicateur: '' },
    {},
    { valeur: '3' },
  );
  expect(faults(text)).toEqual([
    'ligne 2 : « valeur » vaut « 12,5 % » ; écrivez 12.5.',
    'ligne 3 : « valeur » vaut « beaucoup » ; il faut un nombre, par exemple 1234.5.',
    'ligne 3 : « date » vaut « 31/10/2026 » ; écrivez 2026-10-31.',
    'ligne 4 : « est_cible » vaut « vrai » ; écrivez true (vrai) ou false (faux).',
    'ligne 4 : « type_indicateur » vaut « résultat » ; les valeurs possibles sont usage, impact.',
    'ligne 5 : « date » est dans l’avenir : un chiffre constaté ne peut pas l’être (est_cible vaut-il « true » ?).',
    'ligne 6 : « est_periode » est vrai : « date_debut » doit dire quand la période commence.',
    'ligne 7 : « date_debut » vient après « date ».',
    'ligne 8 : ce chiffre est celui de « Autre », pas de « Mon Service ».',
    'ligne 9 : « indicateur » est vide.',
    'ligne 11 : le même chiffre est donné ligne 10, avec une autre valeur.',
  ]);
});

test.each([
  ['', 'Le fichier est vide.'],
  ['a\0b', 'Ce fichier n’est pas du texte : il contient des octets nuls.'],
  [names.join(','), 'Il n’y a que la ligne de titres : aucun chiffre.'],
  [`${names.slice(1).join(',')}\nx`, 'ligne 1 : la colonne « administration_rattachement » manque.'],
  [`${names.join(',')},date\nx`, 'ligne 1 : la colonne « date » est là deux fois.'],
  [`${csv({})},12`, 'ligne 2 : 18 cases au lieu de 17 : une virgule en trop ou en moins ?'],
])('%j', (text, expected) => {
  expect(faults(text)).toEqual([expected]);
});

test('beyond twenty faults, the rest is counted', () => {
  const lines = faults(csv(...Array.from({ length: 30 }, () => ({ valeur: 'x' }))));
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toBe('… et 10 autres.');
});
