import { z } from 'zod';
import { comparison } from '../comparison-schema.ts';
import { decision } from '../decision-schema.ts';
import { expectation } from '../expectation.ts';
import { baselineOf, everyIndicator, sentence } from '../indicator-parts.ts';
import {
  duration,
  keys,
  oneOfValues,
  oneOrMany,
  optional,
  plainName,
  positiveDuration,
  share,
} from '../schema-parts.ts';

const matchKeys = oneOrMany(oneOfValues(['subject', 'target']), 'subject ou target').transform((written) =>
  (['subject', 'target'] as const).filter((key) => written.includes(key)),
);

const window = keys({
  after: optional(
    duration,
    "Premier jour qui compte après le jour d'usage : 1d par défaut ; 0d compte le jour même.",
  ),
  until: optional(
    duration,
    'Dernier jour qui compte, compris : le plus grand horizon par défaut ; null pour aucune limite.',
  ),
});

export const followUp = keys({
  method: z.literal('follow-up').describe("follow-up : le suivi après l'usage."),
  ...everyIndicator,
  exposure: optional(plainName, "Nom de la source d'usages (kind: events) qui déclenche le suivi."),
  population: optional(
    plainName,
    'Nom de la source de personnes déjà suivies (kind: units), à la place de exposure.',
  ),
  outcome: optional(plainName, "Nom de la source d'effets constatés (kind: outcomes)."),
  match: optional(
    matchKeys,
    'Ce qui relie un usage à un effet : subject (la même personne, par défaut) ou [subject, target] (la même personne et la même cible).',
  ),
  unit: optional(
    matchKeys,
    'Une horloge par personne (subject) ou par couple personne et cible ([subject, target]) ; comme match par défaut.',
  ),
  index: optional(oneOfValues(['first']), "Usage qui démarre l'horloge : le premier."),
  window: optional(window, "Fenêtre : de quand à quand un effet compte après le jour d'usage."),
  horizons: optional(
    oneOrMany(positiveDuration, expectation.positiveDuration),
    "À combien de temps du jour d'usage le chiffre est lu : 90d, ou [90d, 180d].",
  ),
  cohort: optional(
    oneOfValues(['week', 'month', 'quarter']),
    'Taille des cohortes : week, month (par défaut) ou quarter.',
  ),
  breakdown: optional(
    oneOrMany(z.string({ error: expectation.text }), "le nom d'un attribut"),
    "Attributs de la source d'usages (ou de personnes) selon lesquels détailler le chiffre.",
  ),
  baseline: baselineOf(
    share.describe('Part de référence, entre 0 et 1.'),
    'Part constatée avant le service, entre 0 et 1, ou {value, date}.',
    expectation.baseline,
  ),
  sentence: optional(sentence, 'Les mots de la phrase que le public lira.'),
  comparison: optional(comparison, 'À qui comparer : {design, arm, treated, covariates…}.'),
  decision: optional(decision, 'Pour décider : {threshold, value_per_outcome, cost}.'),
});
