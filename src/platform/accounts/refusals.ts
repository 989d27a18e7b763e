import { Refusal } from '../refusal.ts';

/** A refusal of an account's action, with the HTTP status that says it. */
export class AccountRefusal extends Refusal {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 501 | 502;
  readonly title: string;

  constructor(status: AccountRefusal['status'], title: string, what: string, advice: string) {
    super('usage', what, advice);
    this.name = 'AccountRefusal';
    this.status = status;
    this.title = title;
  }
}

/** The same sentence for a link that is forged, used, or too old: nothing tells one from another. */
export const linkNoLongerValid = () =>
  new AccountRefusal(
    410,
    'Ce lien n’est plus valable',
    'Un lien ne sert qu’une fois, et peu de temps.',
    'Demandez-en un nouveau depuis la page de connexion.',
  );

export const tooManyLinks = () =>
  new AccountRefusal(
    429,
    'Trop de demandes',
    'Plusieurs liens viennent d’être demandés pour cette adresse.',
    'Regardez dans vos courriels, indésirables compris, ou réessayez dans un quart d’heure.',
  );

export const notAnEmail = () =>
  new AccountRefusal(
    400,
    'Adresse à corriger',
    'Ce que vous avez écrit n’est pas une adresse de courriel.',
    'Écrivez-la en entier, par exemple prenom.nom@exemple.gouv.fr.',
  );

export const signInFirst = () =>
  new AccountRefusal(
    401,
    'Connectez-vous d’abord',
    'Vous n’êtes pas connecté, ou votre connexion a expiré. Rien n’a été modifié.',
    'Connectez-vous, puis recommencez.',
  );

export const notFoundHere = () =>
  new AccountRefusal(
    404,
    'Rien à cette adresse',
    'Cette page n’existe pas, ou votre compte n’y a pas accès.',
    'Vérifiez l’adresse, ou demandez un accès à la personne qui administre ce service.',
  );

export const notAllowed = () =>
  new AccountRefusal(
    403,
    'Votre rôle ne le permet pas',
    'Vous pouvez voir ceci, mais pas faire ce que vous demandez. Rien n’a été modifié.',
    'Demandez à la personne qui administre ce service.',
  );

export const formExpired = () =>
  new AccountRefusal(
    403,
    'Ce formulaire n’est plus valable',
    'Il n’a pas été envoyé depuis ce site, ou votre connexion a changé entre-temps. Rien n’a été modifié.',
    'Revenez à la page, rechargez-la, puis recommencez.',
  );

export const formNotUnderstood = () =>
  new AccountRefusal(
    400,
    'Envoi à corriger',
    'Ce qui a été envoyé n’est pas ce que ce formulaire attend. Rien n’a été modifié.',
    'Revenez à la page, rechargez-la, puis recommencez.',
  );

export const formTooLarge = () =>
  new AccountRefusal(
    413,
    'Envoi trop gros',
    'Ce que vous avez envoyé dépasse la taille acceptée. Rien n’a été modifié.',
    'Raccourcissez le texte, puis recommencez.',
  );

export const lastAdministrator = () =>
  new AccountRefusal(
    409,
    'Il faut au moins un administrateur',
    'Ce compte est le dernier à pouvoir tout administrer : sans lui, plus personne ne pourrait donner d’accès. Rien n’a été modifié.',
    'Nommez d’abord une autre personne administratrice.',
  );

export const signInFailed = () =>
  new AccountRefusal(
    410,
    'La connexion n’a pas abouti',
    'Le fournisseur d’identité n’a pas confirmé qui vous êtes, ou trop de temps a passé. Personne n’est connecté.',
    'Recommencez depuis la page de connexion.',
  );

export const providerUnavailable = () =>
  new AccountRefusal(
    502,
    'Le fournisseur d’identité ne répond pas',
    'La connexion passe par un autre site, qui ne répond pas en ce moment.',
    'Réessayez dans quelques minutes, ou demandez un lien par courriel.',
  );
