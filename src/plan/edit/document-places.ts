import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml';

/** The document of a text, with the place of each of its parts; null when it is not one that can be edited. */
export function parsedDocument(text: string): Document<Node> | null {
  try {
    const document = parseDocument(text, {
      schema: 'core',
      uniqueKeys: false,
      keepSourceTokens: true,
      logLevel: 'silent',
    });
    return document.errors.length === 0 && isMap(document.contents) ? document : null;
  } catch {
    return null;
  }
}

/** Where what a node says ends, comments after it left out; null: nowhere in the text. */
export function endOf(node: Node | null | undefined): number | null {
  if (!node?.range) return null;
  if (!isCollection(node) || node.flow) return node.range[1];
  const last = node.items.at(-1);
  return isMap(node)
    ? endOfPair(last as Pair<Node, Node | null> | undefined)
    : endOf(last as Node | undefined);
}

export function endOfPair(pair: Pair<Node, Node | null> | undefined): number | null {
  const { key, value } = pair ?? {};
  return value && !isBlank(value) ? endOf(value) : endOf(key);
}

/** Whether nothing is written where a value could be. */
export const isBlank = (node: Node): boolean => isScalar(node) && node.value === null && node.source === '';

/** Where the dash of an item of a list written line by line is; null: it has none. */
export function dashOf(list: Node, rank: number): number | null {
  if (!isSeq(list) || list.srcToken?.type !== 'block-seq') return null;
  const dash = list.srcToken.items[rank]?.start.find(({ type }) => type === 'seq-item-ind');
  return dash?.offset ?? null;
}

export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** The end of the line where what ends at an offset is written; a block of text ends with its own line. */
export function lineEnd(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset - 1;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** The spaces before an offset on its line; null when something else is. */
export function indentAt(text: string, offset: number): string | null {
  const before = text.slice(lineStart(text, offset), offset);
  return /^ *$/.test(before) ? before : null;
}
