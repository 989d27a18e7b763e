import { isMap, isSeq, type Node, type Pair } from 'yaml';
import { dashOf, endOf, endOfPair, indentAt, lineEnd, lineStart } from './document-places.ts';

/** The text without a key of a map or an item of a list; null when it cannot be taken out by itself. */
export function withoutPart(text: string, holder: Node | null, step: string | number): string | null {
  if (isMap(holder) && typeof step === 'string') {
    const pairs = holder.items as readonly Pair<Node, Node | null>[];
    const rank = pairs.findIndex(({ key }) => String((key as { value?: unknown }).value) === step);
    if (rank === -1) return text;
    const spans = pairs.map((pair) => ({
      start: pair.key.range?.[0] ?? null,
      end: holder.flow ? (endOf(pair.value) ?? endOfPair(pair)) : endOfPair(pair),
    }));
    return without(text, holder, { spans, rank, empty: '{}' });
  }
  if (isSeq(holder) && typeof step === 'number') {
    const items = holder.items as readonly Node[];
    if (step >= items.length) return null;
    const spans = items.map((item, rank) => ({
      start: holder.flow ? (item.range?.[0] ?? null) : dashOf(holder, rank),
      end: endOf(item),
    }));
    return without(text, holder, { spans, rank: step, empty: '[]' });
  }
  return null;
}

interface Span {
  readonly start: number | null;
  readonly end: number | null;
}

function without(
  text: string,
  holder: { readonly flow?: boolean | undefined },
  { spans, rank, empty }: { readonly spans: readonly Span[]; readonly rank: number; readonly empty: string },
): string | null {
  const [own, next, before] = [spans[rank], spans[rank + 1], spans[rank - 1]];
  if (own?.start == null || own.end === null) return null;
  if (spans.length === 1) {
    return `${text.slice(0, own.start)}${holder.flow ? '' : empty}${text.slice(own.end)}`;
  }
  if (holder.flow) {
    const [start, end] = next?.start != null ? [own.start, next.start] : [before?.end ?? null, own.end];
    return start === null ? null : `${text.slice(0, start)}${text.slice(end)}`;
  }
  if (indentAt(text, own.start) === null) {
    return next?.start == null ? null : `${text.slice(0, own.start)}${text.slice(next.start)}`;
  }
  return `${text.slice(0, lineStart(text, own.start))}${text.slice(lineEnd(text, own.end) + 1)}`;
}
