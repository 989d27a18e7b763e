import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAmount } from './read-amount.ts';
import { readBudgetCsv } from './read-budget-csv.ts';
import { readDays } from './read-days.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test.each([
  ['12 345,67 €', 1_234_567],
  ['12\u202f345,67\u00a0€ TTC', 1_234_567],
  ['12.345,67', 1_234_567],
  ['12,345.67', 1_234_567],
  ['12345.6', 1_234_560],
  ['1.234.567', 123_456_700],
  ['45 k€', 4_500_000],
  ['12,345 k€', 1_234_500],
  ['1,2 M€', 120_000_000],
  ['480000 euros', 48_000_000],
  ["12'345", 1_234_500],
])('the amount %s', (written, cents) => {
  expect(readAmount(written)).toEqual({ cents });
});

test.each([
  ['12.345', /deux façons : écrivez 12345 ou 12,34\.$/],
  ['1200 € HT', /hors taxes/],
  ['-500', /plus grand que zéro/],
  ['0', /plus grand que zéro/],
  ['(500)', /plus grand que zéro/],
  ['beaucoup', /n’est pas un montant/],
  ['1,2,3', /n’est pas un montant/],
  ['9999999 M€', /vérifiez l’unité/],
  ['', /n’est pas un montant/],
])('the amount %s is refused', (written, expected) => {
  const read = readAmount(written);
  expect('fault' in read && plain(read.fault)).toMatch(expected);
});

test('an amount written the French way is read back to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (cents) => {
      const written = (cents / 100).toLocaleString('fr-FR', { minimumFractionDigits: 2 });
      expect(readAmount(`${written} €`)).toEqual({ cents });
    }),
  );
});

test.each([
  ['31/01/2026', '2026-01-31', '2026-01-31'],
  ['31/01/26', '2026-01-31', '2026-01-31'],
  ['2026-01-31', '2026-01-31', '2026-01-31'],
  ['1er janvier 2026', '2026-01-01', '2026-01-01'],
  ['Février 2024', '2024-02-01', '2024-02-29'],
  ['févr. 2026', '2026-02-01', '2026-02-28'],
  ['12/2026', '2026-12-01', '2026-12-31'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['T2 2026', '2026-04-01', '2026-06-30'],
  ['S2 2026', '2026-07-01', '2026-12-31'],
  ['2e semestre 2026', '2026-07-01', '2026-12-31'],
  ['2026', '2026-01-01', '2026-12-31'],
  ['du 1er mars au 30 juin 2026', '2026-03-01', '2026-06-30'],
])('the days of %s', (written, from, until) => {
  expect(readDays(written)).toEqual({ from, until });
});

test.each(['', 'bientôt', '31/02/2026', '13/2026', '1026', '42', 'ma 2026'])(
  'no day in « %s »',
  (written) => {
    expect(readDays(written)).toBeNull();
  },
);

const terms = { source: 'budget.csv', today: '2026-11-28', isWanted: null };
const rows = (text: string, isWanted: ((service: string) => boolean) | null = null) => {
  const read = readBudgetCsv(text, { ...terms, isWanted });
  if (read.kind === 'refused') throw new Error(read.sentence);
  return read;
};

test('a file of one service: dates, amounts and words as people write them', () => {
  const read = rows(
    'Début;Fin;Montant TTC;Nature;Activité;État;Référence\n' +
      '01/01/2026;30/06/2026;210 000,50 €;Prestations externes;Développeur;réalisé;BC 12\n' +
      '01/07/2026;31/12/2026;220 k€;presta;;;\n',
  );
  expect(read.rows.map((row) => row.read)).toEqual([
    {
      kind: 'line',
      line: {
        from: '2026-01-01',
        until: '2026-06-30',
        cents: 21_000_050,
        state: 'spent',
        nature: 'services',
        activity: 'Développeur',
        source: 'budget.csv',
        reference: 'BC 12',
      },
    },
    {
      kind: 'line',
      line: {
        from: '2026-07-01',
        until: '2026-12-31',
        cents: 22_000_000,
        state: 'forecast',
        nature: 'services',
        activity: null,
        source: 'budget.csv',
        reference: null,
      },
    },
  ]);
});

test('the common budget file: a year, what is committed, what is paid, several products', () => {
  const read = rows(
    'Produit,Année,Activité,Ressource,Montant AE,Montant CP\n' +
      'Estime,2025,Ops,Logiciel / SaaS / PaaS,"12 000,00","11 500,00"\n' +
      'Estime,2026,Support,Personnel,30000,\n' +
      'Dora,2025,Ops,Personnel,1,1\n' +
      'Estime,2026,,Voyages,500,500\n',
    (service) => service === 'Estime',
  );
  expect(read.others).toBe(1);
  expect(read.rows.map((row) => (row.read.kind === 'line' ? row.read.line : row.read))).toMatchObject([
    {
      from: '2025-01-01',
      until: '2025-12-31',
      cents: 1_150_000,
      nature: 'software',
      activity: 'Ops',
      state: 'spent',
    },
    // Nothing paid yet: what is committed is planned.
    { cents: 3_000_000, nature: 'staff', state: 'forecast' },
    // A kind nobody knows is kept in words.
    { nature: 'other', activity: 'Voyages' },
  ]);
});

test('every fault is said, line by line, and the good lines stand', () => {
  const read = rows('debut;fin;montant\n01/01/2026;31/12/2025;12.345\n;;100\n2026;2026;100\n2026;100\n');
  expect(read.rows.map((row) => [row.number, row.read.kind])).toEqual([
    [2, 'faults'],
    [3, 'faults'],
    [4, 'line'],
    [5, 'faults'],
  ]);
  expect(read.rows.flatMap((row) => (row.read.kind === 'faults' ? row.read.faults.map(plain) : []))).toEqual([
    'Le dernier jour vient avant le premier.',
    '« 12.345 » peut se lire de deux façons : écrivez 12345 ou 12,34.',
    'Il manque les dates : de quand à quand ce montant paie-t-il ?',
    '2 cases au lieu de 3 : un séparateur en trop ou en moins ? Un montant à virgule doit être entre guillemets si le séparateur est la virgule.',
  ]);
  expect(read.rows[0]?.written).toBe('01/01/2026 ; 31/12/2025 ; 12.345');
});

test.each([
  ['', /vide/],
  ['debut;fin;montant\n', /aucun budget/],
  ['titre;prix\na;1\n', /Il manque les dates.*montant/],
  ['PK\0\u0003', /classeur/],
  ['d\uFFFDbut;fin;montant\n1;2;3\n', /UTF-8/],
  [`debut;fin;montant\n${'2026;2026;1\n'.repeat(2001)}`, /Coupez le fichier/],
])('a file that is none is refused in a sentence', (text, expected) => {
  const read = readBudgetCsv(text, terms);
  expect(read.kind === 'refused' && plain(read.sentence)).toMatch(expected);
});
