import { withoutAccents } from '../search-text.ts';
import {
  type Case,
  type CaseDelay,
  type CaseDomain,
  type CaseMethod,
  caseDelays,
  caseDomains,
  caseMethods,
  type OutcomeSource,
  outcomeSources,
  type Trap,
  traps,
} from './case.ts';

/** What is looked for in the library; what is null is not asked. */
export interface CaseQuery {
  /** Words, each of which must be somewhere in what is told of the case. */
  readonly search: string;
  readonly domain: CaseDomain | null;
  readonly method: CaseMethod | null;
  readonly source: OutcomeSource | null;
  readonly delay: CaseDelay | null;
  readonly trap: Trap | null;
}

/** The cases that answer, in the order of the library; accents and capitals do not count. */
export function findCases(library: readonly Case[], query: CaseQuery): readonly Case[] {
  const words = withoutAccents(query.search)
    .split(' ')
    .filter((word) => word !== '');
  return library.filter((example) => {
    const { effect, method, outcome, delay, trap } = example;
    return (
      is(query.domain, effect.domain) &&
      is(query.method, method) &&
      is(query.source, outcome) &&
      is(query.delay, delay) &&
      is(query.trap, trap) &&
      words.every((word) => told(example).includes(word))
    );
  });
}

const is = <T>(asked: T | null, value: T): boolean => asked === null || asked === value;

function told(example: Case): string {
  const { id, name, organisation, mission, effect, measured, outcomeSource, how, wentWrong, lesson } =
    example;
  const texts = [id, name, organisation, mission, effect.statement, effect.beneficiaries, measured];
  const names = [caseDomains[effect.domain], caseMethods[example.method], outcomeSources[example.outcome]];
  const more = [caseDelays[example.delay], traps[example.trap]];
  return withoutAccents([...texts, outcomeSource, how, wentWrong, lesson, ...names, ...more].join(' '));
}
