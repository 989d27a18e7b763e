import { AccountRefusal } from '../../../platform/accounts/refusals.ts';

/** The same words for a key that is missing, forged or revoked. */
export const keyNeeded = () =>
  new AccountRefusal(
    401,
    'Il faut une clé d’API',
    'Aucune clé d’API n’accompagne cette demande, ou celle-ci ne sert plus. Rien n’a été publié.',
    'Créez une clé dans l’espace des équipes, page de l’équipe du service, et donnez-la dans l’en-tête « Authorization: Bearer … ».',
  );

/** The same words for a service that does not exist and for that of another team. */
export const notYourService = () =>
  new AccountRefusal(
    404,
    'Aucun service de ce nom pour cette clé',
    'Ce service n’est pas inscrit ici, ou cette clé est celle d’un autre. Rien n’a été publié.',
    'Vérifiez l’identifiant du service (service.id du plan), et la clé.',
  );

export const publicationTooLarge = () =>
  new AccountRefusal(
    413,
    'Envoi trop gros',
    'Ce qui a été envoyé est trop gros pour être une publication. Rien n’a été publié.',
    'Envoyez le fichier écrit par « foulee publish --output », pas un fichier de données.',
  );
