import type { DamagedPublication } from '../../publish/ledger/kept-publication.ts';
import type { ErrorText } from '../pages/error-page.tsx';

/** A request Foulée does not answer as asked, said to who asked. Never carries what was asked. */
export class WebRefusal extends Error {
  readonly status: 400 | 404 | 410;
  readonly text: ErrorText;

  constructor(status: WebRefusal['status'], text: ErrorText) {
    super(text.title);
    this.name = 'WebRefusal';
    this.status = status;
    this.text = text;
  }
}

export const pageNotFound = (): WebRefusal =>
  new WebRefusal(404, {
    title: 'Cette page n’existe pas',
    what: 'Rien n’est publié à cette adresse.',
    advice:
      'L’adresse contient peut-être une faute, ou la page a changé de nom. La liste des services mène à tout ce qui est publié.',
  });

export const serviceNotFound = (): WebRefusal =>
  new WebRefusal(404, {
    title: 'Ce service n’est pas inscrit ici',
    what: 'Aucun service ne porte ce nom dans cette liste.',
    advice: 'Cherchez-le par un mot de sa mission dans la liste des services.',
  });

export const caseNotFound = (): WebRefusal =>
  new WebRefusal(404, {
    title: 'Ce cas n’est pas dans la bibliothèque',
    what: 'Aucun cas ne porte ce nom.',
    advice: 'Cherchez-le par un mot parmi les cas réels, dans le menu.',
  });

export const indicatorNotFound = (): WebRefusal =>
  new WebRefusal(404, {
    title: 'Cet indicateur n’est pas publié',
    what: 'Le service existe, mais aucun indicateur publié ne porte ce nom.',
    advice: 'La page du service donne tous ses indicateurs.',
  });

export const nothingPublished = (): WebRefusal =>
  new WebRefusal(404, {
    title: 'Rien n’est encore publié',
    what: 'Ce service n’a pas encore publié de chiffre.',
    advice: 'La page du service dit quel est son prochain pas.',
  });

/** Of a service that published so many: what is asked is not among them. */
export const publicationNotFound = (published: number): WebRefusal =>
  published === 0
    ? nothingPublished()
    : new WebRefusal(404, {
        title: 'Cette publication n’existe pas',
        what: 'Ce service publie des chiffres, mais aucun sous ce nom, sous ce numéro ou à cette date.',
        advice: 'La page du service mène à tout ce qu’il a publié, dans « Ce qui était publié avant ».',
      });

export const withdrawn = (reason: string): WebRefusal =>
  new WebRefusal(410, {
    title: 'Cette publication a été retirée',
    what: reason,
    advice: 'Le registre des corrections dit quand et pourquoi ; la page du service donne l’état actuel.',
  });

export const badQuestion = (what: string): WebRefusal =>
  new WebRefusal(400, {
    title: 'Cette demande n’est pas comprise',
    what,
    advice: 'La page des données ouvertes décrit chaque adresse et ce qu’elle accepte.',
  });

/** Said with status 500: the site no longer holds what it published, and who asks is not at fault. */
export const damaged = ({ message, advice }: DamagedPublication): ErrorText => ({
  title: 'Une publication n’est plus lisible',
  what: message,
  advice,
});

export const unexpected: ErrorText = {
  title: 'Le site a rencontré un défaut',
  what: 'Une erreur inattendue a empêché d’afficher cette page. Vous n’y êtes pour rien, et aucune donnée n’est perdue.',
  advice:
    'Réessayez dans un instant. Si cela continue, écrivez-nous : l’adresse est dans les mentions légales.',
};
