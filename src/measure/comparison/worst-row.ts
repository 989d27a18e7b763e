import { frenchNumber } from '../../platform/french/number.ts';
import type { BalanceRow } from './measured-comparison.ts';

/** The value on which groups differ most, as a number and in words: « zone : Nord » (0,31). */
export function worstRow(
  balance: readonly BalanceRow[],
  when: 'before' | 'after',
  label: (covariate: string) => string,
): { readonly smd: number | null; readonly said: string } {
  const size = (row: BalanceRow) => {
    const smd = row[when]?.smd;
    return smd === null || smd === undefined ? Number.POSITIVE_INFINITY : Math.abs(smd);
  };
  const worst = balance.reduce((most, row) => (size(row) > size(most) ? row : most));
  const smd = worst[when]?.smd ?? null;
  const figure = smd === null ? '' : ` (${Math.abs(smd) < 0.005 ? 'moins de 0,01' : frenchNumber(smd, 2)})`;
  const name = balanceRowName({ ...worst, covariate: label(worst.covariate) });
  return { smd, said: `« ${name} »${figure}` };
}

/** `zone : Nord`; of a yes-or-no covariate, its name says it. */
export const balanceRowName = ({ covariate, value }: Pick<BalanceRow, 'covariate' | 'value'>): string =>
  /^(1|oui|true)$/.test(value) ? covariate : `${covariate} : ${value}`;
