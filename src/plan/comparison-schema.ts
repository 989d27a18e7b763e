import { z } from 'zod';
import { positive } from './decision-schema.ts';
import { expectation } from './expectation.ts';
import { rolloutKeys } from './rollout/schema.ts';
import { code, flag, keys, oneOfValues, oneOrMany, optional, plainName, share } from './schema-parts.ts';

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

const drawnShares = z
  .record(
    z.string().min(1),
    share.refine((value) => value > 0, { error: expectation.innerShare }),
    {
      error: expectation.drawnShares,
    },
  )
  .refine((shares) => Math.abs(Object.values(shares).reduce((sum, part) => sum + part, 0) - 1) < 1e-9, {
    error: expectation.drawnShares,
  });

const assignment = z.union(
  [
    plainName,
    keys(
      {
        seed: code.describe('Graine du tirage : la même redonne les mêmes groupes.'),
        shares: drawnShares.describe(
          'Part de chaque groupe, dans l’ordre : {invite: 0.5, temoin: 0.5} ; le total fait 1.',
        ),
      },
      expectation.assignment,
    ),
  ],
  { error: expectation.assignment },
);

const attribute = z.string({ error: expectation.attribute }).min(1, { error: expectation.attribute });

export const comparison = keys({
  design: oneOfValues(['randomised', 'adjusted', 'before-after', 'rollout', 'none']).describe(
    'Comment le groupe de comparaison est formé : randomised (tiré au sort), adjusted (personnes semblables), rollout (territoires équipés à des dates différentes), before-after (avant et après), none (aucun).',
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
  adjustment: optional(
    oneOfValues([
      'doubly-robust',
      'weighting',
      'entropy',
      'matching-exact',
      'matching-nearest',
      'none',
      'lin',
      'cuped',
    ]),
    "Groupes non tirés au sort : doubly-robust (par défaut), weighting, entropy, matching-exact ou matching-nearest. Après un tirage : none (par défaut), lin (sur covariates) ou cuped (sur pre_period), pour resserrer l'intervalle.",
  ),
  replacement: optional(
    flag,
    'matching-nearest : true (par défaut), une même personne peut servir de semblable à plusieurs ; false, à une seule.',
  ),
  caliper: optional(
    positive(expectation.caliper),
    'matching-nearest : plus grand écart de score permis, en écarts types (0.2 est courant) ; aucun par défaut.',
  ),
  pre_period: optional(
    attribute,
    "cuped : attribut numérique mesuré avant le tirage (jours travaillés l'an passé…).",
  ),
  strata: optional(
    oneOrMany(attribute, expectation.attribute),
    'Tirage fait séparément dans chaque valeur de ces attributs (strates) : l’écart est calculé strate par strate, puis réuni.',
  ),
  assignment: optional(
    assignment,
    "Tirage que aucun attribut ne dit : le nom d'une source de kind assignments, ou {seed, shares} pour un tirage fait par « foulee assign ».",
  ),
  estimand: optional(
    oneOfValues(['ate', 'att']),
    "Pour qui vaut l'effet : ate, pour tout le monde (par défaut) ; att, pour qui a utilisé le service.",
  ),
  expected_share: optional(
    share.refine((value) => value > 0 && value < 1, { error: expectation.innerShare }),
    'Part des personnes que le tirage devait mettre dans le groupe qui a le service ; 0.5 par défaut.',
  ),
  territory: optional(
    attribute,
    'Déploiement (rollout) : attribut qui dit le territoire de chaque personne suivie.',
  ),
  ...rolloutKeys,
  linkage: optional(
    linkage,
    "Erreurs d'appariement connues : {missed, false}, ou {treated: {…}, control: {…}}.",
  ),
});
