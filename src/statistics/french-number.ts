/** A number as French readers write it, rounded to `digits` after the comma: `2,5`. */
export const decimal = (value: number, digits = 1): string =>
  new Intl.NumberFormat('fr-FR', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );

/** `1 jour`, `12 jours`, `0 jour`: French counts below two as singular. */
export const counted = (value: number, one: string, many: string): string =>
  `${value.toLocaleString('fr-FR')} ${Math.abs(value) < 2 ? one : many}`;
