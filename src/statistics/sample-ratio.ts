import { chiSquareUpperTail } from './chi-square.ts';
import { decimal } from './french-number.ts';
import { type Refused, refused } from './refused.ts';

export interface SampleRatioCheck {
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
  readonly passed: boolean;
  readonly sentence: string;
}

/** Under this p-value the split is not the one announced. Checked often, so strict (Fabijan et al. 2019). */
const mismatch = 0.001;

/**
 * Whether arms have the sizes that were drawn: Pearson's chi-square of `counts` against the `expected` shares (any
 * positive numbers in the right ratio). A mismatch means that people went missing from one arm more than from another,
 * so that arms are no longer alike. Assumes each person drawn apart from the others. Fabijan et al. 2019 (KDD). `sampleRatioMismatch([5000, 5000], [1, 1])` passes.
 */
export function sampleRatioMismatch(
  counts: readonly number[],
  expected: readonly number[],
): SampleRatioCheck | Refused {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = expected.reduce((sum, share) => sum + share, 0);
  if (counts.length < 2 || counts.length !== expected.length || !expected.every((share) => share > 0)) {
    return refused(
      'invalid-input',
      'Il faut la taille de chaque groupe et la part prévue, positive, de chacun.',
    );
  }
  if (!(total > 0)) return refused('empty-group', 'Aucun groupe ne contient personne.');
  const statistic = counts.reduce((sum, count, i) => {
    const planned = (total * (expected[i] as number)) / shares;
    return sum + (count - planned) ** 2 / planned;
  }, 0);
  const df = counts.length - 1;
  const pValue = chiSquareUpperTail(statistic, df);
  const passed = pValue >= mismatch;
  const part = (values: readonly number[], sum: number) =>
    (values.length === 2 ? values.slice(0, 1) : values)
      .map((value) => `${decimal((100 * value) / sum)} %`)
      .join(' / ');
  const where = counts.length === 2 ? ' dans le premier groupe' : '';
  const sentence = passed
    ? `Les groupes ont la taille prévue par le tirage (${part(counts, total)}${where}, pour ${part(expected, shares)} attendus).`
    : `Les groupes n'ont pas la taille prévue par le tirage (${part(counts, total)}${where}, au lieu de ${part(expected, shares)}) : des personnes manquent plus d'un côté que de l'autre, la comparaison n'est plus celle d'un tirage au sort.`;
  return { statistic, df, pValue, passed, sentence };
}
