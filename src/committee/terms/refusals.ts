import { AccountRefusal } from '../../platform/accounts/refusals.ts';

export const nothingToJudge = () =>
  new AccountRefusal(
    409,
    'Rien à comparer à un seuil',
    'Ce service ne suit pas encore un effet sur des personnes ou des territoires : un seuil ne pourrait être lu sur rien. Rien n’a été enregistré.',
    'Demandez d’abord à l’équipe d’écrire cet effet dans son plan de mesure.',
  );
