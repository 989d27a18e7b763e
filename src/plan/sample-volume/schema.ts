import { z } from 'zod';
import { expectation } from '../expectation.ts';
import { baselineOf, drawn, everyIndicator } from '../indicator-parts.ts';
import { keys, number, oneOfValues, optional, plainName, text } from '../schema-parts.ts';

const atLeastZero = (expected: string) => number(expected).refine((value) => value >= 0, { error: expected });
const count = number(expectation.count).refine((n) => Number.isInteger(n) && n >= 0, {
  error: expectation.count,
});

const summary = keys(
  {
    mean: number().describe('Moyenne mesurée.'),
    sd: atLeastZero(expectation.spread).describe('Écart-type des mesures (avec n − 1).'),
    n: count.describe('Nombre de cas mesurés.'),
    drawn,
  },
  expectation.sample,
);

const volume = keys(
  {
    value: atLeastZero(expectation.volume).describe('Nombre de cas.'),
    lower: optional(atLeastZero(expectation.volume), 'Borne basse à 95 %, si ce nombre est lui-même estimé.'),
    upper: optional(atLeastZero(expectation.volume), 'Borne haute à 95 %, si ce nombre est lui-même estimé.'),
    period: optional(
      oneOfValues(['week', 'month', 'quarter', 'year']),
      'Période de ce nombre : week, month, quarter ou year ; aucune par défaut.',
    ),
  },
  expectation.volumeOf,
);

const words = keys({
  total: text.describe('Ce que compte le produit : « heures libérées ».'),
  each: text.describe('Ce que la moyenne mesure : « gagnées par réponse ».'),
  sampled: text.describe("Ce qui est dans l'échantillon, au pluriel : « marchés »."),
  cases: text.describe('Ce que compte le volume, au pluriel : « réponses ».'),
});

export const sampleVolume = keys({
  method: z.literal('sample-volume').describe('sample-volume : une moyenne mesurée × un volume.'),
  ...everyIndicator,
  unit: text.describe("Unité d'une mesure : « h », « kg », « € »."),
  sample: z
    .union([plainName, summary], { error: expectation.sample })
    .describe('Source de kind sample, ou son résumé : {mean, sd, n}.'),
  volume: z
    .union([plainName, volume], { error: expectation.volumeOf })
    .describe('Source de kind events dont les lignes sont comptées par mois, ou {value, period}.'),
  sentence: words.describe('Les mots de la phrase que le public lira.'),
  baseline: baselineOf(
    number().describe('Valeur de référence.'),
    "Valeur avant le service, dans l'unité du produit, ou {value, date}.",
    expectation.figureBaseline,
  ),
});
