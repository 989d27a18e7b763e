import type { Site } from '../../layout/site.ts';
import { TextPage } from '../text-page.tsx';

/**
 * The declaration of the RGAA model. Without an audit by a person, a site is « non conforme » whatever the machine
 * found, and the page says so.
 */
export function AccessibilityPage({ site }: { readonly site: Site }) {
  const owner = site.editor ?? 'L’organisme qui édite ce site';
  return (
    <TextPage
      site={site}
      title="Déclaration d’accessibilité"
      description="Où en est l’accessibilité de ce site, ce qui a été vérifié, ce qui ne l’a pas été."
      path="/accessibilite"
    >
      <p>
        {owner} s’engage à rendre ce site accessible, conformément à l’article 47 de la loi n° 2005-102 du
        11&nbsp;février 2005. Cette déclaration s’applique à {site.address.replace(/^https?:\/\//, '')}.
      </p>
      <h2>État de conformité</h2>
      <p>
        <strong>{site.name} est non conforme</strong> avec le référentiel général d’amélioration de
        l’accessibilité (RGAA), version 4.1&nbsp;: aucun audit de conformité n’a encore été réalisé par une
        personne. Ce n’est pas dire que le site ne marche pas&nbsp;; c’est dire que personne ne l’a encore
        certifié.
      </p>
      <h2>Ce qui a été vérifié</h2>
      <p>À chaque version, dans un vrai navigateur et par des programmes&nbsp;:</p>
      <ul>
        <li>
          aucune erreur relevée par l’outil axe-core, sur chaque page et dans chaque thème, de 320 à
          1&nbsp;920 pixels de large&nbsp;;
        </li>
        <li>pas de défilement horizontal à 320 pixels, ni avec un grossissement de 200&nbsp;%&nbsp;;</li>
        <li>
          parcours au clavier seul&nbsp;: liens d’évitement, recherche et filtres, détails à déplier&nbsp;;
        </li>
        <li>lecture complète sans script&nbsp;;</li>
        <li>chaque graphique a une phrase qui le résume et un tableau de ses chiffres.</li>
      </ul>
      <h2>Ce qui ne l’a pas été</h2>
      <ul>
        <li>aucun essai avec un lecteur d’écran par une personne qui s’en sert tous les jours&nbsp;;</li>
        <li>aucun audit des 106 critères du RGAA&nbsp;;</li>
        <li>les textes écrits par les équipes (missions, décisions), qui peuvent être difficiles à lire.</li>
      </ul>
      <h2>Établissement de cette déclaration</h2>
      <p>
        Technologies&nbsp;: HTML, CSS, SVG. Outils&nbsp;: axe-core, Chromium. Pages vérifiées&nbsp;: toutes
        celles du <a href="/plan-du-site">plan du site</a>.
      </p>
      <h2>Retour d’information et contact</h2>
      <p>
        Si vous n’arrivez pas à accéder à un contenu, écrivez-nous&nbsp;: nous vous orienterons vers une
        alternative accessible ou vous l’enverrons sous une autre forme.{' '}
        {site.contact === null ? (
          'L’adresse n’est pas encore indiquée (réglage FOULEE_CONTACT).'
        ) : (
          <a href={`mailto:${site.contact}`}>{site.contact}</a>
        )}
      </p>
      <h2>Voies de recours</h2>
      <p>
        Si vous nous avez signalé un défaut qui vous empêche d’accéder à un contenu et que vous n’avez pas
        obtenu de réponse satisfaisante, vous pouvez écrire au Défenseur des droits, contacter son délégué
        dans votre région, ou lui envoyer un courrier gratuit, sans timbre&nbsp;: Défenseur des droits, Libre
        réponse 71120, 75342 Paris CEDEX 07.
      </p>
    </TextPage>
  );
}
