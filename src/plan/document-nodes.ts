import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { DocumentPath } from './problem.ts';

export interface NodeOffsets {
  readonly key: number;
  readonly value: number;
}

/** Something a plan document may not contain, at a character of the text. */
interface NodeFault {
  readonly path: DocumentPath;
  readonly offset: number;
  readonly sentence: string;
  /** For a key written twice: where it was written first. */
  readonly firstOffset?: number;
}

export interface DocumentNodes {
  readonly data: unknown;
  /** By `JSON.stringify(path)`. */
  readonly offsets: ReadonlyMap<string, NodeOffsets>;
  readonly faults: readonly NodeFault[];
  readonly readable: boolean;
}

const mostNodes = 20_000;
const mostAliases = 200;
const deepest = 40;

/**
 * A parsed document as plain data, with the place of each value. Stops at the first thing that makes the data
 * unreadable: too many values once aliases are expanded, too deep, an unknown alias, a key that is no text.
 * Of a key written twice, the first is kept.
 */
export function readNodes(document: Document<Node, boolean>): DocumentNodes {
  const offsets = new Map<string, NodeOffsets>();
  const faults: NodeFault[] = [];
  let nodes = 0;
  let aliases = 0;
  let readable = true;

  const stop = (path: DocumentPath, offset: number, sentence: string): null => {
    if (readable) faults.push({ path, offset, sentence });
    readable = false;
    return null;
  };

  const read = (node: Node | null, path: DocumentPath, key: number): unknown => {
    if (!readable) return null;
    const at = node?.range?.[0] ?? key;
    nodes += 1;
    if (nodes > mostNodes) return stop(path, at, 'ce plan est trop grand une fois ses renvois (*) dépliés');
    if (path.length > deepest) return stop(path, at, 'trop de niveaux imbriqués ; un plan en a moins de dix');
    offsets.set(JSON.stringify(path), { key, value: at });
    if (isAlias(node)) return readAlias(node, path, key, at);
    if (isMap(node)) return readMap(node, path, at);
    if (isSeq(node)) return node.items.map((item, i) => read(item as Node | null, [...path, i], at));
    return isScalar(node) ? scalarValue(node.value, node.source) : null;
  };

  const readAlias = (alias: Alias, path: DocumentPath, key: number, at: number): unknown => {
    aliases += 1;
    if (aliases > mostAliases)
      return stop(path, at, `plus de ${mostAliases} renvois (*) ; écrivez les valeurs`);
    const target = alias.resolve(document);
    if (target) return read(target, path, key);
    const written = `*${alias.source}`;
    const advice = `mettez ce texte entre guillemets : "${written}"`;
    return stop(path, at, `« ${written} » n'est pas compris à cause de l'étoile ; ${advice}`);
  };

  const readMap = (map: YAMLMap, path: DocumentPath, at: number): unknown => {
    const entries = new Map<string, unknown>();
    const keyOffsets = new Map<string, number>();
    for (const pair of map.items) {
      const name = pair.key as Node | null;
      const offset = name?.range?.[0] ?? at;
      if (!isScalar(name) || name.value === null) {
        return stop(path, offset, 'une clé doit être un texte simple, suivi de deux-points');
      }
      const text = typeof name.value === 'string' ? name.value : (name.source ?? String(name.value));
      if (text === '__proto__') return stop(path, offset, 'la clé « __proto__ » est interdite');
      const firstOffset = keyOffsets.get(text);
      if (firstOffset !== undefined) {
        const sentence = `la clé « ${text} » est écrite deux fois ; gardez-en une`;
        faults.push({ path: [...path, text], offset, sentence, firstOffset });
        continue;
      }
      keyOffsets.set(text, offset);
      entries.set(text, read(pair.value as Node | null, [...path, text], offset));
    }
    return Object.fromEntries(entries);
  };

  const data = read(document.contents, [], 0);
  return { data, offsets, faults, readable };
}

/** Codes written as numbers (`01`, `1.0`, twenty digits) and `True` keep the text that was written. */
const scalarValue = (value: unknown, written: string | undefined): unknown =>
  (typeof value === 'number' || typeof value === 'boolean') &&
  written !== undefined &&
  String(value) !== written
    ? written
    : value;
