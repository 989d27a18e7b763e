import { expect, test } from 'vitest';
import type { Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';
import { registeredChanges, registeredPart } from './registered-part.ts';

const text = `foulee: 1
service: {id: a, name: A, mission: Aider}
effect: {statement: Des gens travaillent, domain: social, beneficiaries: tous}
sources:
  usage: {kind: events, files: u.csv, subject: id, time: jour, attributes: {bras: g}, matching_right: oui}
  embauches: {kind: outcomes, files: e.csv, subject: id, time: jour, where: {nature: cdi}, complete_through: 2026-01-31}
indicators:
  - id: embauche
    name: Embauches
    method: follow-up
    exposure: usage
    outcome: embauches
    window: {after: 1d, until: 180d}
    horizons: [90d, 180d]
    comparison: {design: randomised, arm: bras, treated: invite}
    decision: {threshold: 0.01}
    target: {value: 0.15}
    limits: [Une.]
`;

function planOf(written: string): Plan {
  const { plan, problems } = readPlan(written);
  if (plan === null) throw new Error(JSON.stringify(problems));
  return plan;
}
function partOf(written: string): string {
  const plan = planOf(written);
  const [indicator] = plan.indicators;
  return (indicator && registeredPart(indicator, plan.sources)) ?? '';
}
const with_ = (from: string, to: string) => {
  expect(text).toContain(from);
  return partOf(text.replace(from, to));
};

test.each([
  ['name: Embauches', 'name: Emplois'],
  ['limits: [Une.]', 'limits: [Une., Deux.]'],
  ['limits: [Une.]', 'sentence: {who: gens, what: travaillent}'],
  ['limits: [Une.]', 'breakdown: [bras]'],
  ['limits: [Une.]', 'owner: Nous'],
  ['complete_through: 2026-01-31', 'complete_through: 2026-06-30'],
  ['files: e.csv', 'files: ["e-*.csv"]'],
  ['subject: id, time: jour, where', 'subject: nir, time: date, where'],
  ['name: A,', 'name: B,'],
  ['decision: {threshold: 0.01}', 'decision: {threshold: 0.01, cost: 1000}'],
])('%s → %s is not part of what is announced', (from, to) => {
  expect(with_(from, to)).toBe(partOf(text));
});

test.each([
  ['horizons: [90d, 180d]', 'horizons: [90d]', ['horizons']],
  ['until: 180d', 'until: 365d', ['window']],
  ['after: 1d', 'after: 0d', ['window']],
  ['treated: invite', 'treated: temoin', ['comparison']],
  ['threshold: 0.01', 'threshold: 0.001', ['decision']],
  ['value: 0.15', 'value: 0.10', ['target']],
  ['nature: cdi', 'nature: [cdi, cdd]', ['sources.embauches']],
  ['method: follow-up', 'method: follow-up\n    baseline: 0.1', ['baseline']],
])('%s → %s is: %j', (from, to, changed) => {
  expect(registeredChanges(partOf(text), with_(from, to))).toEqual(changed);
});

test('what a publication shows of a plan is enough to compute it again', () => {
  const plan = planOf(text);
  const [indicator] = plan.indicators;
  const shown = Object.fromEntries(
    Object.entries(plan.sources).map(([name, { kind, where }]) => [name, { kind, where }]),
  );
  const published = JSON.parse(JSON.stringify({ indicator, shown }));
  expect(registeredPart(published.indicator, published.shown)).toBe(partOf(text));
});
