import type { EntryKind, StepEnd } from '../../platform/database/tables/weekly.ts';

interface InventedEntry {
  readonly weeksAgo: number;
  readonly kind: EntryKind;
  readonly text: string;
  readonly calls?: string;
  readonly who?: string;
  readonly end?: StepEnd;
}

const step = (weeksAgo: number, text: string, who: string, end?: StepEnd): InventedEntry => ({
  weeksAgo,
  kind: 'step',
  text,
  who,
  ...(end && { end }),
});
const learned = (weeksAgo: number, text: string): InventedEntry => ({ weeksAgo, kind: 'learned', text });
const calls = (weeksAgo: number, count: number, text: string): InventedEntry => ({
  weeksAgo,
  kind: 'calls',
  calls: String(count),
  text,
});

/** Nothing here ever happened: what a team might have written, for the demonstration. */
export const inventedWeeks: readonly InventedEntry[] = [
  learned(
    13,
    'Première foulée : nous lisons ensemble le chiffre, et nous ne savons pas encore ce qu’il vaut.',
  ),
  step(13, 'Écrire ce qui compterait comme un échec, avant de regarder la suite', 'l’intrapreneure', 'done'),
  learned(12, 'Le chiffre n’a pas bougé, et nous avions prévu qu’il ne bougerait pas si tôt.'),
  calls(
    11,
    3,
    'Deux personnes croyaient que l’entreprise les rappellerait d’elle-même. La troisième a écrit et a eu une réponse.',
  ),
  step(11, 'Dire sur la page que c’est à la personne d’écrire la première', 'la designer', 'done'),
  learned(10, 'Rien de nouveau cette semaine.'),
  calls(8, 2, 'Le mot « spontanée » fait peur. « Proposer sa candidature » passe mieux.'),
  step(8, 'Remplacer « candidature spontanée » dans le courriel', 'le développeur', 'done'),
  learned(7, 'Une cohorte de plus est suivie jusqu’au bout : elle ressemble aux précédentes.'),
  step(6, 'Appeler cinq personnes qui n’ont contacté aucune entreprise', 'toute l’équipe', 'not-done'),
  learned(5, 'Les appels n’ont pas été passés : la semaine était trop pleine. L’étape était trop grosse.'),
  step(5, 'Appeler une seule personne, mardi à 11 heures', 'l’intrapreneure', 'done'),
  calls(4, 1, 'La personne a trouvé seule, par une annonce. Elle avait oublié le service.'),
  step(
    4,
    'Envoyer un rappel une semaine après l’usage, à une personne sur deux tirée au sort',
    'le développeur',
    'dropped',
  ),
  learned(
    3,
    'Le rappel est abandonné : le délégué à la protection des données demande une base légale plus claire.',
  ),
  step(2, 'Écrire à la déléguée à la protection des données la question exacte', 'l’intrapreneure', 'done'),
  calls(
    1,
    4,
    'Quatre appels, deux embauches dont une par ce service. Personne ne sait dire si elle serait venue sans lui.',
  ),
  step(1, 'Préparer le tirage au sort de janvier : taille, durée, seuil', 'la statisticienne'),
];
