import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  type Node,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';
import type { DocumentPath } from '../problem.ts';

/** What a form can write: a text, a number, a list of texts; null: nothing, as if the key were absent. */
export type EditedValue = string | number | readonly string[] | null;

export interface Edit {
  readonly path: DocumentPath;
  readonly value: EditedValue;
}

/**
 * The text of a YAML or JSON document with some values replaced, and nothing else: comments, order and layout stay as
 * they were written. A key that is absent is added at the end of what holds it. Null when the text is not one document
 * that can be edited so, or when the place of a value cannot be changed by itself (a value used elsewhere by `*`).
 */
export function editText(text: string, edits: readonly Edit[]): string | null {
  let edited: string | null = text;
  for (const { path, value } of edits) {
    if (edited === null) return null;
    edited = editOne(edited, path, value);
  }
  return edited;
}

function editOne(text: string, path: DocumentPath, value: EditedValue): string | null {
  const document = parsed(text);
  if (document === null) return null;
  const node = document.getIn(path, true) as Node | undefined;
  const edited =
    node === undefined ? inserted(text, document, path, value) : replaced(text, document, path, node, value);
  return edited !== null && parsed(edited) !== null ? edited : null;
}

function parsed(text: string): Document<Node> | null {
  try {
    const document = parseDocument(text, { schema: 'core', uniqueKeys: false, logLevel: 'silent' });
    return document.errors.length === 0 && isMap(document.contents) ? document : null;
  } catch {
    return null;
  }
}

function replaced(
  text: string,
  document: Document<Node>,
  path: DocumentPath,
  node: Node,
  value: EditedValue,
): string | null {
  if (isAlias(node) || !node.range || ((isScalar(node) || isCollection(node)) && node.anchor)) return null;
  const [start, end] = node.range;
  const parent = document.getIn(path.slice(0, -1), true);
  const inFlow = isCollection(parent) && parent.flow === true;
  const was = text.slice(start, end);
  const written = value === null ? (inFlow ? 'null' : '') : flowText(value);
  const before = text.slice(0, start);
  const space = written !== '' && /[:,[{]$/.test(before) ? ' ' : '';
  return `${before}${space}${written}${was.endsWith('\n') ? '\n' : ''}${text.slice(end)}`;
}

/** Adds the missing keys of a path at the end of the nearest map that exists. */
function inserted(
  text: string,
  document: Document<Node>,
  path: DocumentPath,
  value: EditedValue,
): string | null {
  if (value === null) return text;
  let depth = path.length - 1;
  while (depth > 0 && !isMap(document.getIn(path.slice(0, depth), true))) depth -= 1;
  const parent = document.getIn(path.slice(0, depth), true) ?? document.contents;
  const missing = path.slice(depth);
  if (!isMap(parent) || !missing.every((key) => typeof key === 'string')) return null;
  const pair = missing.slice(1).reduceRight<string>((inner, key) => `{${key}: ${inner}}`, flowText(value));
  return addedTo(text, parent, `${String(missing[0])}: ${pair}`);
}

function addedTo(text: string, map: YAMLMap, pair: string): string | null {
  const last = map.items.at(-1);
  const firstKey = map.items[0]?.key as Node | undefined;
  const lastNode = (last?.value ?? last?.key) as Node | undefined;
  if (!map.range || !firstKey?.range || !lastNode?.range) return null;
  if (map.flow) {
    const end = lastNode.range[1];
    return `${text.slice(0, end)}, ${pair}${text.slice(end)}`;
  }
  const lineStart = text.lastIndexOf('\n', firstKey.range[0] - 1) + 1;
  const indent = ' '.repeat(firstKey.range[0] - lineStart);
  const valueEnd = lastNode.range[1];
  const lineEnd = text[valueEnd - 1] === '\n' ? valueEnd - 1 : text.indexOf('\n', valueEnd);
  const at = lineEnd === -1 ? text.length : lineEnd;
  return `${text.slice(0, at)}\n${indent}${pair}${text.slice(at) || '\n'}`;
}

/** Written on one line, safe within brackets too. */
function flowText(value: string | number | readonly string[]): string {
  const options = { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 } as const;
  return stringify([value], options).trimEnd().slice(1, -1);
}
