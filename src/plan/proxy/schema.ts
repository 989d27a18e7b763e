import { z } from 'zod';
import { expectation } from '../expectation.ts';
import { baselineOf, drawn, everyIndicator } from '../indicator-parts.ts';
import { code, keys, number, oneOrMany, optional, plainName, text } from '../schema-parts.ts';

const whole = number(expectation.count).refine((n) => Number.isInteger(n) && n >= 0, {
  error: expectation.count,
});

const calibration = keys(
  {
    effect: text.describe('Ce que les vérifications constatent, au pluriel : « embauches ».'),
    source: optional(plainName, 'Source de kind sample : une ligne par cas vérifié (un appel, une visite).'),
    yes: optional(
      oneOrMany(code, 'une valeur'),
      "Réponses qui disent que l'effet a eu lieu ; sans source, leur nombre.",
    ),
    called: optional(whole, 'Sans source : nombre de cas vérifiés.'),
    drawn,
  },
  expectation.calibration,
);

export const proxy = keys({
  method: z.literal('proxy').describe("proxy : un signe avant-coureur de l'effet, compté."),
  ...everyIndicator,
  count: plainName.describe('Source de kind events dont les lignes sont comptées par mois.'),
  counted: text.describe('Ce que compte chaque ligne, au pluriel : « permis de végétaliser accordés ».'),
  sign_of: optional(
    text,
    "De quoi c'est le signe : « plus de verdure dans la rue » ; l'effet recherché par défaut.",
  ),
  calibration: optional(
    calibration,
    'Vérifications (appels, visites) qui disent combien de signes mènent à un effet : {source, yes, effect}, ou {called, yes, effect}.',
  ),
  baseline: baselineOf(
    number().describe('Nombre de référence.'),
    'Nombre par mois avant le service, ou {value, date}.',
    expectation.figureBaseline,
  ),
});
