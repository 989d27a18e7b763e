import type { z } from 'zod';
import { suggestDate } from './calendar-date.ts';
import { suggestDuration } from './duration.ts';
import { expectation, oneOf } from './expectation.ts';
import { nearestName } from './nearest-name.ts';
import { type DocumentPath, type Finding, placeText, valueAt } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Says in French what the schema refused in a document, each thing once. */
export function issueFindings(issues: readonly Issue[], document: unknown): Finding[] {
  const findings = issues.flatMap((issue) => fromIssue(issue, [], document));
  return withoutMisspeltMissing(findings);
}

function fromIssue(issue: Issue, base: DocumentPath, document: unknown): Finding[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(path, key, issue.message, document));
  if (issue.code === 'invalid_key')
    return [badName(path, issue.issues[0]?.message ?? issue.message, document)];
  if (issue.code === 'invalid_union' && 'discriminator' in issue && issue.discriminator !== undefined)
    return [wrongVariant(path, issue, document)];
  if (issue.code === 'invalid_union') {
    const branch = chosenBranch(issue.errors);
    if (branch) return branch.flatMap((inner) => fromIssue(inner, path, document));
  }
  return [badValue(path, issue, document)];
}

/** Weight of « this alternative of a union is not the one that was meant at all ». */
const notThisOne = 1000;

/**
 * The alternative of a union the document was most probably written for: the one with the fewest faults, unless
 * none accepts this sort of value.
 */
function chosenBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const withKindsMerged = branches.every((issues) => issues.some(isKind))
    ? branches.map(mergeKinds(branches))
    : branches;
  const weights = withKindsMerged.map((issues) => issues.reduce((sum, issue) => sum + weight(issue), 0));
  const least = Math.min(...weights);
  return least >= notThisOne ? null : (withKindsMerged[weights.indexOf(least)] ?? null);
}

/** A `kind` that no alternative knows is told with all the kinds there are. */
function mergeKinds(branches: readonly (readonly Issue[])[]): (issues: readonly Issue[]) => readonly Issue[] {
  const all = branches
    .flat()
    .flatMap((issue) => (issue.code === 'invalid_value' && isKind(issue) ? issue.values : []));
  return (issues) =>
    issues.map((issue) =>
      issue.code === 'invalid_value' && isKind(issue) ? { ...issue, values: [...new Set(all)] } : issue,
    );
}

const isKind = (issue: Issue): boolean => issue.code === 'invalid_value' && issue.path[0] === 'kind';

function weight(issue: Issue): number {
  if (issue.path.length === 0 && issue.code === 'invalid_type') return notThisOne;
  if (issue.path.length === 0 && issue.code === 'invalid_union')
    return chosenBranch(issue.errors) ? 1 : notThisOne;
  if (isKind(issue)) return 100;
  return issue.code === 'unrecognized_keys' ? issue.keys.length : 1;
}

/** The key that tells alternatives apart is missing, misspelt, or names none of them. */
function wrongVariant(path: DocumentPath, issue: Issue, document: unknown): Finding {
  const parent = path.slice(0, -1);
  const key = String(path.at(-1));
  const written = valueAt(document, parent);
  const misspelt =
    valueAt(document, path) === undefined && typeof written === 'object' && written !== null
      ? nearestName(key, Object.keys(written))
      : null;
  return misspelt === null ? badValue(path, issue, document) : unknownKey(parent, misspelt, key, document);
}

function unknownKey(path: DocumentPath, key: string, knownKeys: string, document: unknown): Finding {
  const known = knownKeys.split(' ');
  const missing = known.filter((name) => valueAt(document, [...path, name]) === undefined);
  const suggestion = nearestName(key, missing) ?? undefined;
  const place = placeText(path, document);
  const advice = suggestion
    ? `vouliez-vous dire « ${suggestion} » ?`
    : `clés possibles : ${(missing.length > 0 ? missing : known).join(', ')}`;
  return {
    path: [...path, key],
    at: 'key',
    sentence: `clé inconnue « ${shown(key)} » dans ${place} ; ${advice}`,
    expected: oneOf(known),
    suggestion,
  };
}

function badName(path: DocumentPath, expected: string, document: unknown): Finding {
  const name = String(path.at(-1));
  const acceptable = acceptableName(name);
  const suggestion = acceptable === '' || acceptable === name ? undefined : acceptable;
  const place = placeText(path.slice(0, -1), document);
  const advice = suggestion ? ` ; essayez : ${suggestion}` : '';
  return {
    path,
    at: 'key',
    sentence: `le nom « ${shown(name)} » n'est pas accepté dans ${place} ; il faut ${expected}${advice}`,
    expected,
    suggestion,
  };
}

/** A name without accents, signs or spaces, as the plan accepts them: `mes usagés` gives `mes-usages`. */
export const acceptableName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s+/g, '-');

function badValue(path: DocumentPath, issue: Issue, document: unknown): Finding {
  const value = valueAt(document, path);
  const expected =
    issue.code === 'invalid_value' && issue.values.length > 1
      ? oneOf(issue.values.map(String))
      : expectedBy(issue);
  if (value === undefined && path.length > 0) {
    const parent = placeText(path.slice(0, -1), document);
    const sentence = `il manque la clé « ${String(path.at(-1))} » dans ${parent} ; il faut ${expected}`;
    return { path, at: 'key', sentence, expected };
  }
  const suggestion = suggestionFor(value, issue, expected);
  const advice = suggestion === undefined ? '' : ` ; essayez : ${suggestion}`;
  return {
    path,
    at: 'value',
    sentence: `${placeText(path, document)} ${found(value)} ; il faut ${expected}${advice}`,
    expected,
    suggestion,
  };
}

/** A literal of one value has no message of its own in a union; everywhere else the schema's message is French. */
const expectedBy = (issue: Issue): string =>
  issue.code === 'invalid_value' && issue.message.startsWith('Invalid')
    ? oneOf(issue.values.map(String))
    : issue.message;

function suggestionFor(value: unknown, issue: Issue, expected: string): string | undefined {
  if (expected.startsWith(expectation.positiveDuration)) {
    const days = suggestDuration(value);
    return days === undefined || /^0+[dw]$/.test(days) ? undefined : days;
  }
  if (expected.startsWith(expectation.duration)) return suggestDuration(value);
  if (expected.startsWith(expectation.date) || expected === expectation.bound) return suggestDate(value);
  if (expected.startsWith(expectation.share)) return suggestShare(value);
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    return nearestName(value, issue.values.map(String)) ?? undefined;
  }
  if (issue.code === 'invalid_union' && 'options' in issue && typeof value === 'string') {
    return nearestName(value, (issue.options ?? []).map(String)) ?? undefined;
  }
  const wantsText = issue.code === 'invalid_type' && issue.expected === 'string';
  if (wantsText && (typeof value === 'number' || typeof value === 'boolean')) return `"${value}"`;
  return undefined;
}

function suggestShare(value: unknown): string | undefined {
  const percent = typeof value === 'string' ? /^(\d+(?:[.,]\d+)?)\s*%$/.exec(value.trim())?.[1] : value;
  const share = Number(typeof percent === 'string' ? percent.replace(',', '.') : percent) / 100;
  return percent !== undefined && share > 0.01 && share <= 1
    ? String(Number(share.toPrecision(6)))
    : undefined;
}

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function found(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'est vide';
  if (Array.isArray(value)) return value.length === 0 ? 'est une liste vide' : 'contient une liste';
  if (typeof value === 'object') return 'contient un ensemble de clés';
  if (typeof value === 'number') return `vaut le nombre ${value}`;
  if (typeof value === 'boolean') return `vaut ${value}`;
  return `vaut « ${shown(String(value))} »`;
}

/** A required key that is only misspelt is one thing to mend, not two. */
function withoutMisspeltMissing(findings: readonly Finding[]): Finding[] {
  const meant = new Set(
    findings
      .filter(({ suggestion, sentence }) => suggestion !== undefined && sentence.startsWith('clé inconnue'))
      .map(({ path, suggestion }) => JSON.stringify([...path.slice(0, -1), suggestion])),
  );
  return findings.filter(
    ({ path, sentence }) => !(sentence.startsWith('il manque la clé') && meant.has(JSON.stringify(path))),
  );
}
