/** The life of a service, in order, as beta.gouv.fr names it (`content/_phases`). */
const phases = [
  'investigation',
  'construction',
  'acceleration',
  'consolidation',
  'opere',
  'transfere',
  'abandon-investigation',
  'abandon',
] as const;

export type Phase = (typeof phases)[number];

/** Phases in which a team works on the service. */
const activePhases: readonly Phase[] = [
  'investigation',
  'construction',
  'acceleration',
  'consolidation',
  'opere',
];

/** False too of a phase that is not known: nothing says that a team works on it. */
export const isActivePhase = (phase: string): boolean => (activePhases as readonly string[]).includes(phase);

const frenchNames: Readonly<Record<Phase, string>> = {
  investigation: 'Investigation',
  construction: 'Construction',
  acceleration: 'Accélération',
  consolidation: 'Consolidation',
  opere: 'Opéré',
  transfere: 'Transféré',
  'abandon-investigation': 'Arrêté après l’investigation',
  abandon: 'Arrêté',
};

/** The phase as a reader says it; a phase that is not known is given as the source writes it. */
export function phaseName(phase: string): string {
  return isPhase(phase) ? frenchNames[phase] : phase;
}

function isPhase(text: string): text is Phase {
  return (phases as readonly string[]).includes(text);
}

/** Names used in earlier versions of the interface. */
const formerNames: Readonly<Record<string, Phase>> = {
  success: 'opere',
  transfer: 'transfere',
  alumni: 'abandon',
  stopped: 'abandon',
};

/** The phase a source means; null when no phase is called that. */
export function knownPhase(text: string): Phase | null {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replace(/[\s_]+/g, '-');
  return isPhase(plain) ? plain : (formerNames[plain] ?? null);
}
