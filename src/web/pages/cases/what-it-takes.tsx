import { type CaseMethod, caseMethods } from '../../../portfolio/cases/case.ts';
import { guideOfMethod } from '../method-links.ts';

/** What must be gathered before a first figure, by the way it would be measured. */
const needs: Readonly<Record<CaseMethod, readonly string[]>> = {
  'follow-up': [
    'la liste des usages, avec de quoi reconnaître chaque usager plus tard',
    'le fichier où l’effet s’inscrit, et le droit de rapprocher les deux',
    'la date jusqu’à laquelle ce fichier est complet',
  ],
  experiment: [
    'tirer au sort à qui le service est proposé, avant de le proposer',
    'le fichier où l’effet s’inscrit, pour les deux groupes',
    'assez de monde : le plan dit combien avant de commencer',
  ],
  adjusted: [
    'des personnes qui n’ont pas utilisé le service, connues comme les autres',
    'ce qui les distinguait avant : âge, territoire, ancienneté…',
    'le fichier où l’effet s’inscrit, pour les deux groupes',
  ],
  rollout: [
    'la date d’arrivée du service dans chaque territoire',
    'l’effet compté période par période, avant et après, partout',
    'au moins un territoire qui ne l’a pas encore',
  ],
  'sample-volume': [
    'mesurer le gain sur quelques dizaines de cas tirés au hasard',
    'compter les usages mois par mois',
    'multiplier les deux, avec la marge d’erreur',
  ],
  proxy: [
    'compter le signe avant-coureur, mois par mois',
    'appeler une centaine d’usagers : pour combien l’effet est-il venu ?',
    'dire les deux ensemble, et que le signe n’est pas l’effet',
  ],
  'asked-later': [
    'demander aux usagers, au moment de l’usage, s’ils acceptent d’être rappelés',
    'poser la même question à tous, au même délai',
    'compter ceux qui ne répondent pas, et dire qui ils sont',
  ],
  declared: [
    'trouver où l’effet s’inscrit, hors du service',
    'à défaut, appeler dix usagers trois mois après',
    'écrire le plan de mesure avant de regarder les résultats',
  ],
};

/** What it would take to measure that way, and where the way is explained. */
export function WhatItTakes({ method }: { readonly method: CaseMethod }) {
  const { href, name } = guideOfMethod(method);
  return (
    <section aria-labelledby="mesurer">
      <h2 id="mesurer">Ce qu’il faudrait pour mesurer</h2>
      <p>
        {method === 'declared'
          ? 'Aujourd’hui le chiffre est seulement déclaré. Pour aller plus loin, il faudrait :'
          : `Par ${withArticle[method]}, il faudrait\u00a0:`}
      </p>
      <ol>
        {needs[method].map((need) => (
          <li>{need}</li>
        ))}
      </ol>
      <p>
        Pour comprendre la méthode&nbsp;: <a href={href}>{name}</a>.
      </p>
    </section>
  );
}

const withArticle: Readonly<Record<Exclude<CaseMethod, 'declared'>, string>> = {
  'follow-up': `un ${caseMethods['follow-up']}`,
  experiment: `un ${caseMethods.experiment}`,
  adjusted: `une ${caseMethods.adjusted}`,
  rollout: `un ${caseMethods.rollout}`,
  'sample-volume': 'un échantillon et un volume',
  proxy: `un ${caseMethods.proxy}`,
  'asked-later': 'une enquête après l’usage',
};
