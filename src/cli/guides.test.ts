import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlan } from '../plan/read-plan.ts';
import { answerText } from './stats.ts';

interface Block {
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

const root = join(import.meta.dirname, '../..');
const guides = ['README.md', ...pagesOf('docs'), ...pagesOf('docs/methodes')];
const blocks = guides.flatMap(blocksOf);

function pagesOf(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}

function blocksOf(page: string): Block[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)].map(({ 1: language = '', 2: body = '', index }) => ({
    place: `${page}, ligne ${text.slice(0, index).split('\n').length}`,
    language,
    text: body,
  }));
}

/** Guides leave out the head of a plan where it would only repeat. */
const head = `foulee: 1
service: {id: essai, name: Essai}
effect: {statement: Des ménages touchent une aide à laquelle ils avaient droit, domain: social}
`;
const plans = blocks
  .filter(({ language, text }) => language === 'yaml' && /^indicators:/m.test(text))
  .map(({ place, text }) => [place, /^foulee:/m.test(text) ? text : head + text] as const);

/** An indicator to which a guide adds keys. */
const followed = `${head}sources:
  liste:
    kind: units
    files: [liste.csv]
    subject: id
    entry: jour
    attributes: {used: a, invited: b, invite: c, qualified: d, months: e, age: f, zone: g, jours_travailles_avant: h}
    matching_right: Liste de l'opérateur
  embauches: {kind: outcomes, files: [embauches.csv], subject: id, time: jour, matching_right: Traitement statistique}
indicators:
  - id: reprise
    method: follow-up
    population: liste
    outcome: embauches
`;
const additions = blocks
  .filter(({ language, text }) => language === 'yaml' && text.startsWith('    '))
  .map(({ place, text }) => [place, followed + text] as const);

test('the guides have plans and questions to check', () => {
  expect(plans.length).toBeGreaterThanOrEqual(14);
  expect(additions.length).toBeGreaterThanOrEqual(4);
  expect(questions.length).toBeGreaterThanOrEqual(30);
});

test.each([...plans, ...additions])('the plan of %s is one that Foulée reads', (_, text) => {
  const { plan, problems } = readPlan(text);
  expect(problems).toEqual([]);
  expect(plan?.indicators.length).toBeGreaterThan(0);
});

const question = /^foulee stats <<'FIN'\n(.*?)^FIN$/ms;
const questions = blocks.flatMap(({ place, text }, i) => {
  const asked = question.exec(text)?.[1];
  const next = blocks[i + 1];
  return asked === undefined || next?.language !== 'json' ? [] : [[place, asked, next.text] as const];
});

test.each(questions)('%s: foulee stats gives the answer that is printed', (_, asked, printed) => {
  const { result, exitCode } = answerText(asked);
  expect(exitCode).toBe(0);
  expect(partOf(result, JSON.parse(printed))).toEqual(JSON.parse(printed));
});

/** Of an answer, what the guide prints, rounded as the guide is: four significant digits. */
function partOf(answer: unknown, printed: unknown): unknown {
  if (typeof answer === 'number' && typeof printed === 'number')
    return Math.abs(answer - printed) < 1e-9 || Number(answer.toPrecision(4)) === printed ? printed : answer;
  if (Array.isArray(answer) && Array.isArray(printed))
    return answer.map((value, i) => partOf(value, printed[i]));
  if (typeof answer !== 'object' || typeof printed !== 'object' || answer === null || printed === null)
    return answer;
  const known = answer as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(printed)
      .filter(([key]) => key in known)
      .map(([key, value]) => [key, partOf(known[key], value)]),
  );
}
