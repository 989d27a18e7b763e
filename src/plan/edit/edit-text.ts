import { type Document, isAlias, isCollection, isMap, isScalar, isSeq, type Node } from 'yaml';
import { canonicalJson } from '../canonical-plan.ts';
import { readDocumentText } from '../document-text.ts';
import type { DocumentPath } from '../problem.ts';
import { withItem, withKey } from './add-part.ts';
import { isBlank, lineStart, parsedDocument } from './document-places.ts';
import { dataAfter, type Edit, type EditedValue } from './edit.ts';
import { withoutPart } from './remove-part.ts';
import { blockText, flowText, isRecord, type Notation } from './written-value.ts';

/**
 * The text of a YAML or JSON document with some values replaced, added or removed, and nothing else: comments, order
 * and layout stay as they were written. A key that is absent is added at the end of what holds it. Null when the text is
 * not one document that can be edited so, or when the place of a value cannot be changed by itself (a value used
 * elsewhere by `*`): what would be read after a change is compared with what should be.
 */
export function editText(text: string, edits: readonly Edit[]): string | null {
  let edited: string | null = text;
  for (const edit of edits) {
    if (edited === null) return null;
    edited = editOne(edited, edit);
  }
  return edited;
}

function editOne(text: string, edit: Edit): string | null {
  const document = parsedDocument(text);
  if (document === null) return null;
  const edited = written(text, document, edit);
  if (edited === null || edited === text) return edited;
  const [before, after] = [readDocumentText(text), readDocumentText(edited)];
  if (!before.readable || !after.readable || parsedDocument(edited) === null) return null;
  const wanted = dataAfter(before.data, edit);
  return wanted !== null && canonicalJson(wanted.data) === canonicalJson(after.data) ? edited : null;
}

function written(text: string, document: Document<Node>, edit: Edit): string | null {
  const { path } = edit;
  const notation: Notation = /^\s*\{\s*"/.test(text) ? 'json' : 'yaml';
  const step = path.at(-1);
  const holder = path.length === 1 ? document.contents : (document.getIn(path.slice(0, -1), true) as Node);
  if (step === undefined) return null;
  if ('removed' in edit) return withoutPart(text, holder, step);
  if ('item' in edit) {
    if (isSeq(holder) && typeof step === 'number') return withItem(text, holder, [step, edit.item], notation);
    return set(text, document, { path: path.slice(0, -1), value: [edit.item], notation });
  }
  return set(text, document, { path, value: edit.value, notation });
}

interface Setting {
  readonly path: DocumentPath;
  readonly value: EditedValue;
  readonly notation: Notation;
}

function set(text: string, document: Document<Node>, setting: Setting): string | null {
  const node = document.getIn(setting.path, true) as Node | undefined;
  return node === undefined || node === null
    ? inserted(text, document, setting)
    : replaced(text, document, node, setting);
}

function replaced(
  text: string,
  document: Document<Node>,
  node: Node,
  { path, value, notation }: Setting,
): string | null {
  if (isAlias(node) || !node.range || ((isScalar(node) || isCollection(node)) && node.anchor)) return null;
  const [start, end] = node.range;
  const parent = document.getIn(path.slice(0, -1), true);
  const inFlow = isCollection(parent) && parent.flow === true;
  const was = text.slice(start, end);
  const before = text.slice(0, start);
  if (!inFlow && isBlank(node) && isRecord(value) && Object.keys(value).length > 0) {
    const indent = /^ */.exec(text.slice(lineStart(text, start)))?.[0] ?? '';
    const lines = blockText('_', value, indent).slice(2);
    return `${before}${lines}${text.slice(end)}`;
  }
  const said = value === null ? (inFlow ? 'null' : '') : flowText(value, notation);
  const space = said !== '' && /[:,]$/.test(before) ? ' ' : '';
  return `${before}${space}${said}${was.endsWith('\n') ? '\n' : ''}${text.slice(end)}`;
}

/** Adds the missing keys of a path at the end of the nearest map that exists. */
function inserted(text: string, document: Document<Node>, { path, value, notation }: Setting): string | null {
  if (value === null) return text;
  let depth = path.length - 1;
  while (depth > 0 && !isMap(document.getIn(path.slice(0, depth), true))) depth -= 1;
  const parent = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
  const [key, ...inner] = path.slice(depth);
  if (!isMap(parent) || typeof key !== 'string' || !inner.every((own) => typeof own === 'string'))
    return null;
  const nested = inner.reduceRight<EditedValue>((held, own) => ({ [own]: held }), value);
  const blank = parent.get(key, true) as Node | null | undefined;
  if (blank && isBlank(blank))
    return replaced(text, document, blank, { path: path.slice(0, depth + 1), value: nested, notation });
  if (parent.has(key)) return null;
  return withKey(text, parent, [key, nested], notation);
}
