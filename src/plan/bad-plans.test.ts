import { describe, expect, test } from 'vitest';
import { contract, people, spells } from './fixtures/worked-plans.ts';
import { readPlan } from './read-plan.ts';

type Row = readonly [from: string, to: string, line: number, sentence: string | RegExp];

function expectProblem(text: string, line: number, sentence: string | RegExp): void {
  const { plan, problems } = readPlan(text);
  expect(plan).toBeNull();
  expect(problems).toHaveLength(1);
  expect(problems[0]?.line).toBe(line);
  expect(problems[0]?.sentence).toMatch(sentence);
}

test('a service may be called as its address, with dots', () => {
  const { plan } = readPlan(contract.replace('id: la-bonne-boite', 'id: cartes.gouv.fr'));
  expect(plan?.service.id).toBe('cartes.gouv.fr');
});

const filter = '{nom: [details, afficher-details, ajout-favori]}';

describe('a plan with one thing wrong', () => {
  test.each<Row>([
    ['foulee: 1', 'foulee: 2', 1, 'foulee vaut le nombre 2 ; il faut 1'],
    ['foulee: 1\n', '', 1, 'il manque la clé « foulee » dans le plan'],
    ['domain: social', 'domain: sociale', 3, /social, environmental, economic ; essayez : social$/],
    ['domain: social', 'domain: économique', 3, 'essayez : economic'],
    [
      'mission: "…"',
      'mission: 2024',
      2,
      'service.mission vaut le nombre 2024 ; il faut un texte ; essayez : "2024"',
    ],
    ['id: la-bonne-boite', 'id: La Bonne Boîte', 2, 'il faut un identifiant fait de lettres sans accent'],
    ['id: la-bonne-boite', 'id: la..boite', 2, 'il faut un identifiant fait de lettres sans accent'],
    ['id: la-bonne-boite', 'id: .boite', 2, 'il faut un identifiant fait de lettres sans accent'],
    ['kind: events', 'kindd: events', 6, 'vouliez-vous dire « kind » ?'],
    ['files: ["act', 'fichiers: ["act', 7, 'vouliez-vous dire « files » ?'],
    ['files: ["activity-*.json"]', 'files: []', 7, 'sources.usage.files est une liste vide'],
    ['"activity-*.json"', '/etc/passwd', 7, 'il faut un chemin relatif au dossier du plan'],
    ['"activity-*.json"', '"a/../../x.csv"', 7, 'il faut un chemin relatif au dossier du plan'],
    ['"activity-*.json"', "'..\\x.csv'", 7, 'il faut un chemin relatif au dossier du plan'],
    ['"activity-*.json"', '"C:\\\\x.csv"', 7, 'il faut un chemin relatif au dossier du plan'],
    ['"activity-*.json"', 'https://exemple.fr/x.csv', 7, 'ni adresse web'],
    [
      '    time: dateheure\n',
      '',
      5,
      "il manque la clé « time » dans sources.usage ; il faut le nom d'une colonne",
    ],
    ['time: dateheure', 'time: [a, b]', 10, 'sources.usage.time contient une liste'],
    ['time: dateheure', 'time: ""', 10, 'sources.usage.time est vide'],
    [filter, 'details', 11, 'sources.usage.where vaut « details » ; il faut des colonnes avec leurs valeurs'],
    [
      filter,
      '{nom: {inn: [a]}}',
      11,
      'clé inconnue « inn » dans sources.usage.where.nom ; vouliez-vous dire « in » ?',
    ],
    [filter, '{nom: {}}', 11, 'il faut au moins une condition parmi in, not, min, max et missing'],
    [filter, '{nom: {min: abc}}', 11, 'vaut « abc » ; il faut un nombre, ou une date'],
    [filter, '{nom: {min: 01/02/2020}}', 11, 'essayez : 2020-02-01'],
    [filter, '{nom: {min: 5, max: 4}}', 11, 'min (5) dépasse max (4)'],
    [filter, '{nom: {min: 5, max: 2020-01-01}}', 11, 'deux nombres ou deux dates'],
    [
      filter,
      '[{a: 1}, {b: {missing: garder}}]',
      11,
      "where[1].b.missing vaut « garder » ; il faut l'une des valeurs drop, keep",
    ],
    [
      'channel: source',
      'channel: proprietes.siret',
      12,
      "qui est l'identifiant target : il sortirait en clair",
    ],
    [
      'channel: source',
      'user: idutilisateur-peconnect, channel: source',
      12,
      "qui est l'identifiant subject",
    ],
    ['channel: source', 'Channel: a, channel: b', 12, 'ne diffèrent que par les majuscules'],
    ['{delimiter: "|"}', '{delimiter: "||"}', 17, 'il faut un seul caractère'],
    ['{delimiter: "|"}', '{encoding: windows-1252}', 17, "l'une des valeurs utf-8, latin-1"],
    ['2020-02-29', '29/02/2020', 23, 'essayez : 2020-02-29'],
    ['2020-02-29', '2021-02-29', 23, 'il faut une date'],
    [
      'complete_through: 2020-02-29',
      'max_rejected: 5',
      23,
      "une part entre 0 et 1 : 5 % s'écrit « 0.05 » ; essayez : 0.05",
    ],
    ['complete_through: 2020-02-29', 'letter_case: lower', 23, "l'une des valeurs keep, ignore"],
    [
      'method: follow-up',
      'method: experiment',
      28,
      "il faut l'une des méthodes follow-up, sample-volume, proxy, asked-later, declared, rollout",
    ],
    [
      'exposure: usage',
      'exposure: usages',
      29,
      "nomme la source « usages », qui n'existe pas ; vouliez-vous dire « usage » ?",
    ],
    [
      'exposure: usage',
      'exposure: hires',
      29,
      'demande une source de kind events, mais « hires » est de kind outcomes',
    ],
    ['exposure: usage', 'exposure: constructor', 29, "« constructor », qui n'existe pas"],
    ['    outcome: hires\n', '', 25, 'il manque outcome'],
    ['    exposure: usage\n', '', 25, 'il manque qui est suivi'],
    ['    target: kc_siret\n', '', 30, "match demande la cible (target), mais sources.hires n'en a pas"],
    ['match: [subject, target]', 'match: [subject]', 32, 'un même effet compterait pour chaque cible'],
    ['match: [subject, target]', 'match: siret', 31, "l'une des valeurs subject, target"],
    ['index: first', 'index: last', 33, "l'une des valeurs first"],
    ['index: first', 'decision: {threshold: 0.01}', 33, 'decision demande une comparaison'],
    ['after: 1d', 'after: 400d', 34, "la fenêtre s'ouvre (after : 400 jours) après s'être fermée"],
    ['after: 1d', 'after: 100d', 35, "horizon de 90 jours avant l'ouverture de la fenêtre"],
    ['after: 1d', 'after: -1d', 34, 'il faut une durée'],
    ['until: 365d', 'until: 12 mois', 34, 'essayez : 365d'],
    ['until: 365d', 'until: 100d', 35, 'horizon de 180 jours au-delà de la fenêtre'],
    ['horizons: [90d, 180d]', 'horizons: 90', 35, 'vaut le nombre 90 ; il faut une durée'],
    ['horizons: [90d, 180d]', 'horizons: [90d, 0d]', 35, "d'au moins un jour"],
    [
      'horizons: [90d, 180d]',
      'horizons: [6m]',
      35,
      /« 6m » ; il faut une durée en jours ou en semaines|essayez : 183d/,
    ],
    ['cohort: month', 'cohort: mois', 36, 'essayez : month'],
    ['breakdown: [channel]', 'breakdown: chanel', 37, 'vouliez-vous dire « channel » ?'],
    ['breakdown: [channel]', 'breakdown: age', 37, 'attributs possibles : channel'],
    ['breakdown: [channel]', 'target: {value: 15}', 37, 'pour 15 %, écrivez 0.15'],
    ['breakdown: [channel]', 'baseline: 12 %', 37, 'une part entre 0 et 1, ou {value, date}'],
    [
      'hires:',
      'Usage:\n    kind: units\n    files: a.csv\n    entry: e\n  hires:',
      14,
      'ne diffèrent que par les majuscules',
    ],
  ])('%s → %s', (from, to, line, sentence) => {
    expect(contract).toContain(from);
    expectProblem(contract.replace(from, to), line, sentence);
  });

  test('audience data exempt from consent can neither be matched nor claim the right to be', () => {
    const exempt = contract.replace(/matching_right: .*/, 'audience_exempt: true');
    expectProblem(
      exempt,
      29,
      /mesure d'audience exemptée de consentement : la CNIL .* interdit de les croiser/,
    );
    const both = contract.replace('matching_right:', 'audience_exempt: true\n    matching_right:');
    expect(readPlan(both).problems.map(({ line }) => line)).toEqual([14, 30]);
  });

  test('a badly named source is told once, not again where it is used', () => {
    const text = contract.replace('  usage:', '  usagé:');
    expectProblem(text, 5, /le nom « usagé » n'est pas accepté dans sources .* essayez : usage$/);
  });

  test('two indicators with the same identifier', () => {
    const [, indicator = ''] = contract.split('indicators:\n');
    expectProblem(contract + indicator, 38, "est déjà celui de l'indicateur n° 1");
  });
});

describe('people already followed', () => {
  test.each<Row>([
    ['horizons: [90d, 180d]', 'window: {until: 180d}\n    horizons: 90d', 12, "window n'a pas de sens ici"],
    [
      'population: spells',
      'population: spells\n    exposure: spells',
      11,
      'exposure et population sont donnés tous les deux',
    ],
    ['competing: [2, 3]', 'competing: [1, 2]', 5, 'déjà celle de event'],
    ['event: 1, ', '', 5, 'il manque la clé « event » dans sources.spells'],
    ['duration: spell', 'durée: spell', 5, 'vouliez-vous dire « duration » ?'],
    ['attributes: {age: age}', 'attributes: {group: ui, age: age}', 5, 'a déjà une clé « group »'],
  ])('durations: %s → %s', (from, to, line, sentence) => {
    expect(spells).toContain(from);
    const { problems } = readPlan(spells.replace(from, to));
    expect(problems[0]?.line).toBe(line);
    expect(problems[0]?.sentence).toMatch(sentence);
  });

  test.each<Row>([
    ['    outcome: hires\n', '', 10, "il manque où lire l'effet"],
    ['exit: left', 'time: left', 11, "l'effet est donné deux fois"],
    ['subject: id, entry', 'entry', 10, 'demande sa colonne subject'],
    ['entry: index_date, ', '', 5, 'il manque la clé « entry » dans sources.people'],
  ])('dates: %s → %s', (from, to, line, sentence) => {
    expect(people).toContain(from);
    expectProblem(people.replace(from, to), line, sentence);
  });
});

describe('text that is not a plan', () => {
  const deep = '['.repeat(100_000);
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
    .split('')
    .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]\n`)
    .join('')}`;
  test.each<readonly [name: string, text: string, line: number, sentence: string]>([
    ['empty', '', 1, 'le plan est vide'],
    ['comments only', '# rien\n', 1, 'le plan est vide'],
    ['prose', 'bonjour', 1, "ce texte n'est pas un plan ; il faut les clés foulee, service"],
    ['a list', '- a\n- b\n', 1, 'ce document est une liste, pas un plan'],
    ['a tab', 'foulee: 1\nservice:\n\tid: a\n', 3, 'une tabulation sert de décalage'],
    ['a quote left open', 'foulee: 1\nservice: {id: "a}\n', 3, "n'est pas fermé"],
    ['a brace left open', 'foulee: 1\nservice: {id: a\n', 3, 'pas refermé'],
    ['a colon in a text', 'foulee: 1\neffect: a: b\n', 2, 'deux « clé: valeur » à la suite'],
    ['a missing colon', 'foulee: 1\nservice\neffect: a\n', 2, 'il manque les deux-points'],
    ['a reserved character', 'foulee: @a\n', 1, 'caractère réservé'],
    ['two documents', 'foulee: 1\n---\nfoulee: 1\n', 2, 'un seul plan par fichier'],
    ['a tag', 'foulee: !!js/function x\n', 1, 'balises'],
    [
      'a glob without quotes',
      contract.replace('"activity-*.json"', '*.csv'),
      7,
      'mettez ce texte entre guillemets : "*.csv"',
    ],
    ['a bomb of aliases', bomb, 1, 'renvois (*)'],
    ['an alias to itself', 'a: &a [*a]\n', 1, 'trop de niveaux imbriqués'],
    ['too deep', deep, 1, 'trop de niveaux imbriqués'],
    ['huge', `a: ${'x'.repeat(1_000_001)}`, 1, 'trop grand pour être un plan'],
    ['latin-1', 'foulee: 1\nservice: {name: Impact r\uFFFDel}\n', 2, 'pas en UTF-8'],
    ['binary', 'PAR1\0\0', 1, "n'est pas un texte en UTF-8"],
    ['a list as key', '? [a]\n: b\n', 1, 'une clé doit être un texte simple'],
    ['__proto__', '__proto__: {a: 1}\n', 1, 'interdite'],
  ])('%s', (_name, text, line, sentence) => {
    const { plan, problems } = readPlan(text);
    expect(plan).toBeNull();
    expect(problems[0]?.sentence).toContain(sentence);
    expect(problems.length).toBeLessThanOrEqual(5);
    if (!text.startsWith('a: &a [x')) expect(problems[0]?.line).toBe(line);
  });

  test('a key written twice is told with both lines, and the rest is still checked', () => {
    const text = contract.replace('cohort: month', 'cohort: mois\n    index: first');
    expect(readPlan(text).problems.map(({ line, sentence }) => `${line} : ${sentence}`)).toEqual([
      expect.stringContaining('36 : cohort'),
      '37 : la clé « index » est écrite deux fois ; gardez-en une (déjà ligne 33)',
    ]);
  });
});
