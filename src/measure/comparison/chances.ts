/** A probability as people say it: `87 chances sur 100`. */
export function chances(probability: number): string {
  if (probability > 0.99) return 'plus de 99 chances sur 100';
  if (probability < 0.01) return 'moins d’une chance sur 100';
  const outOf100 = Math.round(probability * 100);
  return `${outOf100} ${outOf100 === 1 ? 'chance' : 'chances'} sur 100`;
}
