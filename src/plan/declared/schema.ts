import { z } from 'zod';
import { expectation } from '../expectation.ts';
import { baselineOf, everyIndicator } from '../indicator-parts.ts';
import { keys, number, oneOfValues, optional, plainName, text } from '../schema-parts.ts';

export const declared = keys({
  method: z.literal('declared').describe("declared : un chiffre venu d'ailleurs, repris tel quel."),
  ...everyIndicator,
  series: plainName.describe('Source de kind series : une ligne par date, avec sa valeur.'),
  unit: text.describe('Unité du chiffre : « sur 10 », « usagers », « € par usage ».'),
  direction: oneOfValues(['up', 'down']).describe(
    'Le sens qui est un progrès : up (plus haut) ou down (plus bas).',
  ),
  provenance: optional(text, 'Qui donne ce chiffre, et comment il est obtenu.'),
  baseline: baselineOf(
    number().describe('Valeur de référence.'),
    'Valeur de départ, ou {value, date}.',
    expectation.figureBaseline,
  ),
});
