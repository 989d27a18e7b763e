import type { Site } from '../../layout/site.ts';
import { TextPage } from '../text-page.tsx';

/** What is kept of visitors, of members, and of the people behind the figures. */
export function PrivacyPage({ site }: { readonly site: Site }) {
  return (
    <TextPage
      site={site}
      title="Données personnelles"
      description="Ce que ce site garde des visiteurs, des équipes et des personnes derrière les chiffres."
      path="/donnees-personnelles"
    >
      <h2>Vous lisez ce site</h2>
      <p>
        Aucun cookie, aucun script, aucune mesure d’audience, aucune ressource venue d’ailleurs. Le journal du
        serveur note, pour chaque réponse, l’heure, le résultat et la durée&nbsp;; il ne note ni votre
        adresse, ni votre navigateur, ni la page que vous lisez.
      </p>
      <h2>Vous êtes derrière un chiffre</h2>
      <p>
        Les chiffres sont calculés à partir de comptes. Les lignes qui concernent des personnes sont gardées
        sous pseudonyme, par l’équipe qui mesure ou par ce site quand un service les lui confie&nbsp;; aucune
        page ne les montre. Rien de ce qui concernerait trop peu de personnes n’est publié&nbsp;: ces comptes
        sont masqués, et ceux qui permettraient de les deviner aussi (
        <a href="/methodes/secret-statistique">le secret statistique</a>).
      </p>
      <p>
        Pour exercer vos droits (accès, rectification, effacement, opposition), adressez-vous à l’organisme
        responsable du service concerné&nbsp;: son nom est sur la page du service.
      </p>
      <h2>Vous êtes membre d’une équipe</h2>
      <p>
        Le site garde votre nom, votre adresse professionnelle, vos rôles, ce que vous écrivez (plans,
        projets, notes de la semaine) et la trace de ce que vous publiez ou corrigez. Un seul cookie à la
        fois, nécessaire à la connexion&nbsp;: un nombre tiré au hasard quand vous ouvrez la page de
        connexion, un autre à sa place quand vous êtes connecté, qui disparaît quand vous vous déconnectez.
      </p>
      <p>
        Si vous demandez un rappel, il garde le jour et l’heure choisis, et la semaine du dernier envoi&nbsp;;
        si vous abonnez votre agenda, l’empreinte de son adresse secrète, qui donne à qui la connaît vos
        rappels et les noms des services. Chaque message dit comment arrêter&nbsp;; supprimer votre compte
        efface l’un et l’autre.
      </p>
      <p>
        {site.contact === null ? (
          'L’adresse pour écrire au responsable n’est pas encore indiquée (réglage FOULEE_CONTACT).'
        ) : (
          <>
            Pour toute question&nbsp;: <a href={`mailto:${site.contact}`}>{site.contact}</a>. Vous pouvez
            aussi saisir la CNIL.
          </>
        )}
      </p>
    </TextPage>
  );
}
