/** An identifier made of the letters of a name: `Retour à l’emploi` gives `retour-a-l-emploi`. */
export function identifierOf(name: string, between: '-' | '_'): string {
  const letters = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, between);
  const trimmed = letters.replace(/^[-_]+|[-_]+$/g, '').slice(0, 60);
  return trimmed.replace(/[-_]+$/, '');
}
