import { stringify } from 'yaml';
import type { EditedValue } from './edit.ts';

/** How values are written in a document: JSON quotes all its keys and texts. */
export type Notation = 'yaml' | 'json';

/** Written on one line, safe within brackets too. */
export function flowText(value: EditedValue, notation: Notation): string {
  if (notation === 'json') return JSON.stringify(value);
  const options = { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 } as const;
  return stringify([value], options).trimEnd().slice(1, -1);
}

/** A key and its value, on several lines when the value has keys of its own; the first line is not indented. */
export function blockText(key: string, value: EditedValue, indent: string): string {
  const written = flowText(key, 'yaml');
  if (Array.isArray(value) && value.some(isRecord)) {
    return `${written}:${value.map((item: EditedValue) => `\n${indent}  ${itemText(item, `${indent}  `)}`).join('')}`;
  }
  if (!isRecord(value) || Object.keys(value).length === 0) {
    const said = value === null ? '' : ` ${flowText(value, 'yaml')}`;
    return `${written}:${said}`;
  }
  const deeper = `${indent}  `;
  const lines = Object.entries(value).map(([own, inner]) => `\n${deeper}${blockText(own, inner, deeper)}`);
  return `${written}:${lines.join('')}`;
}

/** An item of a list, after its dash. */
export function itemText(value: EditedValue, indent: string): string {
  if (!isRecord(value) || Object.keys(value).length === 0) return `- ${flowText(value, 'yaml')}`;
  const deeper = `${indent}  `;
  const lines = Object.entries(value).map(([key, inner]) => blockText(key, inner, deeper));
  return `- ${lines.join(`\n${deeper}`)}`;
}

export const isRecord = (value: EditedValue): value is { readonly [key: string]: EditedValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
