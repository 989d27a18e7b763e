import { AccountRefusal } from '../../platform/accounts/refusals.ts';

export const nothingToReview = () =>
  new AccountRefusal(
    404,
    'Rien à relire à cette adresse',
    'Ce service n’a ni version de plan ni publication de ce numéro, ou la publication a été retirée.',
    'Choisissez dans la liste des relectures du service.',
  );

export const notYourOwn = (reason: string) =>
  new AccountRefusal(
    403,
    'On ne relit pas son propre travail',
    `${reason} Rien n’a été enregistré.`,
    'Demandez à une autre personne qui relit : un coach, un garant du secret, un administrateur.',
  );

export const planChanged = (latest: number) =>
  new AccountRefusal(
    409,
    'Le plan a changé pendant votre relecture',
    `L’équipe a enregistré la version ${latest} : un avis sur celle-ci ne dirait plus rien du plan. Votre avis n’a pas été enregistré, il est gardé dans cette page.`,
    'Ouvrez la nouvelle version : ce qui change y est montré.',
  );

export const answersMissing = (count: number) =>
  new AccountRefusal(
    422,
    'La liste n’est pas finie',
    `${count === 1 ? 'Une question n’a pas de réponse' : `${count} questions n’ont pas de réponse`}. Votre avis n’a pas été enregistré, il est gardé dans cette page.`,
    'Répondez à chacune, puis recommencez.',
  );

export const notApprovable = (count: number) =>
  new AccountRefusal(
    422,
    'Approuver contredirait vos réponses',
    `${count === 1 ? 'Une réponse dit' : `${count} réponses disent`} que quelque chose ne va pas. Votre avis n’a pas été enregistré, il est gardé dans cette page.`,
    'Demandez des changements, ou revoyez ces réponses.',
  );

export const textMissing = () =>
  new AccountRefusal(
    422,
    'Il manque le texte',
    'Rien n’était écrit, ou plus de 2 000 signes. Rien n’a été enregistré.',
    'Écrivez une ou deux phrases : ce que vous avez lu, et ce qu’il faudrait faire.',
  );

export const noSuchPlace = () =>
  new AccountRefusal(
    422,
    'Cet endroit n’existe pas',
    'La ligne ou le passage que vous commentez n’est pas dans ce texte. Rien n’a été enregistré.',
    'Choisissez une ligne du texte affiché, ou laissez vide pour commenter l’ensemble.',
  );

export const alreadyAsked = () =>
  new AccountRefusal(
    409,
    'La relecture est déjà demandée',
    'Quelqu’un de l’équipe l’a demandée, et personne n’a encore répondu. Rien n’a été ajouté.',
    'Attendez l’avis, ou écrivez directement à la personne qui relit.',
  );
