import { isCalendarDate } from '../../plan/calendar-date.ts';
import { speaksOfUsage } from '../../plan/plain-words.ts';
import { withoutAccents } from '../search-text.ts';
import type { EffectAnswer, NumbersAnswer } from './answers.ts';
import { isOnlineQuestionnaire } from './online-questionnaire.ts';

/** The fields of a form; a field left out is empty. */
export type Fields = (name: string) => string;

/** An answer, or what to mend, field by field. */
export type Reading<T> =
  | { readonly answer: T; readonly problems: null }
  | { readonly answer: null; readonly problems: Readonly<Record<string, string>> };

/** The first question: what is concretely better, and for whom. */
export function readEffect(field: Fields): Reading<EffectAnswer> {
  const statement = line(field('statement'));
  const domain = field('domain');
  const problems = {
    ...missing('mission', field, 'Écrivez en une phrase pourquoi ce service existe.'),
    ...missing('beneficiaries', field, 'Dites qui s’en trouve mieux : sans eux, personne ne peut vérifier.'),
    ...(statement.length < 15
      ? { statement: 'Écrivez une phrase entière : qui, et ce qui va mieux pour eux.' }
      : speaksOfUsage(statement)
        ? { statement: 'Ceci compte un usage. L’effet est ce qui change ensuite, hors du service.' }
        : {}),
    ...(isDomain(domain) ? {} : { domain: 'Choisissez un domaine.' }),
  };
  if (Object.keys(problems).length > 0 || !isDomain(domain)) return { answer: null, problems };
  const [organisation, mission, beneficiaries] = ['organisation', 'mission', 'beneficiaries'].map((name) =>
    line(field(name)),
  );
  return {
    answer: {
      organisation: organisation ?? '',
      mission: mission ?? '',
      statement,
      domain,
      beneficiaries: beneficiaries ?? '',
    },
    problems: null,
  };
}

/** The second question: three ways to see the first successes, none of which is an online questionnaire. */
export const readChecks = (field: Fields): Reading<string[]> =>
  readThree(field, 'check', (text) =>
    isOnlineQuestionnaire(text)
      ? 'Un questionnaire en ligne ne convient pas : à trois mois, peu répondent, et surtout les contents. Dites qui vous allez rencontrer ou appeler.'
      : null,
  );

/** The third question: three measures, none of which only counts usage. */
export const readMeasures = (field: Fields): Reading<string[]> =>
  readThree(field, 'measure', (text) =>
    speaksOfUsage(text)
      ? 'Ceci compte un usage : il ne justifie pas une équipe. Mesurez ce qui change ensuite pour les usagers.'
      : null,
  );

function readThree(
  field: Fields,
  name: string,
  objection: (text: string) => string | null,
): Reading<string[]> {
  const written = [1, 2, 3].map((rank) => line(field(`${name}${rank}`)));
  const problems: Record<string, string> = {};
  for (const [i, text] of written.entries()) {
    const said = problemOf(text, written.slice(0, i), objection);
    if (said !== null) problems[`${name}${i + 1}`] = said;
  }
  return Object.keys(problems).length > 0 ? { answer: null, problems } : { answer: written, problems: null };
}

function problemOf(
  text: string,
  before: readonly string[],
  objection: (text: string) => string | null,
): string | null {
  if (text.length < 10) return 'Il en faut trois, chacune en une phrase.';
  if (before.some((other) => withoutAccents(other) === withoutAccents(text)))
    return 'C’est la même que plus haut : il en faut une autre.';
  return objection(text);
}

const bounds = {
  without: [0.01, 99.99, 'Un nombre entre 0 et 100 : 12 pour 12 personnes sur 100.'],
  change: [-99, 99, 'Un nombre, 2 pour deux personnes de plus sur 100, −2 pour deux de moins.'],
  usersPerWeek: [0.1, 10_000_000, 'Un nombre de personnes par semaine.'],
  horizon: [1, 3_650, 'Un nombre de jours, au moins un.'],
  late: [0, 3_650, 'Un nombre de jours, 0 si le résultat est connu tout de suite.'],
  prepareDays: [0, 1_000, 'Un nombre de jours de travail.'],
  calls: [0, 100_000, 'Un nombre d’appels, 0 s’il n’y en a pas.'],
  callMinutes: [0, 600, 'Un nombre de minutes.'],
  dayCost: [0, 100_000, 'Un montant en euros.'],
} as const satisfies Readonly<Record<string, readonly [number, number, string]>>;

const whole: readonly string[] = ['horizon', 'late', 'calls'];

/** What the projection needs: numbers in the words of people, and a date. */
export function readNumbers(field: Fields): Reading<NumbersAnswer> {
  const problems: Record<string, string> = {};
  const value = (name: keyof typeof bounds): number => {
    const [least, most, said] = bounds[name];
    const plain = field(name)
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace(',', '.')
      .replace('−', '-');
    const number = /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
    const fits = number >= least && number <= most && (!whole.includes(name) || Number.isInteger(number));
    if (!fits) problems[name] = said;
    return number;
  };
  const start = field('start').trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(start) || !isCalendarDate(start))
    problems.start = 'Une date, par exemple 2027-01-04.';
  const answer = {
    without: value('without'),
    change: value('change'),
    usersPerWeek: value('usersPerWeek'),
    start,
    horizon: value('horizon'),
    late: value('late'),
    prepareDays: value('prepareDays'),
    calls: value('calls'),
    callMinutes: value('callMinutes'),
    dayCost: value('dayCost'),
  };
  const { without, change } = answer;
  if (change === 0) problems.change = 'Un changement nul ne se verrait avec aucun nombre de personnes.';
  else if (without + change <= 0 || without + change >= 100)
    problems.change ??= 'Ce changement ferait sortir la part de 0 à 100 : donnez-en un plus petit.';
  return Object.keys(problems).length > 0 ? { answer: null, problems } : { answer, problems: null };
}

const line = (text: string): string =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 1_000);

const missing = (name: string, field: Fields, said: string) =>
  line(field(name)) === '' ? { [name]: said } : {};

const isDomain = (text: string): text is EffectAnswer['domain'] =>
  ['social', 'environmental', 'economic'].includes(text);
