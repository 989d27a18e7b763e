import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { dashOf, endOf, endOfPair, indentAt, lineEnd, lineStart } from './document-places.ts';
import type { EditedValue } from './edit.ts';
import { blockText, flowText, itemText, type Notation } from './written-value.ts';

/** The text with a key added at the end of a map; null when the map is written in a way that takes none. */
export function withKey(
  text: string,
  map: YAMLMap,
  [key, value]: readonly [string, EditedValue],
  notation: Notation,
): string | null {
  if (!map.range) return null;
  const flow = `${flowText(key, notation)}: ${flowText(value, notation)}`;
  const last = map.items.at(-1) as Pair<Node, Node | null> | undefined;
  if (last === undefined) return replacedBetween(text, map.range, `{${flow}}`);
  const end = endOfPair(last);
  if (end === null) return null;
  if (map.flow) {
    const after = endOf(last.value) ?? end;
    return `${text.slice(0, after)}, ${flow}${text.slice(after)}`;
  }
  const first = map.items[0]?.key as Node | undefined;
  if (!first?.range) return null;
  const indent = ' '.repeat(first.range[0] - lineStart(text, first.range[0]));
  return lineAfter(text, end, `${indent}${blockText(key, value, indent)}`);
}

/** The text with an item put in a list, before the one of that rank or after the last. */
export function withItem(
  text: string,
  list: YAMLSeq,
  [rank, value]: readonly [number, EditedValue],
  notation: Notation,
): string | null {
  if (!list.range || rank > list.items.length) return null;
  const flow = flowText(value, notation);
  if (list.items.length === 0) return replacedBetween(text, list.range, `[${flow}]`);
  const next = list.items[rank] as Node | undefined;
  const end = endOf(list.items.at(-1) as Node);
  if (end === null) return null;
  if (list.flow) {
    if (next === undefined) return `${text.slice(0, end)}, ${flow}${text.slice(end)}`;
    const start = next.range?.[0];
    return start === undefined ? null : `${text.slice(0, start)}${flow}, ${text.slice(start)}`;
  }
  const dash = dashOf(list, Math.min(rank, list.items.length - 1));
  const first = dashOf(list, 0);
  if (dash === null || first === null) return null;
  const indent = ' '.repeat(first - lineStart(text, first));
  const item = `${indent}${itemText(value, indent)}`;
  if (next === undefined) return lineAfter(text, end, item);
  if (indentAt(text, dash) === null) return null;
  const start = lineStart(text, dash);
  return `${text.slice(0, start)}${item}\n${text.slice(start)}`;
}

function lineAfter(text: string, end: number, line: string): string {
  const at = lineEnd(text, end);
  return `${text.slice(0, at)}\n${line}${text.slice(at) || '\n'}`;
}

const replacedBetween = (text: string, [start, end]: readonly number[], by: string): string =>
  `${text.slice(0, start)}${by}${text.slice(end)}`;
