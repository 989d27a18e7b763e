import { calibratedProxy } from '../calibrated-proxy.ts';
import { clopperPearson, wilson } from '../proportion-interval.ts';
import type { Margin } from '../raking.ts';
import { isRefused } from '../refused.ts';
import { responseRates } from '../response-rates.ts';
import { sampleTimesVolume, summarise } from '../sample-times-volume.ts';
import { populationWeights, type SurveyDesign } from '../survey-design.ts';
import { surveyEstimate } from '../survey-estimate.ts';
import {
  countable,
  has,
  levelInput,
  namedCells,
  namedNumbers,
  namedTexts,
  numberInput,
  numericColumn,
  reading,
  refuse,
  table,
  textColumn,
  textInput,
} from './columns.ts';
import { objectInput, objectListInput } from './objects.ts';
import type { Handler, Handlers, StatisticsRequest } from './request.ts';

function readDesign(request: StatisticsRequest): SurveyDesign {
  const rows = table(request);
  const clusters = has(request, 'cluster') ? textColumn(request, 'cluster') : rows.map((_, i) => String(i));
  const strata = has(request, 'strata') ? textColumn(request, 'strata') : rows.map(() => 'all');
  const populations = has(request, 'fpc') ? numericColumn(request, 'fpc') : null;
  if (populations?.some((population) => !(population > 0)))
    return refuse('not-identified', 'Non identifiable : une population totale (fpc) est nulle ou négative.');
  const weights = has(request, 'weight')
    ? numericColumn(request, 'weight')
    : populationWeights(clusters, strata, populations);
  return { weights, clusters, strata, populations: populations ?? rows.map(() => null) };
}

function readMargin(request: StatisticsRequest, spec: Readonly<Record<string, unknown>>): Margin {
  const { by, totals } = spec;
  if (typeof by !== 'string' || typeof totals !== 'object' || totals === null)
    return refuse('invalid-input', 'Un calage attend une variable (« by ») et ses totaux (« totals »).');
  const entries = Object.entries(totals).map(([name, total]): [string, number] =>
    typeof total === 'number'
      ? [name, countable(total, `Calage sur « ${by} », « ${name} »`)]
      : refuse('invalid-input', `Calage sur « ${by} » : le total de « ${name} » n'est pas un nombre.`),
  );
  return { name: by, classes: namedTexts(request, by), totals: new Map(entries) };
}

function readMargins(request: StatisticsRequest): readonly Margin[] {
  const strata = has(request, 'postStratify') ? [objectInput(request, 'postStratify')] : [];
  const raked = has(request, 'rake') ? objectListInput(request, 'rake') : [];
  return [...strata, ...raked].map((spec) => readMargin(request, spec));
}

function readDomain(request: StatisticsRequest): readonly boolean[] | undefined {
  if (!has(request, 'domain')) return undefined;
  const { column, equals } = objectInput(request, 'domain');
  if (typeof column !== 'string' || equals === undefined)
    return refuse('invalid-input', 'Le domaine attend une colonne (« column ») et une valeur (« equals »).');
  const asked = String(typeof equals === 'boolean' ? Number(equals) : equals);
  return namedCells(request, column).map((cell) => cell !== null && String(cell) === asked);
}

const estimateOf = (statistic: 'mean' | 'total'): Handler =>
  reading((request) => {
    const domain = readDomain(request);
    const estimate = surveyEstimate({
      statistic,
      design: readDesign(request),
      values: namedNumbers(request, textInput(request, 'variable')),
      margins: readMargins(request),
      level: levelInput(request),
      ...(domain === undefined ? {} : { domain }),
    });
    return isRefused(estimate) ? estimate : { ...estimate };
  });

const proportion = reading((request) => {
  const [events, n] = [numberInput(request, 'events'), numberInput(request, 'n')];
  const level = levelInput(request);
  if (n === 0) return refuse('empty-group', "Aucune personne observée : il n'y a pas de proportion.");
  if (!(n > 0 && events >= 0 && events <= n))
    return refuse('invalid-input', '« events » doit être compris entre 0 et « n ».');
  return {
    estimate: events / n,
    level,
    wilson: wilson(events, n, level),
    clopperPearson: clopperPearson(events, n, level),
  };
});

const response = reading((request) => {
  const names = textColumn(request, 'by');
  const sampled = numericColumn(request, 'sampled');
  const responded = numericColumn(request, 'responded');
  const rates = responseRates(
    names.map((name, i) => ({ name, sampled: sampled[i] as number, responded: responded[i] as number })),
  );
  return isRefused(rates) ? rates : { ...rates };
});

const timesVolume = reading((request) => {
  const sample = has(request, 'data')
    ? summarise(numericColumn(request, 'variable'))
    : { n: numberInput(request, 'n'), mean: numberInput(request, 'mean'), sd: numberInput(request, 'sd') };
  const volume = { value: numberInput(request, 'volume'), se: numberInput(request, 'volumeSe', 0) };
  const product = sampleTimesVolume(sample, volume, levelInput(request));
  return isRefused(product) ? product : { ...product };
});

const proxy = reading((request) => {
  const bounds = has(request, 'proxyLower')
    ? { lower: numberInput(request, 'proxyLower'), upper: numberInput(request, 'proxyUpper') }
    : {};
  const calibrated = calibratedProxy(
    { value: numberInput(request, 'proxy'), ...bounds },
    { events: numberInput(request, 'events'), n: numberInput(request, 'n') },
    levelInput(request),
  );
  return isRefused(calibrated) ? calibrated : { ...calibrated };
});

/** Figures asked of a sample: means, totals, proportions, who answered, sample times volume, calibrated proxy. */
export const survey: Handlers = {
  'survey.mean': estimateOf('mean'),
  'survey.total': estimateOf('total'),
  'survey.responseRates': response,
  'survey.sampleTimesVolume': timesVolume,
  'survey.calibratedProxy': proxy,
  'ci.proportion': proportion,
};
