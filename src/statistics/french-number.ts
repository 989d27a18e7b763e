/** A number as French readers write it, rounded to `digits` after the comma: `2,5`. */
export const decimal = (value: number, digits = 1): string =>
  new Intl.NumberFormat('fr-FR', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );
