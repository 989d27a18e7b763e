import { AccountRefusal } from '../../platform/accounts/refusals.ts';

export const noSuchVersion = () =>
  new AccountRefusal(
    404,
    'Cette version n’existe pas',
    'Le plan de ce service n’a pas de version de ce numéro.',
    'Choisissez-la dans la liste des versions.',
  );

export const noPlanYet = () =>
  new AccountRefusal(
    404,
    'Aucun plan n’est enregistré',
    'Ce service n’a pas encore de plan à télécharger.',
    'Écrivez-le dans l’éditeur, puis enregistrez une première version.',
  );

export const fileTooLarge = () =>
  new AccountRefusal(
    413,
    'Fichier trop gros',
    'Ce fichier est trop gros pour être un plan (plus de 1 Mo).',
    'Donnez le fichier impact.yaml, pas un fichier de données.',
  );
