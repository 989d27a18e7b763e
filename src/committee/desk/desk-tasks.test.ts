import { expect, test } from 'vitest';
import { type CommitteeFacts, deskDays, deskTasks } from './desk-tasks.ts';

const today = '2026-11-28';
const none: CommitteeFacts = { waiting: null, last: null, open: [] };
const waiting = { session: 's', plannedOn: '2027-03-01', moneyEndsOn: null, frozenOn: null };
const last = {
  session: 'p',
  kind: 'continue-more',
  decidedOn: '2026-10-01',
  moneyUntil: null,
  checked: [],
} as const;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const said = (facts: Partial<CommitteeFacts>) =>
  deskTasks({ ...none, ...facts }, deskDays(today)).map(({ kind, day, sentence }) => [
    kind,
    day,
    plain(sentence()),
  ]);

test.each([
  ['nothing', {}, []],
  ['a committee far away, money for long', { waiting: { ...waiting, moneyEndsOn: '2027-06-01' } }, []],
  [
    'money within 60 days, to the day, and the file to freeze a month before',
    { waiting: { ...waiting, plannedOn: '2027-02-15', moneyEndsOn: '2027-01-27' } },
    [['money', '2027-01-27', 'L’argent s’arrête le 27 janvier 2027.']],
  ],
  ['money in 61 days', { waiting: { ...waiting, moneyEndsOn: '2027-01-28' } }, []],
  [
    'money ended, no committee',
    { last: { ...last, moneyUntil: '2026-11-01' } },
    [['money', '2026-11-01', 'L’argent s’est arrêté le 1er novembre 2026 : aucun comité n’est prévu.']],
  ],
  [
    'a committee within a month, not frozen',
    { waiting: { ...waiting, plannedOn: '2026-12-15' } },
    [['freeze', '2026-12-15', 'Comité du 15 décembre 2026 : le dossier est à préparer et à figer.']],
  ],
  [
    'a committee within two weeks whose money lasts',
    { waiting: { ...waiting, plannedOn: '2026-12-12', moneyEndsOn: '2027-12-01' } },
    [['freeze', '2026-12-12', 'Comité du 12 décembre 2026 : le dossier est à préparer et à figer.']],
  ],
  [
    'a committee in 15 days whose money lasts',
    { waiting: { ...waiting, plannedOn: '2026-12-13', moneyEndsOn: '2027-12-01' } },
    [],
  ],
  [
    'a committee held on a frozen file, nothing written',
    { waiting: { ...waiting, plannedOn: '2026-11-20', frozenOn: '2026-11-18' } },
    [['decide', '2026-11-20', 'Comité du 20 novembre 2026 : la décision est à écrire.']],
  ],
  [
    'a provisional decision that ends, rather than money twice',
    { last: { ...last, kind: 'provisional', moneyUntil: '2026-12-10' } },
    [
      [
        'provisional',
        '2026-12-10',
        'La décision provisoire du 1er octobre 2026 prend fin le 10 décembre 2026 : la preuve demandée est attendue.',
      ],
    ],
  ],
  [
    'what is oldest comes first',
    {
      last: { ...last, decidedOn: '2026-05-01' },
      open: ['2024-11-27', '2026-09-01', '2026-11-27', '2026-11-28'],
    },
    [
      [
        'check',
        '2026-05-01',
        'Six mois après la décision du 1er mai 2026, il reste à dire ce qu’elle a donné.',
      ],
      [
        'late',
        '2026-09-01',
        '2 conditions du comité en retard, la plus ancienne depuis le 1er septembre 2026.',
      ],
    ],
  ],
  ['looked back at already', { last: { ...last, decidedOn: '2026-05-01', checked: [6] } }, []],
] as const)('%s', (_, facts, expected) => {
  expect(said(facts as Partial<CommitteeFacts>)).toEqual(expected);
});
