import { z } from 'zod';
import { expectation } from '../expectation.ts';
import { baselineOf, everyIndicator, sentence } from '../indicator-parts.ts';
import { code, duration, keys, number, oneOrMany, optional, plainName, text } from '../schema-parts.ts';

const people = number(expectation.people).refine((n) => n >= 0, { error: expectation.people });

const marginTotals = z.union([plainName, z.record(z.string(), people, { error: expectation.margin })], {
  error: expectation.margin,
});

export const askedLater = keys({
  method: z.literal('asked-later').describe('asked-later : ce que les usagers répondent, plus tard.'),
  ...everyIndicator,
  answers: plainName.describe(
    'Source de kind sample : une ligne par personne interrogée, value vide si elle n’a pas répondu.',
  ),
  yes: optional(
    oneOrMany(code, 'une réponse'),
    "Réponses qui comptent comme l'effet ; sans elles, les réponses sont des nombres et le chiffre est leur moyenne.",
  ),
  unit: optional(text, "Unité d'une réponse en nombre : « € », « jours »."),
  after: optional(duration, "Délai minimal entre l'usage et la réponse : 30d."),
  margins: optional(
    z.record(z.string(), marginTotals, { error: expectation.margins }),
    'Caractéristiques dont on connaît la répartition dans la population : {age: {18-25: 3000, …}}, ou {age: usage} pour la compter dans cette source.',
  ),
  breakdown: optional(
    oneOrMany(z.string({ error: expectation.text }), "le nom d'un attribut"),
    'Attributs de la source selon lesquels détailler le chiffre.',
  ),
  sentence: optional(sentence, 'Les mots de la phrase que le public lira.'),
  baseline: baselineOf(
    number().describe('Valeur de référence.'),
    "Valeur avant le service, dans l'unité du chiffre (une part entre 0 et 1 avec yes), ou {value, date}.",
    expectation.figureBaseline,
  ),
});
