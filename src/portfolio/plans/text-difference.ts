import { structuredPatch } from 'diff';

/** One line of a comparison: in both texts, or in one of them. */
export interface DifferenceLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** Its number in the text before, in the text after; null where it is not. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Lines that changed together, with those around them. */
export type DifferencePart = readonly DifferenceLine[];

const around = 2;

/** What changes from one text to another, line by line; empty when nothing but line endings does. */
export function textDifference(before: string, after: string): readonly DifferencePart[] {
  const { hunks } = structuredPatch('', '', unix(before), unix(after), '', '', { context: around });
  return hunks.map(({ lines, oldStart, newStart }) => {
    let [old, recent] = [oldStart, newStart];
    return lines
      .filter((line) => !line.startsWith('\\'))
      .map((line): DifferenceLine => {
        const text = line.slice(1);
        if (line.startsWith('+')) return { kind: 'added', text, before: null, after: recent++ };
        if (line.startsWith('-')) return { kind: 'removed', text, before: old++, after: null };
        return { kind: 'same', text, before: old++, after: recent++ };
      });
  });
}

const unix = (text: string): string => `${text.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n`;
