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

type Phase = (typeof phases)[number];

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
