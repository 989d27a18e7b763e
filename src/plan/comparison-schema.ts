import { z } from 'zod';
import { expectation } from './expectation.ts';
import { code, keys, number, oneOfValues, oneOrMany, optional, share, text } from './schema-parts.ts';

const positive = (expected: string) => number(expected).refine((value) => value > 0, { error: expected });

const ratesOf = {
  missed: optional(
    share,
    "Part des effets qui ont eu lieu mais que l'appariement ne retrouve pas (0.08 pour 8 %).",
  ),
  false: optional(share, "Part des personnes sans effet auxquelles l'appariement en attribue un à tort."),
  missed_se: optional(share, 'Erreur type de missed, si ce taux est estimé sur un échantillon vérifié.'),
  false_se: optional(share, 'Erreur type de false, si ce taux est estimé sur un échantillon vérifié.'),
};
const rates = keys(ratesOf, expectation.linkage);

const linkage = keys(
  {
    ...ratesOf,
    treated: optional(rates, 'Taux propres au groupe qui a le service, avec control.'),
    control: optional(rates, 'Taux propres au groupe de comparaison, avec treated.'),
  },
  expectation.linkage,
);

const attribute = z.string({ error: expectation.attribute }).min(1, { error: expectation.attribute });

export const comparison = keys({
  design: oneOfValues(['randomised', 'adjusted', 'before-after', 'rollout', 'none']).describe(
    'Comment le groupe de comparaison est formé : randomised (tiré au sort), adjusted (personnes semblables), none (aucun) ; before-after et rollout à venir.',
  ),
  arm: optional(
    attribute,
    'Attribut qui dit dans quel groupe est chaque personne (si tirage au sort : le groupe tiré).',
  ),
  treated: optional(code, "Valeur de arm pour le groupe qui a le service (ou l'invitation) ; 1 par défaut."),
  control: optional(
    code,
    'Valeur de arm pour le groupe de comparaison ; par défaut, toutes les autres valeurs renseignées.',
  ),
  take_up: optional(
    attribute,
    "Tirage au sort suivi en partie : attribut qui dit qui a vraiment utilisé le service, pour l'effet de l'usage.",
  ),
  taken: optional(code, 'Valeur de take_up pour qui a utilisé le service ; comme treated par défaut.'),
  covariates: optional(
    oneOrMany(attribute, expectation.attribute),
    "Attributs connus avant l'usage, sur lesquels les deux groupes sont rendus semblables.",
  ),
  estimand: optional(
    oneOfValues(['ate', 'att']),
    "Pour qui vaut l'effet : ate, pour tout le monde (par défaut) ; att, pour qui a utilisé le service.",
  ),
  expected_share: optional(
    share.refine((value) => value > 0 && value < 1, { error: expectation.innerShare }),
    'Part des personnes que le tirage devait mettre dans le groupe qui a le service ; 0.5 par défaut.',
  ),
  linkage: optional(
    linkage,
    "Erreurs d'appariement connues : {missed, false}, ou {treated: {…}, control: {…}}.",
  ),
});

export const decision = keys({
  threshold: optional(
    number(),
    "Plus petit effet qui compte pour le commanditaire, en part : 0.01 pour un effet d'un point.",
  ),
  value_per_outcome: optional(positive(expectation.euros), 'Ce que vaut un effet supplémentaire, en euros.'),
  cost: optional(
    positive(expectation.euros),
    'Coût total du service pour les personnes suivies qui y ont eu accès, en euros.',
  ),
  note: optional(text, "D'où viennent ces montants."),
});
