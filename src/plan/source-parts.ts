import { z } from 'zod';
import { expectation } from './expectation.ts';
import { rowFilter } from './filter-schema.ts';
import {
  column,
  date,
  flag,
  keys,
  oneOfValues,
  oneOrMany,
  optional,
  plainName,
  share,
  text,
} from './schema-parts.ts';

/** Relative, without `..`, drive letter, home folder or scheme. */
const filePattern = /^(?![/\\~])(?![A-Za-z][A-Za-z0-9+.-]*:)(?!(.*[/\\])?\.\.([/\\]|$)).+$/;

const file = z
  .string({ error: expectation.file })
  .regex(filePattern, { error: expectation.file })
  .max(1000, { error: expectation.file });

const format = keys({
  type: optional(oneOfValues(['csv', 'jsonl', 'parquet', 'guess']), 'Type de fichier ; deviné par défaut.'),
  delimiter: optional(
    z.string({ error: expectation.delimiter }).length(1, { error: expectation.delimiter }),
    "Séparateur des colonnes d'un CSV ; deviné par défaut.",
  ),
  encoding: optional(oneOfValues(['utf-8', 'latin-1']), 'Encodage du texte ; deviné par défaut.'),
});

const pull = keys(
  {
    connection: plainName.describe(
      'Nom de la connexion, réglée sur la machine : grist pour FOULEE_PULL_GRIST.',
    ),
    path: optional(
      z
        .string({ error: expectation.pullPath })
        .regex(/^\s*\//, { error: expectation.pullPath })
        .max(5000, { error: expectation.pullPath })
        .trim(),
      'Chemin du fichier sur le site : CSV, ou JSON avec un objet par ligne.',
    ),
    query: optional(text, 'Requête qui lit une base PostgreSQL : un seul select.'),
  },
  expectation.pull,
);

const durations = z.record(
  column,
  keys({
    from: column.describe('Colonne de la date de début.'),
    to: column.describe('Colonne de la date de fin.'),
  }),
  { error: expectation.keys },
);

const attributes = z.record(
  z.string().regex(/^[\p{L}_][\p{L}\p{N}_-]{0,62}$/u, {
    error: 'un nom fait de lettres, de chiffres, de « - » et de « _ »',
  }),
  column,
  { error: 'des noms suivis chacun de sa colonne : {channel: source}' },
);

/** The keys of every source, whatever its kind. */
export const everySource = {
  files: optional(
    oneOrMany(file, expectation.file),
    'Fichiers, relatifs au dossier du plan ; * remplace une suite de caractères. CSV, JSON par lignes ou Parquet, compressés (gz, zst) ou non.',
  ),
  arrivals: optional(
    flag,
    'true au lieu de files : les lignes arrivent par le réseau (API de collecte, dépôt, relevé programmé), déjà pseudonymisées.',
  ),
  pull: optional(
    pull,
    'Où prendre les lignes, au lieu de files : {connection, path} sur un site, {connection, query} dans une base PostgreSQL.',
  ),
  format: optional(format, 'Format des fichiers, quand il ne se devine pas.'),
  where: optional(
    rowFilter,
    "Lignes à garder : des colonnes et leurs valeurs (toutes réunies), ou une liste de telles conditions (l'une suffit).",
  ),
  durations: optional(
    durations,
    "Colonnes calculées avant le filtre : nombre de jours d'une date à une autre, par exemple {contract_days: {from: debut, to: fin}}.",
  ),
  attributes: optional(
    attributes,
    "Caractéristiques utiles au détail et aux comparaisons : un nom, puis sa colonne. Jamais une colonne d'identifiant.",
  ),
  matching_right: optional(
    text,
    "D'où vient le droit de relier cette source à une autre : base légale, information des personnes. Sans lui, rien n'est relié.",
  ),
  audience_exempt: optional(
    flag,
    "true pour une mesure d'audience exemptée de consentement (Matomo…) : elle ne peut être croisée avec rien.",
  ),
  complete_through: optional(
    date,
    'Dernier jour pour lequel la source est complète ; déduit des données sinon.',
  ),
  max_rejected: optional(
    share,
    "Part de lignes illisibles au-delà de laquelle l'import est refusé ; 0.05 par défaut.",
  ),
  letter_case: optional(
    oneOfValues(['keep', 'ignore']),
    'ignore : deux identifiants qui ne diffèrent que par les majuscules sont le même ; keep par défaut.',
  ),
};
