import { z } from 'zod';
import { expectation } from './expectation.ts';
import {
  column,
  date,
  flag,
  identifier,
  keys,
  number,
  oneOfValues,
  oneOrMany,
  optional,
  positiveDuration,
  text,
} from './schema-parts.ts';

const target = keys({
  value: number().describe(
    "Valeur visée, dans l'unité du chiffre (une part entre 0 et 1 pour un suivi), ou une variation si relative est true (0.02 pour 2 % de plus).",
  ),
  relative: optional(flag, 'true : la cible est une variation par rapport à la référence (baseline).'),
  by: optional(date, 'Date à laquelle la cible doit être atteinte.'),
});

/** The words of a figure said of people: « Sur 100 who, so many what ». */
export const sentence = keys({
  who: text.describe(
    'De qui parle le chiffre, au pluriel, après « Sur 100 » : « personnes qui ont consulté une entreprise ».',
  ),
  what: text.describe('Ce qui leur arrive, au pluriel : « sont embauchées par cette entreprise ».'),
});

/** The keys of every indicator, whatever its method. */
export const everyIndicator = {
  id: identifier.describe("Identifiant stable de l'indicateur, utilisé dans les adresses et les fichiers."),
  name: optional(text, "Nom lisible de l'indicateur ; son identifiant par défaut."),
  matrix: optional(
    oneOfValues(['usable', 'used', 'useful', 'impactful', 'efficient']),
    "Ligne de la matrice d'impact : utilisable, utilisé, utile, impactant (par défaut), efficient.",
  ),
  target: optional(target, 'Cible : {value, relative, by}.'),
  limits: optional(oneOrMany(text, expectation.text), 'Limites connues, à publier avec le chiffre.'),
  owner: optional(text, 'Qui répond de ce chiffre.'),
  cadence: optional(
    oneOfValues(['week', 'month', 'quarter', 'year']),
    'Rythme auquel le chiffre est regardé.',
  ),
  expected_delay: optional(positiveDuration, "Délai habituel entre l'usage et l'effet."),
  unit_kind: optional(
    oneOfValues(['people', 'firms', 'other']),
    'Ce qu’est une unité, pour le secret à la publication : people, des personnes (par défaut) ; firms, des entreprises ; other, ni personnes ni entreprises (des arbres, des kilomètres).',
  ),
  unit_label: optional(text, "Comment nommer une unité suivie : « demandeurs d'emploi », « logements »…"),
  labels: optional(
    z.record(column, text, { error: 'une liste de noms : colonne: comment la nommer' }),
    'Comment nommer, pour qui lit le chiffre, les colonnes et attributs cités : {left_list_date: fin d’inscription}.',
  ),
};

/** A baseline that `value` describes, bare or with its date. */
export const baselineOf = <S extends z.core.$ZodType<number>>(
  value: S,
  described: string,
  expected: string,
) =>
  optional(
    z.union([value, keys({ value, date: optional(date, 'Date de la référence.') }, expected)], {
      error: expected,
    }),
    described,
  );

/** How the rows of a sample were chosen. */
export const drawn = optional(
  oneOfValues(['random', 'all', 'convenience']),
  'Comment ces cas ont été choisis : random (au hasard), all (tous), convenience (ceux que l’on avait sous la main).',
);
