/**
 * z' V⁻ z for a symmetric positive semi-definite V, with the rank of V as degrees of freedom: directions without
 * variance are left out (a group never at risk when something happens). Null when V is 0.
 */
export function quadraticForm(
  z: readonly number[],
  v: readonly (readonly number[])[],
): { readonly statistic: number; readonly df: number } | null {
  const a = v.map((row) => [...row]);
  const b = [...z];
  const largest = Math.max(0, ...v.map((row, i) => row[i] ?? 0));
  const free = new Set(z.keys());
  let statistic = 0;
  let df = 0;
  for (;;) {
    const pivot = [...free].reduce((best, i) => ((a[i]?.[i] ?? 0) > (a[best]?.[best] ?? -1) ? i : best), -1);
    const diagonal = a[pivot]?.[pivot] ?? 0;
    if (diagonal <= 1e-10 * largest) break;
    free.delete(pivot);
    statistic += (b[pivot] ?? 0) ** 2 / diagonal;
    df += 1;
    for (const i of free) {
      const row = a[i] ?? [];
      const ratio = (row[pivot] ?? 0) / diagonal;
      b[i] = (b[i] ?? 0) - ratio * (b[pivot] ?? 0);
      for (const j of free) row[j] = (row[j] ?? 0) - ratio * (a[pivot]?.[j] ?? 0);
    }
  }
  return df === 0 ? null : { statistic, df };
}
