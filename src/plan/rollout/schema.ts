import { z } from 'zod';
import { decision } from '../decision-schema.ts';
import { expectation } from '../expectation.ts';
import { baselineOf, everyIndicator, sentence } from '../indicator-parts.ts';
import {
  code,
  column,
  flag,
  keys,
  number,
  oneOfValues,
  oneOrMany,
  optional,
  plainName,
  text,
} from '../schema-parts.ts';
import { everySource } from '../source-parts.ts';

const attribute = z.string({ error: expectation.attribute }).min(1, { error: expectation.attribute });
const wholeNumber = (expected: string) =>
  number(expected).refine((value) => Number.isInteger(value) && value >= 0 && value <= 1000, {
    error: expected,
  });

const started = z.union([code, z.record(z.string(), z.union([code, z.null()]))], {
  error: expectation.started,
});

/** Keys of a comparison by territories or in time, whatever is read: a panel or people followed. */
export const rolloutKeys = {
  started: optional(
    started,
    "Quand chaque territoire a reçu le service : {Nord: 2024-01-15, Sud: null}, ou le nom d'une source (kind: territories) ; une seule date avec before-after.",
  ),
  estimator: optional(
    oneOfValues(['difference-in-differences', 'group-time', 'synthetic-control']),
    'Méthode, choisie selon les données par défaut : difference-in-differences (un avant, un après), group-time (arrivées échelonnées), synthetic-control (un seul territoire équipé).',
  ),
  control_group: optional(
    oneOfValues(['not-yet-treated', 'never-treated']),
    'À qui comparer : not-yet-treated, les territoires pas encore équipés (par défaut), ou never-treated, ceux qui ne le sont jamais.',
  ),
  anticipation: optional(
    wholeNumber(expectation.periods),
    "Nombre de périodes avant l'arrivée où les conduites ont déjà pu changer ; 0 par défaut.",
  ),
  weighting: optional(
    oneOfValues(['equal', 'size']),
    'equal : chaque territoire compte autant ; size : chacun compte selon sa taille (weight, denominator ou personnes suivies).',
  ),
  lag: optional(
    wholeNumber(expectation.periods),
    'Série interrompue : périodes liées entre elles dans les erreurs de Newey et West données à côté.',
  ),
  seasons: optional(
    flag,
    'Série interrompue : true compare chaque mois (ou trimestre) aux mêmes mois des autres années.',
  ),
};

const panelComparison = keys({
  design: oneOfValues(['rollout', 'before-after']).describe(
    'rollout : comparer les territoires entre eux ; before-after : comparer une série à son passé.',
  ),
  ...rolloutKeys,
  covariates: optional(
    oneOrMany(attribute, expectation.attribute),
    'Attributs (des nombres) sur lesquels les territoires comparés sont rendus semblables.',
  ),
  adjustment: optional(
    oneOfValues(['doubly-robust', 'weighting', 'regression']),
    'Comment rendre semblable sur covariates : doubly-robust par défaut.',
  ),
  cluster: optional(attribute, 'Attribut qui groupe les territoires qui vont ensemble (la région…).'),
});

/** A table of territories and periods compared by the way the service was rolled out. */
export const rollout = keys({
  method: z
    .literal('rollout')
    .describe('rollout : une table de territoires et de périodes, comparés selon l’arrivée du service.'),
  ...everyIndicator,
  panel: plainName.describe('Nom de la source de territoires et de périodes (kind: panel).'),
  value_label: optional(
    text,
    'Ce que compte la valeur, après un nombre : « sorties pour 1 000 logements », « jours ».',
  ),
  baseline: baselineOf(
    number().describe('Valeur de référence.'),
    'Valeur constatée avant le service, ou {value, date}.',
    expectation.number,
  ),
  sentence: optional(sentence, 'Les mots de la phrase que le public lira, pour une part de personnes.'),
  decision: optional(
    decision,
    'Pour décider : {threshold, value_per_outcome, cost} ; threshold, dans l’unité de la valeur.',
  ),
  comparison: panelComparison.describe('Comment comparer : {design: rollout} ou {design: before-after}.'),
});

export const panelSource = keys({
  kind: z.literal('panel').describe('panel : une ligne par territoire et par période, avec une valeur.'),
  ...everySource,
  territory: optional(column, 'Colonne du territoire ; sans elle, la table est une seule série.'),
  period: column.describe(
    'Colonne de la période : 2024-03, 2024-Q1, 2024-W12, 2024, une date, ou un numéro de période.',
  ),
  value: optional(column, 'Colonne de la valeur, un nombre.'),
  numerator: optional(column, 'Colonne des effets comptés, à la place de value, avec denominator.'),
  denominator: optional(column, 'Colonne des personnes (logements…) parmi lesquelles ils sont comptés.'),
  weight: optional(column, 'Colonne de la taille du territoire : chacun compte alors selon elle.'),
  started: optional(
    column,
    'Colonne de la date où le territoire a reçu le service, vide s’il ne l’a jamais reçu.',
  ),
  never: optional(
    oneOrMany(code, 'une valeur'),
    'Valeurs de started qui veulent dire « jamais », par exemple 0.',
  ),
});

export const territoriesSource = keys({
  kind: z
    .literal('territories')
    .describe('territories : une ligne par territoire, avec la date où il a reçu le service.'),
  ...everySource,
  territory: column.describe('Colonne du territoire, écrit comme chez les personnes suivies.'),
  started: column.describe(
    'Colonne de la date où le territoire a reçu le service, vide s’il ne l’a jamais reçu.',
  ),
  never: optional(
    oneOrMany(code, 'une valeur'),
    'Valeurs de started qui veulent dire « jamais », par exemple 0.',
  ),
});
