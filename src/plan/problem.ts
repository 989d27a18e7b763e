/** One thing to mend in a plan document. Lines and columns count from 1. */
export interface Problem {
  /** Where in the document: `sources.usage.subject`, `indicators[0].window.until`; empty for the whole document. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** In French, complete by itself once the line is said: « ligne 12 : » goes before it. */
  readonly sentence: string;
  /** What was expected there, in French. */
  readonly expected?: string;
  /** What to write instead, ready to paste. */
  readonly suggestion?: string;
}

/** A problem before its place in the text is known. `at` says whether its key or its value is at fault. */
export interface Finding {
  readonly path: DocumentPath;
  readonly at: 'key' | 'value';
  readonly sentence: string;
  readonly expected?: string | undefined;
  readonly suggestion?: string | undefined;
}

export type DocumentPath = readonly (string | number)[];

/** `['indicators', 0, 'window']` gives `indicators[0].window`; keys that are no plain word are quoted. */
export function pathText(path: DocumentPath): string {
  return path
    .map((step, i) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step)) return `[${JSON.stringify(step)}]`;
      return i === 0 ? step : `.${step}`;
    })
    .join('');
}

/** The same place as a person names it: an indicator by its identifier rather than by its rank. */
export function placeText(path: DocumentPath, document: unknown): string {
  const [first, rank, ...rest] = path;
  if (first !== 'indicators' || typeof rank !== 'number') return pathText(path) || 'le plan';
  const id = valueAt(document, ['indicators', rank, 'id']);
  const name = typeof id === 'string' && id !== '' ? `l'indicateur « ${id} »` : `l'indicateur n° ${rank + 1}`;
  return rest.length === 0 ? name : `${pathText(rest)} de ${name}`;
}

/** The value at a path of plain data, or `undefined` when nothing is there. */
export function valueAt(data: unknown, path: DocumentPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The path a `pathText` stands for. */
export function pathFromText(text: string): DocumentPath {
  return [...text.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g)].map(([, rank, quoted, word]) =>
    rank !== undefined ? Number(rank) : quoted !== undefined ? (JSON.parse(quoted) as string) : (word ?? ''),
  );
}
