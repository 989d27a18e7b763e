import { Refusal } from '../../../platform/refusal.ts';

const runAgain = 'Rien n’est publié. Lancez de nouveau la foulée, puis publiez le chiffre qu’elle donnera.';

export const nothingMeasured = () =>
  new Refusal('data', 'La foulée de cette semaine n’a encore rien mesuré.', runAgain);

export const planChanged = () =>
  new Refusal('data', 'Le plan a changé depuis que cette foulée a été faite.', runAgain);

export const dataChanged = () =>
  new Refusal(
    'data',
    'Ce que cette foulée a mesuré ne se retrouve plus à l’identique : des données sont arrivées, ou Foulée a changé de version.',
    runAgain,
  );

export const alreadySaid = (number: number) =>
  new Refusal(
    'data',
    `La publication ${number} dit déjà la même chose, aujourd’hui même.`,
    'Il n’y a rien à publier de plus : elle se lit sur la page du service.',
  );
