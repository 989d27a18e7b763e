import { nextStep } from '../../portfolio/next-step.ts';
import { isActivePhase, phaseName } from '../../portfolio/phases.ts';
import { trend } from '../../publish/summary/trend.ts';
import type { ServiceState } from '../review/service-state.ts';
import { inputOfSummary } from '../suggestion/input-of-publication.ts';
import { judge } from '../suggestion/judge.ts';
import { type DeskService, groupOf } from './desk-service.ts';
import type { CommitteesFound, LateFound, LinkFound, ServiceFound, TermsFound } from './desk-statements.ts';
import { type CommitteeFacts, deskTasks } from './desk-tasks.ts';

/** What was found beside the services themselves, by service. */
interface Known {
  readonly today: string;
  readonly links: ReadonlyMap<string, readonly LinkFound[]>;
  readonly committees: ReadonlyMap<string, CommitteesFound>;
  readonly late: ReadonlyMap<string, LateFound>;
  readonly costs: ReadonlyMap<string, number>;
  readonly states: ReadonlyMap<string, ServiceState>;
  readonly terms: ReadonlyMap<string, readonly TermsFound[]>;
}

/** A service of the desk from what was found of it. */
export function serviceOfRow(row: ServiceFound, known: Known): DeskService {
  const { id, summary, before, phase, hasPlan } = row;
  const { today } = known;
  const links = known.links.get(id) ?? [];
  const of = (kind: LinkFound['kind']) => links.filter((link) => link.kind === kind);
  const facts: CommitteeFacts = {
    waiting: known.committees.get(id)?.waiting ?? null,
    last: known.committees.get(id)?.last ?? null,
    late: known.late.get(id) ?? null,
  };
  const { last, waiting } = facts;
  const isEnded = hasEnded(last) || (phase !== null && !isActivePhase(phase));
  const costPerYear = known.costs.get(id) ?? null;
  const terms = known.terms.get(id) ?? [];
  const judged = judge(inputOfSummary(summary, { today, costPerYear, usersPerYear: null, hasPlan, terms }));
  return {
    id,
    name: row.name,
    search: row.search,
    organisations: of('organisation'),
    incubators: of('incubator'),
    phase: phase === null ? null : phaseName(phase),
    demonstration: row.origin === 'demonstration',
    group: groupOf(isEnded, summary),
    published:
      summary === null || row.sha256 === null
        ? null
        : {
            sha256: row.sha256,
            summary,
            trend: trend(summary.read, before?.indicator === summary.indicator ? before.read : null),
          },
    level: summary?.level ?? null,
    costPerYear,
    suggestion:
      judged.kind === 'judged'
        ? { answer: judged.answer, because: judged.because }
        : { answer: 'cannot-tell', because: judged.silence.because },
    state: known.states.get(id) ?? noState,
    nextCommittee: waiting === null ? null : { session: waiting.session, day: waiting.plannedOn },
    lastDecision: last === null ? null : { kind: last.kind, day: last.decidedOn },
    tasks: isEnded ? [] : deskTasks(facts, today),
    nextStep: () =>
      nextStep({
        phase,
        effect: row.effect,
        hasPlan,
        declaredFigures: row.declares ? 1 : 0,
        impactLink: row.impactLink,
        statsLink: row.statsLink,
      }),
  };
}

const noState: ServiceState = { state: 'no-matrix', matrix: null, review: null, lapsed: null };

const hasEnded = (last: CommitteeFacts['last']): boolean =>
  last?.kind === 'stop' || last?.kind === 'transfer';
