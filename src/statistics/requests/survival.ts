import { causeIncidenceAt, cumulativeIncidence, restrictedMeanTimeLost } from '../cumulative-incidence.ts';
import type { FollowUpCount } from '../follow-up-count.ts';
import { grayTest } from '../gray-test.ts';
import { logRank } from '../log-rank.ts';
import { type IncidenceReading, incidenceAt, medianTime, productLimit } from '../product-limit.ts';
import { restrictedMean } from '../restricted-mean.ts';
import { riskDifference } from '../risk-difference.ts';
import {
  choiceInput,
  has,
  levelInput,
  numberInput,
  numberList,
  reading,
  refuse,
  rowsByGroup,
  table,
  textColumn,
  textInput,
  textList,
  timeColumn,
} from './columns.ts';
import type { Handlers, StatisticsRequest } from './request.ts';

type Groups = ReadonlyMap<string, readonly FollowUpCount[]>;

/** One count a row, by group (`all` without a group column). `code` turns the status read into 0, 1, 2… */
function followUp(request: StatisticsRequest, code: (status: string) => number): Groups {
  const times = timeColumn(request, 'time');
  const statuses = textColumn(request, 'status').map(code);
  const entries = has(request, 'entry') ? timeColumn(request, 'entry') : null;
  const late = entries?.findIndex((entry, row) => entry >= (times[row] ?? 0)) ?? -1;
  if (late >= 0) {
    refuse('invalid-time', `Ligne ${late + 1} : l'entrée dans le suivi doit précéder strictement sa fin.`);
  }
  const groups = has(request, 'group') ? textColumn(request, 'group') : table(request).map(() => 'all');
  const count = (row: number): FollowUpCount => ({
    time: times[row] ?? 0,
    status: statuses[row] ?? 0,
    n: 1,
    entry: entries?.[row] ?? 0,
  });
  return new Map([...rowsByGroup(groups)].map(([group, rows]) => [group, rows.map(count)]));
}

/** Status codes when one value is the event and any other a censoring. */
function singleEvent(request: StatisticsRequest): (status: string) => number {
  const event = textInput(request, 'event', '1');
  return (status) => (status === event ? 1 : 0);
}

/** Status codes when values other than `censored` are outcomes that compete; `causes` come first. */
function competingEvents(request: StatisticsRequest, causes: readonly string[]): (status: string) => number {
  const censored = textInput(request, 'censored', '0');
  if (causes.includes(censored)) {
    refuse('invalid-input', `« ${censored} » ne peut pas être à la fois une cause et une censure.`);
  }
  return (status) => {
    const cause = causes.indexOf(status);
    if (cause >= 0) return cause + 1;
    return status === censored ? 0 : causes.length + 1;
  };
}

function horizonsOf(request: StatisticsRequest): readonly number[] {
  const key = has(request, 'horizons') ? 'horizons' : 'horizon';
  return numberList(request, key).map((horizon) =>
    horizon >= 0 ? horizon : refuse('invalid-time', `L'horizon ${horizon} est négatif.`),
  );
}

function restrictionTime(request: StatisticsRequest): number {
  const tau = numberInput(request, 'tau');
  return tau >= 0 ? tau : refuse('invalid-time', `La limite « tau » (${tau}) est négative.`);
}

/** The `conf` input: `{ type, level }`; `level` may also stand on its own. */
function intervalOf(request: StatisticsRequest) {
  const conf = request.inputs.conf;
  const inner = typeof conf === 'object' && conf !== null ? { ...request.inputs, ...conf } : request.inputs;
  const nested = { ...request, inputs: inner };
  return {
    level: levelInput(nested),
    type: choiceInput(nested, 'type', ['log-log', 'log', 'plain'] as const, 'log-log'),
  };
}

const atHorizons = <T>(horizons: readonly number[], read: (horizon: number) => T): Record<string, T> =>
  Object.fromEntries(horizons.map((horizon) => [String(horizon), read(horizon)]));

const byGroup = <T>(groups: Groups, read: (counts: readonly FollowUpCount[]) => T) => ({
  groups: Object.fromEntries([...groups].map(([group, counts]) => [group, read(counts)])),
});

function compared(groups: Groups): Groups {
  if (groups.size > 1) return groups;
  return refuse('empty-group', "Il n'y a qu'un seul groupe : rien à comparer.");
}

const reported = ({
  beyondFollowUp,
  atRisk,
  events,
  survival,
  incidence,
  se,
  ...bounds
}: IncidenceReading) => ({
  beyondFollowUp,
  atRisk,
  events,
  survival,
  incidence,
  se,
  incidenceLower: bounds.lower,
  incidenceUpper: bounds.upper,
});

const kaplanMeier = reading((request) => {
  const groups = followUp(request, singleEvent(request));
  const horizons = horizonsOf(request);
  const interval = intervalOf(request);
  return byGroup(groups, (counts) => {
    const curve = productLimit(counts);
    return {
      n: curve.n,
      events: curve.events,
      at: atHorizons(horizons, (horizon) => reported(incidenceAt(curve, horizon, interval))),
      medianTime: medianTime(curve),
    };
  });
});

const logRankTest = reading((request) => {
  const groups = compared(followUp(request, singleEvent(request)));
  const test = logRank([...groups.values()]);
  const names = [...groups.keys()];
  return {
    chisq: test.statistic,
    df: test.df,
    p: test.pValue,
    groups: Object.fromEntries(names.map((name, i) => [name, test.groups[i]])),
  };
});

const restrictedMeanTime = reading((request) => {
  const tau = restrictionTime(request);
  return byGroup(followUp(request, singleEvent(request)), (counts) => {
    const { mean, se, lost, beyondFollowUp } = restrictedMean(productLimit(counts), tau);
    return { rmst: mean, se, rmtl: lost, beyondFollowUp };
  });
});

function observedCauses(request: StatisticsRequest): readonly string[] {
  const censored = textInput(request, 'censored', '0');
  const causes = rowsByGroup(textColumn(request, 'status').filter((status) => status !== censored));
  return causes.size > 0 ? [...causes.keys()] : ['1'];
}

const competingIncidence = reading((request) => {
  const causes = has(request, 'causes') ? textList(request, 'causes') : observedCauses(request);
  const groups = followUp(request, competingEvents(request, causes));
  const tau = has(request, 'tau') ? restrictionTime(request) : null;
  const timeLostOnly = tau !== null && !has(request, 'horizons') && !has(request, 'horizon');
  const horizons = timeLostOnly ? [] : horizonsOf(request);
  return byGroup(groups, (counts) => ({
    n: counts.length,
    causes: Object.fromEntries(
      causes.map((cause, i) => {
        const curve = cumulativeIncidence(counts, i + 1);
        const at = atHorizons(horizons, (horizon) => {
          const { incidence, ...rest } = causeIncidenceAt(curve, horizon);
          return { cif: incidence, ...rest };
        });
        const lost = tau === null ? {} : { restrictedMeanTimeLost: restrictedMeanTimeLost(curve, tau) };
        return [cause, { events: curve.events, at, ...lost }];
      }),
    ),
  }));
});

const gray = reading((request) => {
  if (has(request, 'entry')) {
    refuse('invalid-input', 'Le test de Gray ne couvre pas les entrées différées dans le suivi.');
  }
  const groups = compared(followUp(request, competingEvents(request, [textInput(request, 'cause', '1')])));
  const { statistic, df, pValue } = grayTest([...groups.values()]);
  return { statistic, df, p: pValue };
});

const difference = reading((request) => {
  const groups = followUp(request, singleEvent(request));
  const arm = (key: string) => {
    const name = textInput(request, key);
    return groups.get(name) ?? refuse('empty-group', `Le groupe « ${name} » ne contient personne.`);
  };
  const [horizon = 0, ...others] = horizonsOf(request);
  if (others.length > 0) refuse('invalid-input', "L'écart se lit à un seul horizon.");
  const { level } = intervalOf(request);
  return { ...riskDifference(arm('treated'), arm('control'), horizon, level) };
});

/** Follow-up to an event: incidence, competing outcomes, comparisons of groups. */
export const survival: Handlers = {
  'survival.km': kaplanMeier,
  'survival.logrank': logRankTest,
  'survival.rmst': restrictedMeanTime,
  'survival.cif': competingIncidence,
  'survival.gray': gray,
  'survival.riskDifference': difference,
};
