import { LineCounter, parseDocument } from 'yaml';
import { type NodeOffsets, readNodes } from './document-nodes.ts';
import { type DocumentPath, type Finding, type Problem, pathText } from './problem.ts';
import { syntaxSentence } from './syntax-sentences.ts';

/** A document as plain data, and where each of its keys and values stands in the text. */
export interface DocumentText {
  readonly data: unknown;
  /** Places a finding; a path that is not in the text is placed at its nearest ancestor. */
  readonly locate: (path: DocumentPath, at: 'key' | 'value') => Place;
  readonly problems: readonly Problem[];
  /** Whether the data can be trusted enough to be checked further. */
  readonly readable: boolean;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

const mostCharacters = 1_000_000;
const mostSyntaxProblems = 5;

/**
 * Reads YAML or JSON text without interpreting more than a plan needs. Numbers and booleans that would not be
 * printed back as they are written (`01`, `1.0`, an identifier of twenty digits) stay text. Aliases are expanded
 * up to 20,000 values in all.
 */
export function readDocumentText(source: string): DocumentText {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const refusal = unreadable(text);
  if (refusal) return refused(refusal.sentence, placeOf(text, refusal.offset));

  const lines = new LineCounter();
  let parsed: ReturnType<typeof parseDocument>;
  try {
    parsed = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      schema: 'core',
      resolveKnownTags: false,
      uniqueKeys: false,
      logLevel: 'error',
    });
  } catch {
    return refused("ce texte n'est pas un document YAML lisible ; repartez d'un exemple", {
      line: 1,
      column: 1,
    });
  }
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const syntax = [...parsed.errors, ...parsed.warnings];
  if (syntax.length > 0) {
    const problems = syntax.map(({ code, pos }) => {
      const place = placeAt(pos[0]);
      const tabbed = /^\s*\t/.test(text.split('\n')[place.line - 1] ?? '') && code !== 'RESOURCE_EXHAUSTION';
      return problemAt(place, '', syntaxSentence(tabbed ? 'TAB_AS_INDENT' : code));
    });
    return { ...unusable, problems: oneALine(problems).slice(0, mostSyntaxProblems) };
  }
  const nodes = readNodes(parsed);
  return {
    data: nodes.data,
    locate: locator(nodes.offsets, placeAt),
    problems: nodes.faults.map(({ path, offset, sentence, firstOffset }) => {
      const first = firstOffset === undefined ? '' : ` (déjà ligne ${placeAt(firstOffset).line})`;
      return problemAt(placeAt(offset), pathText(path), `${sentence}${first}`);
    }),
    readable: nodes.readable,
  };
}

/** Turns a finding into a problem by giving it its place in the text. */
export function placed(finding: Finding, locate: DocumentText['locate']): Problem {
  const problem = problemAt(locate(finding.path, finding.at), pathText(finding.path), finding.sentence);
  return {
    ...problem,
    ...(finding.expected === undefined ? {} : { expected: finding.expected }),
    ...(finding.suggestion === undefined ? {} : { suggestion: finding.suggestion }),
  };
}

const start: Place = { line: 1, column: 1 };
const unusable = { data: undefined, locate: () => start, readable: false } as const;

const problemAt = (place: Place, path: string, sentence: string): Problem => ({ path, ...place, sentence });

const refused = (sentence: string, place: Place): DocumentText => ({
  ...unusable,
  problems: [problemAt(place, '', sentence)],
});

function oneALine(problems: readonly Problem[]): Problem[] {
  const seen = new Set<number>();
  return problems.filter(({ line }) => !seen.has(line) && seen.add(line));
}

function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function unreadable(text: string): { sentence: string; offset: number } | null {
  if (text.length > mostCharacters) {
    return {
      sentence: `ce fichier est trop grand pour être un plan (plus de ${mostCharacters.toLocaleString('fr-FR')} caractères) ; donnez le plan, pas les données`,
      offset: 0,
    };
  }
  const binary = text.indexOf('\0');
  if (binary >= 0) {
    return {
      sentence: "ce fichier n'est pas un texte en UTF-8 ; enregistrez le plan en UTF-8",
      offset: binary,
    };
  }
  const accent = text.indexOf('\uFFFD');
  if (accent >= 0) {
    return {
      sentence: "un accent est illisible : le fichier n'est pas en UTF-8 ; enregistrez-le en UTF-8",
      offset: accent,
    };
  }
  return text.trim() === '' ? { sentence: "le plan est vide ; repartez d'un exemple", offset: 0 } : null;
}

const locator =
  (offsets: ReadonlyMap<string, NodeOffsets>, placeAt: (offset: number) => Place): DocumentText['locate'] =>
  (path, at) => {
    for (let length = path.length; length >= 0; length--) {
      const found = offsets.get(JSON.stringify(path.slice(0, length)));
      if (found) return placeAt(length === path.length && at === 'value' ? found.value : found.key);
    }
    return start;
  };
