import { z } from 'zod';
import { comparison, decision } from './comparison-schema.ts';
import { expectation } from './expectation.ts';
import {
  date,
  duration,
  flag,
  identifier,
  keys,
  number,
  oneOfValues,
  oneOrMany,
  optional,
  plainName,
  positiveDuration,
  share,
  text,
} from './schema-parts.ts';

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

const target = keys({
  value: number().describe(
    'Valeur visée : une part entre 0 et 1, ou une variation si relative est true (0.02 pour 2 % de plus).',
  ),
  relative: optional(flag, 'true : la cible est une variation par rapport à la référence (baseline).'),
  by: optional(date, 'Date à laquelle la cible doit être atteinte.'),
});

const baseline = z.union(
  [
    share,
    keys(
      {
        value: share.describe('Part de référence, entre 0 et 1.'),
        date: optional(date, 'Date de la référence.'),
      },
      expectation.baseline,
    ),
  ],
  {
    error: expectation.baseline,
  },
);

const sentence = keys({
  who: text.describe(
    'De qui parle le chiffre, au pluriel, après « Sur 100 » : « personnes qui ont consulté une entreprise ».',
  ),
  what: text.describe('Ce qui leur arrive, au pluriel : « sont embauchées par cette entreprise ».'),
});

const sourceName = plainName;

export const indicator = keys({
  id: identifier.describe("Identifiant stable de l'indicateur, utilisé dans les adresses et les fichiers."),
  name: optional(text, "Nom lisible de l'indicateur ; son identifiant par défaut."),
  matrix: optional(
    oneOfValues(['usable', 'used', 'useful', 'impactful', 'efficient']),
    "Ligne de la matrice d'impact : utilisable, utilisé, utile, impactant (par défaut), efficient.",
  ),
  method: z
    .literal('follow-up', { error: expectation.method })
    .describe("Méthode : follow-up, le suivi après l'usage."),
  exposure: optional(sourceName, "Nom de la source d'usages (kind: events) qui déclenche le suivi."),
  population: optional(
    sourceName,
    'Nom de la source de personnes déjà suivies (kind: units), à la place de exposure.',
  ),
  outcome: optional(sourceName, "Nom de la source d'effets constatés (kind: outcomes)."),
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
  baseline: optional(baseline, 'Part constatée avant le service, entre 0 et 1, ou {value, date}.'),
  target: optional(target, 'Cible : {value, relative, by}.'),
  comparison: optional(comparison, 'À qui comparer : {design, arm, treated, covariates…}.'),
  decision: optional(decision, 'Pour décider : {threshold, value_per_outcome, cost}.'),
  limits: optional(oneOrMany(text, expectation.text), 'Limites connues, à publier avec le chiffre.'),
  owner: optional(text, 'Qui répond de ce chiffre.'),
  cadence: optional(
    oneOfValues(['week', 'month', 'quarter', 'year']),
    'Rythme auquel le chiffre est regardé.',
  ),
  expected_delay: optional(positiveDuration, "Délai habituel entre l'usage et l'effet."),
  sentence: optional(sentence, 'Les mots de la phrase que le public lira.'),
  unit_label: optional(text, "Comment nommer une unité suivie : « demandeurs d'emploi », « logements »…"),
});
