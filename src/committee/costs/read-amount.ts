import { quoted } from '../../platform/french/typography.ts';

/** An amount of money read from what people write, in euro cents; or what is wrong with it, in French. */
export type ReadAmount = { readonly cents: number } | { readonly fault: string };

const most = 1e12;
const scales: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6 };

/**
 * `12 345,67 €`, `12.345,67`, `12345.67`, `45 k€`, `1,2 M€`. Refuses what could be read in two ways (`12.345`), an
 * amount without taxes, and what is not above zero.
 */
export function readAmount(written: string): ReadAmount {
  const said = quoted(written.trim().slice(0, 40));
  if (/\b(ht|hors taxes?)\b/i.test(written))
    return { fault: `${said} est hors taxes : écrivez le montant toutes taxes comprises.` };
  const text = written
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/(euros?|eur|€|ttc)+$/i, '')
    .replace(/ttc$/i, '');
  const [, sign = '', number = '', letter = ''] =
    /^([-−+(]?)([\d.,]+)([km]?)(?:€|eur)?\)?$/i.exec(text) ?? [];
  const scale = scales[letter.toLowerCase()] ?? 1;
  const value = plainNumber(number, scale > 1);
  if (value === 'ambiguous') {
    const [whole = '', rest = ''] = number.split(/[.,]/);
    return {
      fault: `${said} peut se lire de deux façons : écrivez ${whole}${rest} ou ${whole},${rest.slice(0, 2)}.`,
    };
  }
  if (value === null) return { fault: `${said} n’est pas un montant : écrivez par exemple 12 345,67.` };
  const cents = Math.round(value * scale * 100);
  if (sign === '-' || sign === '−' || sign === '(' || cents <= 0)
    return {
      fault: `${said} n’est pas plus grand que zéro : pour corriger une ligne, retirez-la et écrivez-la de nouveau.`,
    };
  if (value * scale > most) return { fault: `${said} dépasse mille milliards d’euros : vérifiez l’unité.` };
  return { cents };
}

/** A number with a comma or a point, groups of three or none. `manyDecimals`: of thousands, 12,345 k€ is plain. */
function plainNumber(text: string, manyDecimals: boolean): number | 'ambiguous' | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^\d+[.,]\d{1,2}$/.test(text)) return Number(text.replace(',', '.'));
  if (manyDecimals && /^\d+[.,]\d+$/.test(text)) return Number(text.replace(',', '.'));
  if (/^\d{1,3}[.,]\d{3}$/.test(text)) return 'ambiguous';
  const french = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(text);
  const english = /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(text);
  const [, groups = '', decimals = '0'] = french ?? english ?? [];
  return groups === '' ? null : Number(`${groups.replace(/[.,]/g, '')}.${decimals}`);
}
