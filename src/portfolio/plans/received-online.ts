import { isMap, isScalar, parseDocument } from 'yaml';
import { readPlan } from '../../plan/read-plan.ts';

/**
 * The same plan, its sources received by the site (`arrivals: true`) instead of read from files of a machine: its team
 * then deposits files or sends rows. The rest of the text is kept byte for byte; so is all of it, when the plan could
 * not be measured so.
 */
export function receivedOnline(text: string): string {
  const sources = parseDocument(text, { logLevel: 'silent' }).get('sources', true);
  if (!isMap(sources)) return text;
  const spans = sources.items.flatMap(({ value }) => {
    const files = isMap(value)
      ? value.items.find(({ key }) => isScalar(key) && key.value === 'files')
      : undefined;
    const from = isScalar(files?.key) ? files.key.range?.[0] : undefined;
    const to = (files?.value as { range?: readonly [number, number, number] } | null | undefined)?.range?.[1];
    return from === undefined || to === undefined ? [] : [[from, to] as const];
  });
  const received = spans
    .toReversed()
    .reduce((whole, [from, to]) => `${whole.slice(0, from)}arrivals: true${whole.slice(to)}`, text);
  return readPlan(received).plan === null && readPlan(text).plan !== null ? text : received;
}
