/** Places, in what is recomputed of a measure, of text written for a reader rather than a figure or a code. */
const places = [
  /(^|\.)(sentence|raise|notes)$/,
  /^quality$/,
  /^evidence\.name$/,
  /^evidence\.checks\.\d+\.name$/,
  /^figures\.rollout\.territories\.\d+\.reason$/,
];

/** Whether a later version may say it otherwise without a figure being other. `path`: as `headline.sentence`. */
const isWording = (path: string): boolean => places.some((place) => place.test(path));

/** A copy without any wording: the figures, and the codes and names they are read with. */
export function figuresIn(value: unknown, path = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const under = (key: string | number) => (path === '' ? `${key}` : `${path}.${key}`);
  if (Array.isArray(value)) return value.map((entry, i) => figuresIn(entry, under(i)));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) =>
      isWording(under(key)) ? [] : [[key, figuresIn(entry, under(key))]],
    ),
  );
}

/** How many numbers a value holds. */
export function numberCount(value: unknown): number {
  if (typeof value === 'number') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, entry) => sum + numberCount(entry), 0);
}
