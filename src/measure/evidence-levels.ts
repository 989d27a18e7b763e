import type { EvidenceLevel } from './measure.ts';

/** The six levels as screens name them, and what each lets one say. */
export const evidenceLevels: Readonly<
  Record<EvidenceLevel, { readonly name: string; readonly line: string }>
> = {
  0: { name: 'Déclaré', line: 'Le chiffre est donné par le service, sans moyen de le vérifier ici.' },
  1: { name: 'Signe', line: 'On mesure l’usage ou un signe avant-coureur, pas l’effet.' },
  2: {
    name: 'Suivi',
    line: 'On a constaté l’effet après l’usage, sans savoir ce qui serait arrivé autrement.',
  },
  3: {
    name: 'Comparé',
    line: 'On compare à un groupe semblable ; une différence cachée reste possible.',
  },
  4: {
    name: 'Déployé par étapes',
    line: 'Le déploiement lui-même sert de comparaison, et les contrôles sont passés.',
  },
  5: { name: 'Tiré au sort', line: 'Deux groupes tirés au sort : la différence vient du service.' },
};

export const checkNames = { passed: 'Passé', failed: 'Échoué', 'not-applicable': 'Sans objet' } as const;
