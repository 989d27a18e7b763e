import { counted } from '../../platform/french/number.ts';
import type { Warning } from '../measure.ts';

interface Read {
  readonly asked: number;
  readonly n: number;
  readonly unreadable: number;
}

/** Rows of a sample that say nothing: without value, or whose value cannot be read. */
export function sampleWarnings({ asked, n, unreadable }: Read, sample: unknown): readonly Warning[] {
  if (typeof sample !== 'string') return [];
  const empty = asked - n - unreadable;
  return [
    ...(empty > 0
      ? [
          {
            code: 'without-value',
            sentence: `« ${sample} » : ${counted(empty, 'ligne sans valeur', 'lignes sans valeur')}, hors du calcul.`,
          },
        ]
      : []),
    ...(unreadable > 0
      ? [
          {
            code: 'unreadable-value',
            sentence: `« ${sample} » : ${counted(unreadable, 'valeur illisible', 'valeurs illisibles')}, hors du calcul.`,
          },
        ]
      : []),
  ];
}
