import type { DeclaredIndicator } from '../plan.ts';
import { sentence } from '../wording.ts';

export const declaredLines = ({ series, unit, direction, provenance }: DeclaredIndicator): string[] => [
  `Ce qui est repris : la dernière valeur de « ${series} » (${unit}), et son évolution sur un an.`,
  `Le progrès : ${direction === 'up' ? 'plus haut' : 'plus bas'}.`,
  provenance === null
    ? "D'où vient ce chiffre : le plan ne le dit pas."
    : `D'où vient ce chiffre : ${sentence(provenance)}`,
];
