import type { Site } from '../../layout/site.ts';
import { TextPage } from '../text-page.tsx';

/** Who answers for this site; what is not known is said rather than invented. */
export function LegalPage({ site }: { readonly site: Site }) {
  return (
    <TextPage
      site={site}
      title="Mentions légales"
      description="Qui édite ce site, qui l’héberge, et comment lui écrire."
      path="/mentions-legales"
    >
      <h2>Éditeur</h2>
      <p>
        {site.editor ??
          'L’organisme qui édite ce site ne s’est pas encore nommé ici (réglage FOULEE_EDITOR).'}
      </p>
      <h2>Hébergement</h2>
      <p>{site.host ?? 'L’hébergeur n’est pas encore indiqué (réglage FOULEE_HOSTING).'}</p>
      <h2>Nous écrire</h2>
      <p>
        {site.contact === null ? (
          'Aucune adresse n’est encore indiquée (réglage FOULEE_CONTACT).'
        ) : (
          <a href={`mailto:${site.contact}`}>{site.contact}</a>
        )}
      </p>
      <h2>Contenus et logiciel</h2>
      <p>
        Les chiffres et les textes publiés par les services sont sous Licence Ouverte Etalab 2.0. Le site est
        fait avec {site.software}, logiciel libre sous licence AGPL-3.0-or-later&nbsp;: vous pouvez en
        demander le code, l’étudier et le modifier.
      </p>
    </TextPage>
  );
}
