import { expect, test } from 'vitest';
import { readPlan } from '../../plan/read-plan.ts';
import { caseLibrary } from '../cases/library.ts';
import { nextStep, type WholeProject, wholeProject } from './answers.ts';
import { projectChecklist } from './checklist.ts';
import { nearestCases } from './nearest-cases.ts';
import { isOnlineQuestionnaire } from './online-questionnaire.ts';
import { projectPlan } from './project-plan.ts';
import { otherwiseMeasured, projectProjection } from './projection.ts';
import { type Fields, readChecks, readEffect, readMeasures, readNumbers } from './read-answers.ts';

const fields =
  (values: Readonly<Record<string, string>>): Fields =>
  (name) =>
    values[name] ?? '';
const plain = (text: string) => text.replace(/\s+/g, ' ');

const numbers = {
  without: '12',
  change: '2',
  usersPerWeek: '280',
  start: '2026-09-01',
  horizon: '90',
  late: '45',
  prepareDays: '3',
  calls: '84',
  callMinutes: '10',
  dayCost: '500',
};
const effect = {
  organisation: '',
  mission: 'Aider les communes à contacter les propriétaires.',
  statement: 'Des logements vides « depuis : longtemps » sont habités.\n',
  domain: 'social',
  beneficiaries: 'les ménages',
};

function whole(example: string, changed: Partial<typeof numbers> = {}): WholeProject {
  const project = wholeProject({
    effect: readEffect(fields(effect)).answer ?? undefined,
    checks: ['Appeler dix propriétaires.', 'Visiter cinq logements.', 'Rencontrer trois maires.'],
    measures: ['La part de logements habités.', 'Le délai avant location.', 'Le coût par logement.'],
    example,
    numbers: readNumbers(fields({ ...numbers, ...changed })).answer ?? undefined,
  });
  if (project === null) throw new Error('not whole');
  return project;
}

test.each([
  ['Envoyer un questionnaire en ligne aux usagers', true],
  ['Un sondage par courriel', true],
  ['Un formulaire Framaforms à la fin', true],
  ['Notes de satisfaction', true],
  ['Une ENQUÊTE auprès de tous', true],
  ['Un mail avec trois questions', true],
  ['Un Tally à la fin du parcours', true],
  ['Un questionnaire en ligne après l’atelier', true],
  ['Écrire à dix usagers par courriel pour les rencontrer', false],
  ['Appeler ceux qui ont répondu au questionnaire en ligne', false],
  ['Un café avec cinq maires', false],
  ['Appeler dix usagers deux mois après', false],
  ['Passer un questionnaire par téléphone à dix personnes', false],
  ['Rencontrer trois maires', false],
  ['Passer une journée au guichet', false],
])('« %s »: behind a screen? %s', (text, expected) => {
  expect(isOnlineQuestionnaire(text)).toBe(expected);
});

test('three ways are asked, each its own, none an online questionnaire', () => {
  const { problems } = readChecks(
    fields({
      check1: 'Appeler dix usagers.',
      check2: 'appeler  DIX usagers.',
      check3: 'Un questionnaire en ligne',
    }),
  );
  expect(Object.keys(problems ?? {})).toEqual(['check2', 'check3']);
  expect(problems?.check3).toMatch(/rencontrer ou appeler/);
});

test('a measure, or an effect, that counts usage is refused with the reason', () => {
  const three = {
    measure1: 'Nombre de visites du site',
    measure2: 'La part de logés',
    measure3: 'Le délai moyen',
  };
  expect(readMeasures(fields(three)).problems).toMatchObject({ measure1: expect.stringMatching(/usage/) });
  const used = { ...effect, statement: 'Nombre de comptes créés sur le site' };
  expect(readEffect(fields(used)).problems).toMatchObject({ statement: expect.stringMatching(/usage/) });
});

test.each([
  [{ without: '0' }, 'without'],
  [{ without: 'douze' }, 'without'],
  [{ change: '0' }, 'change'],
  [{ change: '89' }, 'change'],
  [{ change: '−12' }, 'change'],
  [{ usersPerWeek: '0' }, 'usersPerWeek'],
  [{ start: '2026-02-30' }, 'start'],
  [{ horizon: '1,5' }, 'horizon'],
  [{ dayCost: '-1' }, 'dayCost'],
  [{ calls: '' }, 'calls'],
])('%o is to mend', (changed, name) => {
  expect(Object.keys(readNumbers(fields({ ...numbers, ...changed })).problems ?? {})).toEqual([name]);
});

test.each(caseLibrary.map(({ id }) => [id]))(
  'from the case %s: a plan that Foulée reads, with its own effect and numbers',
  (id) => {
    for (const horizon of ['30', '400']) {
      const project = whole(id, { horizon });
      const text = projectPlan('Habiter : ici, « demain »', project);
      const { plan, problems } = readPlan(text);
      expect(problems).toEqual([]);
      expect(plan?.service).toMatchObject({ id: 'habiter-ici-demain', name: 'Habiter : ici, « demain »' });
      expect(plan?.effect.statement).toBe('Des logements vides « depuis : longtemps » sont habités.');
      const [indicator] = plan?.indicators ?? [];
      if (indicator?.method === 'follow-up') {
        expect(indicator).toMatchObject({
          baseline: 0.12,
          target: { value: 0.14 },
          horizons: [Number(horizon)],
        });
        if (indicator.decision) expect(indicator.decision.threshold).toBe(0.02);
      }
      if (indicator?.method === 'asked-later')
        expect(indicator).toMatchObject({ baseline: 0.12, after: Number(horizon) });
      for (const check of project.checks) expect(text).toContain(`#   - ${check}`);
    }
  },
);

test('the projection says the published sizes and dates, and what measuring costs', () => {
  const said = Object.fromEntries(projectProjection(whole('estime').numbers).essentials);
  // The question of `src/measure/before-starting/project.test.ts`, whose size is a published one.
  expect(plain(said['Usagers nécessaires'] ?? '')).toContain('8 876 usagers');
  expect(plain(said['Premier chiffre honnête'] ?? '')).toContain('15 janvier 2027');
  expect(plain(said['Première comparaison'] ?? '')).toContain('14 juillet 2027');
  // 3 days, and 84 calls of 10 minutes: 14 hours, two days of seven.
  expect(plain(said['Coût de la mesure'] ?? '')).toContain(
    '2 500 € la première fois : 5 jours de travail, dont 14 h pour 84 appels',
  );
  const rough = whole('estime', { prepareDays: '1', calls: '10', callMinutes: '15' }).numbers;
  const [, cost = ''] = projectProjection(rough).essentials.at(-1) ?? [];
  expect(plain(cost)).toBe(
    'Environ 680 € la première fois : 1,4 jour de travail, dont 2 h 30 pour 10 appels.',
  );
});

test('whatever the numbers, nothing said is NaN nor infinite', () => {
  for (const [without, change] of [
    ['0.01', '99'],
    ['99.9', '-99'],
    ['50', '0.0001'],
  ] as const) {
    const project = whole('estime', { without, change, usersPerWeek: '0.1', horizon: '3650', late: '3650' });
    expect(JSON.stringify(projectProjection(project.numbers))).not.toMatch(/NaN|Infinity|undefined/);
  }
});

test('a plan that follows nobody says what its projection leaves out', () => {
  const note = (id: string) => otherwiseMeasured(projectPlan('Essai', whole(id)));
  expect(note('zero-logement-vacant')).toMatch(/au moins cinq/);
  expect(note('mps')).toMatch(/trente cas/);
  expect(note('dora')).toMatch(/une centaine d’appels/);
  expect(note('estime')).toBeNull();
});

test('the nearest case comes first, and all of them are offered', () => {
  const near = nearestCases({ ...effect, domain: 'social' });
  expect(near[0]?.id).toBe('zero-logement-vacant');
  expect(near).toHaveLength(caseLibrary.length);
});

test('the checklist asks for the right to match only where files are matched, and for a draw where there is one', () => {
  const list = (id: string) => projectChecklist(whole(id), projectPlan('Essai', whole(id))).join(' ');
  expect(list('labonnealternance')).toMatch(/délégué à la protection/);
  expect(list('mps')).not.toMatch(/délégué à la protection/);
  expect(list('la-bonne-boite')).toMatch(/Tirer au sort avant/);
  expect(plain(list('mps'))).toContain(
    'D’ici le 1 décembre 2026 : Appeler dix propriétaires.'.replace('1 d', '1er d'),
  );
});

test('the next step is the first that waits for an answer', () => {
  expect(nextStep({})).toBe('effet');
  expect(nextStep({ example: 'mps' })).toBe('effet');
  expect(nextStep(whole('mps'))).toBeNull();
});
