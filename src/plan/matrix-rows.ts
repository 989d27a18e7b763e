import type { MatrixRow } from './plan.ts';

/** The five questions of the impact matrix, in its order, as screens ask them. */
export const matrixRows: Readonly<Record<MatrixRow, { readonly name: string; readonly question: string }>> = {
  usable: { name: 'Utilisable', question: 'Arrive-t-on à s’en servir ?' },
  used: { name: 'Utilisé', question: 'Combien de personnes s’en servent ?' },
  useful: { name: 'Utile', question: 'Rend-il le service attendu ?' },
  impactful: { name: 'Impactant', question: 'Change-t-il quelque chose dans la vie des gens ?' },
  efficient: { name: 'Efficient', question: 'À quel coût pour la collectivité ?' },
};

export const matrixOrder = [
  'usable',
  'used',
  'useful',
  'impactful',
  'efficient',
] as const satisfies readonly MatrixRow[];
