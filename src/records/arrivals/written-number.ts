/** Digits by three, apart by a space of some kind, with or without decimals. */
const spaced = /^[+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?$/;
/** Digits by three, apart by commas: at least two, or one and decimals after a point. */
const commas = /^[+-]?[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+)$/;
const oneComma = /^[+-]?[1-9]\d{0,2},\d{3}$/;
const plain = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * A number written by a person or a dashboard, with a decimal point and nothing else: `1 234,5` is `1234.5`. Null: none.
 * `1,234` alone is one thousand two hundred and thirty-four in English, and a little over one in French: ambiguous.
 */
export function writtenNumber(written: string): string | 'ambiguous' | null {
  const text = written.trim();
  if (oneComma.test(text)) return 'ambiguous';
  const number = spaced.test(text)
    ? text.replace(/[ \u00a0\u202f]/g, '').replace(',', '.')
    : commas.test(text)
      ? text.replaceAll(',', '')
      : text.replace(',', '.');
  return plain.test(number) && Number.isFinite(Number(number)) ? number : null;
}
