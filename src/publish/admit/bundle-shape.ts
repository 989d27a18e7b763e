import { z } from 'zod';
import { bundleVersion } from '../bundle/bundle.ts';
import { calculationVersion } from '../bundle/calculation.ts';

const text = z.string().max(20_000);
const day = z.iso.date();
const optional = <T extends z.ZodType>(shape: T) => shape.nullable();
const anything = z.record(z.string(), z.unknown());

const check = z.strictObject({
  name: text,
  status: z.enum(['passed', 'failed', 'not-applicable']),
  figure: optional(z.number()),
  sentence: text,
});

const input = z.strictObject({
  source: text,
  kind: text,
  firstDay: optional(text),
  lastDay: optional(text),
  digest: text,
  rows: optional(z.number().int().nonnegative()),
});

/** `counts` is what `verify` computes `figures`, `headline` and `quality` from, and compares them with. */
const measure = z.strictObject({
  indicator: text,
  name: text,
  matrix: z.enum(['usable', 'used', 'useful', 'impactful', 'efficient']),
  method: text,
  coverage: optional(z.strictObject({ day, derived: z.boolean(), sentence: text })),
  counts: anything,
  figures: anything,
  headline: anything,
  quality: anything,
  note: z.array(text),
  evidence: z.strictObject({
    level: z.number().int().min(0).max(5),
    name: text,
    checks: z.array(check),
    raise: text,
  }),
  inputs: z.array(input),
  warnings: z.array(text),
});

/**
 * Every part of a bundle that pages read and that `verify` does not compute again: a site lets in from outside nothing
 * of another shape.
 */
export const bundleShape = z.strictObject({
  foulee: z.literal(bundleVersion),
  calculation: z.literal(calculationVersion).optional(),
  kind: z.literal('publication'),
  software: text,
  service: z.strictObject({
    id: text,
    name: text.min(1),
    organisation: optional(text),
    mission: optional(text),
  }),
  effect: z.strictObject({
    statement: text.min(1),
    domain: z.enum(['social', 'environmental', 'economic']),
    beneficiaries: optional(text),
  }),
  number: z.number().int().positive(),
  previous: optional(z.string().regex(/^[0-9a-f]{64}$/)),
  plan: z.strictObject({
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    indicators: z.array(anything),
    sources: z.record(z.string(), anything),
  }),
  publishedOn: day,
  freshness: z.strictObject({
    measuredOn: day,
    dataThrough: optional(day),
    nextDue: day,
    everyDays: z.number().int().positive(),
  }),
  disclosure: z.strictObject({
    rule: z.strictObject({ threshold: z.number().int(), largestShare: optional(z.number()) }),
    hidden: z.array(z.strictObject({ indicator: text, what: text, why: text })),
  }),
  measures: z.array(measure).min(1),
});
