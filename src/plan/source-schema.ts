import { z } from 'zod';
import { expectation } from './expectation.ts';
import { drawn } from './indicator-parts.ts';
import { panelSource, territoriesSource } from './rollout/schema.ts';
import { code, column, keys, oneOrMany, optional, plainName, positiveDuration } from './schema-parts.ts';
import { everySource } from './source-parts.ts';

const subject =
  "Colonne de l'identifiant de l'usager (ou chemin dans le JSON) ; il est remplacé par un pseudonyme.";
const target = "Colonne de ce sur quoi porte l'usage : établissement, logement… (ou chemin dans le JSON).";
const group = 'Colonne du groupe à comparer.';

const eventsSource = keys({
  kind: z.literal('events').describe('events : une ligne par usage du service.'),
  ...everySource,
  subject: optional(column, `${subject} Sans elle, les usages sont comptés, jamais suivis.`),
  target: optional(column, target),
  time: column.describe("Colonne du moment de l'usage."),
});

const outcomesSource = keys({
  kind: z.literal('outcomes').describe('outcomes : une ligne par effet constaté hors du service.'),
  ...everySource,
  subject: column.describe(subject),
  target: optional(column, target),
  time: column.describe("Colonne de la date de l'effet."),
  recorded: optional(column, "Colonne de la date à laquelle le registre a connu l'effet."),
});

const { attributes: _, ...withoutAttributes } = everySource;

const assignmentsSource = keys({
  kind: z
    .literal('assignments')
    .describe('assignments : une ligne par personne tirée au sort, et son groupe.'),
  ...withoutAttributes,
  subject: column.describe(subject),
  arm: column.describe('Colonne du groupe tiré.'),
});

const durationUnits = keys({
  kind: z.literal('units').describe('units : une ligne par personne déjà suivie.'),
  ...everySource,
  subject: optional(column, subject),
  duration: column.describe('Colonne de la durée de suivi.'),
  duration_unit: optional(
    positiveDuration,
    'Ce que vaut une unité de durée : 1d par défaut, 14d pour des quinzaines.',
  ),
  status: column.describe("Colonne qui dit comment le suivi s'est terminé."),
  event: code.describe("Valeur de status qui est l'effet recherché."),
  competing: optional(
    oneOrMany(code, 'une valeur'),
    "Valeurs de status qui sont d'autres sorties (une ou plusieurs).",
  ),
  group: optional(column, group),
});

const datedUnits = keys({
  kind: z.literal('units').describe('units : une ligne par personne déjà suivie.'),
  ...everySource,
  subject: optional(column, subject),
  target: optional(column, target),
  entry: column.describe("Colonne de la date d'entrée dans le suivi."),
  time: optional(column, "Colonne de la date de l'effet, vide quand il n'a pas eu lieu."),
  exit: optional(column, "Colonne de la date d'une autre sortie, vide quand il n'y en a pas."),
  followed_until: optional(column, 'Colonne du dernier jour où cette personne a été suivie.'),
  group: optional(column, group),
});

const sample = keys({
  kind: z.literal('sample').describe('sample : une ligne par cas mesuré, personne interrogée ou appelée.'),
  ...everySource,
  subject: optional(column, subject),
  value: column.describe('Colonne de la mesure ou de la réponse ; vide quand la personne n’a pas répondu.'),
  time: optional(column, 'Colonne de la date de la mesure ou de la réponse.'),
  used: optional(column, "Colonne de la date de l'usage dont on parle."),
  weight: optional(column, 'Colonne du poids de sondage.'),
  cluster: optional(column, 'Colonne de la grappe tirée (agence, commune…), quand on a tiré des grappes.'),
  stratum: optional(column, 'Colonne de la strate, quand le tirage a été fait strate par strate.'),
  population: optional(
    column,
    'Colonne du nombre de grappes (ou de cas) de la strate dans la population, ou de la part tirée.',
  ),
  drawn,
});

const series = keys({
  kind: z.literal('series').describe('series : une ligne par date, avec un chiffre déjà calculé.'),
  ...everySource,
  time: column.describe('Colonne de la date.'),
  value: column.describe('Colonne du chiffre.'),
  goal: optional(column, "Colonne de l'objectif à cette date."),
});

export const source = z.union(
  [
    eventsSource,
    outcomesSource,
    assignmentsSource,
    durationUnits,
    datedUnits,
    sample,
    series,
    panelSource,
    territoriesSource,
  ],
  { error: expectation.source },
);

export const sources = z.record(plainName, source, { error: expectation.keys });
