import type { z } from 'zod';
import { buildIndicator } from './build-indicator.ts';
import { buildPlan } from './build-plan.ts';
import { buildSource } from './build-source.ts';
import { planDocument } from './document-schema.ts';
import { type DocumentText, placed, readDocumentText } from './document-text.ts';
import { checkIndicator, type KnownSources } from './indicator-checks.ts';
import { indicator as indicatorSchema } from './indicator-schema.ts';
import { acceptableName, issueFindings } from './issue-findings.ts';
import type { Plan, Source } from './plan.ts';
import { type Finding, type Problem, valueAt } from './problem.ts';
import { plainName } from './schema-parts.ts';
import { checkNames, checkSource } from './source-checks.ts';
import { source as sourceSchema } from './source-schema.ts';

export type PlanReading =
  | { readonly plan: Plan; readonly problems: readonly []; readonly locate: DocumentText['locate'] }
  | { readonly plan: null; readonly problems: readonly Problem[]; readonly locate: DocumentText['locate'] };

/**
 * Reads a plan from YAML or JSON text: the plan, or every problem found at once, in the order of the lines.
 * `locate` gives the line and column of a path of the document.
 */
export function readPlan(text: string): PlanReading {
  const source = readDocumentText(text);
  const { locate } = source;
  if (!source.readable) return { plan: null, problems: source.problems, locate };

  const root = rootFinding(source.data);
  if (root) return { plan: null, problems: [placed(root, locate)], locate };

  const parsed = planDocument.safeParse(source.data);
  const findings = [
    ...(parsed.success ? [] : issueFindings(parsed.error.issues, source.data)),
    ...crossFindings(source.data),
  ];
  const problems = [...source.problems, ...findings.map((finding) => placed(finding, locate))];
  if (!parsed.success || problems.length > 0) return { plan: null, problems: inTextOrder(problems), locate };
  return { plan: buildPlan(parsed.data), problems: [], locate };
}

function rootFinding(data: unknown): Finding | null {
  const keys = 'foulee, service, effect, sources et indicators';
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return null;
  const what =
    data === null
      ? 'le plan est vide'
      : Array.isArray(data)
        ? 'ce document est une liste, pas un plan'
        : "ce texte n'est pas un plan";
  return { path: [], at: 'value', sentence: `${what} ; il faut les clés ${keys}` };
}

/** Checks between parts, on the parts that are well formed: a fault in one source does not hide the others. */
function crossFindings(data: unknown): Finding[] {
  const sources = new Map<string, Source | null>();
  for (const [name, written] of Object.entries(recordAt(data, 'sources'))) {
    const source = partOf(sourceSchema, written);
    sources.set(name, source ? buildSource(name, source) : null);
    if (!plainName.safeParse(name).success) sources.set(acceptableName(name), null);
  }
  const indicators = valueAt(data, ['indicators']);
  return [
    ...checkNames(Object.keys(recordAt(data, 'sources')), ['sources'], 'les sources'),
    ...[...sources.values()].flatMap((source) => (source ? checkSource(source) : [])),
    ...(Array.isArray(indicators) ? indicatorFindings(indicators, sources) : []),
  ];
}

function indicatorFindings(written: readonly unknown[], sources: KnownSources): Finding[] {
  const firstRank = new Map<string, number>();
  return written.flatMap((part, index): Finding[] => {
    const duplicate: Finding[] = [];
    const id = valueAt(part, ['id']);
    if (typeof id === 'string') {
      const first = firstRank.get(id.toLowerCase());
      if (first === undefined) firstRank.set(id.toLowerCase(), index);
      else {
        const sentence = `l'identifiant « ${id} » est déjà celui de l'indicateur n° ${first + 1} ; donnez-en un autre`;
        duplicate.push({ path: ['indicators', index, 'id'], at: 'value', sentence });
      }
    }
    const indicator = partOf(indicatorSchema, part);
    if (!indicator) return duplicate;
    const keys = recordAt({ part }, 'part');
    return [...duplicate, ...checkIndicator(buildIndicator(indicator), index, sources, keys)];
  });
}

function partOf<S extends z.ZodType>(schema: S, written: unknown): z.output<S> | null {
  const parsed = schema.safeParse(written);
  return parsed.success ? parsed.data : null;
}

function recordAt(data: unknown, key: string): Readonly<Record<string, unknown>> {
  const value = valueAt(data, [key]);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function inTextOrder(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems
    .filter(({ sentence, path }) => {
      const once = `${path} ${sentence}`;
      return !seen.has(once) && seen.add(once);
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
