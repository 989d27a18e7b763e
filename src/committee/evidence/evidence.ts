import { z } from 'zod';

const day = z.iso.date();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const sentence = z.string();
const matrixRow = z.enum(['usable', 'used', 'useful', 'impactful', 'efficient']);
const level = z.literal([0, 1, 2, 3, 4, 5]);

/** What the service changes at one horizon (days), as it was published: in proportion, or in the unit of the figure. */
const effect = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('estimate'),
    horizon: z.number(),
    measure: z.enum(['difference', 'ratio']),
    estimand: z.enum(['itt', 'cace', 'ate', 'att']),
    level: z.number(),
    value: z.number(),
    lower: z.number(),
    upper: z.number(),
    standardError: z.number(),
    withService: z.number(),
    withoutService: z.number(),
  }),
  z.object({
    kind: z.literal('insufficient'),
    horizon: z.number(),
    measure: z.enum(['difference', 'ratio']),
    estimand: z.enum(['itt', 'cace', 'ate', 'att']),
    reason: z.enum(['not-enough', 'not-mature', 'not-comparable', 'not-identified']),
    sentence,
  }),
]);

/** One measured indicator: its sentence, how sure it is, and what it rests on. */
const figure = z.object({
  indicator: z.string(),
  name: z.string(),
  matrix: matrixRow,
  method: z.string(),
  sentence,
  evidence: z.object({
    level,
    name: z.string(),
    checks: z.array(
      z.object({
        name: z.string(),
        status: z.enum(['passed', 'failed', 'not-applicable']),
        sentence,
      }),
    ),
    raise: sentence,
  }),
  /** Whether it was announced before its effects were looked at. */
  registration: z.object({
    kind: z.enum(['not-asked', 'before-looking', 'changed', 'after-looking', 'never']),
    sentences: z.array(sentence),
  }),
  /** What effects are said in: points of a share of people, or the unit of the figure. */
  unit: z.object({ unit: z.enum(['share', 'value']), label: z.string().nullable() }),
  /** The effect the sentence reads; null: it compares nothing. */
  effect: effect.nullable(),
  effects: z.array(effect),
  /** What the plan had set for deciding, and what the effect means for it; null: the plan sets nothing. */
  decision: z
    .object({
      threshold: z.number().nullable(),
      valuePerOutcome: z.number().nullable(),
      probabilityPositive: z.number().nullable(),
      probabilityAboveThreshold: z.number().nullable(),
      verdict: z.enum(['too-small-to-matter', 'matters', 'cannot-tell']).nullable(),
      sentences: z.array(sentence),
      /** What waiting three more months is worth. */
      waiting: sentence.nullable(),
    })
    .nullable(),
  limits: z.array(sentence),
  warnings: z.array(sentence),
});

/** A figure the service gives of itself: evidence level 0. */
const declared = z.object({
  matrix: matrixRow,
  name: z.string(),
  sentence,
  trend: sentence.nullable(),
  day,
});

/** Where the figures come from. */
const measure = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('published'),
    sha256,
    number: z.number().int(),
    publishedOn: day,
    measuredOn: day,
    dataThrough: day.nullable(),
    software: z.string(),
    freshness: z.object({ state: z.enum(['fresh', 'due', 'stale']), sentence }),
    /** What was held back of it to protect people. */
    hidden: z.array(sentence),
  }),
  z.object({
    kind: z.literal('unpublished'),
    /** ISO week of the run. */
    week: z.string(),
    measuredOn: day,
    software: z.string(),
    sentence,
  }),
  /** Why there is none. */
  z.object({ kind: z.literal('none'), sentence }),
]);

/** What one of something costs, in euros; or why it cannot be told. */
const unitCost = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cost'),
    value: z.number(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    unit: z.string(),
    sentence,
    /** What is divided by what. */
    basis: sentence,
  }),
  z.object({
    kind: z.literal('insufficient'),
    sentence,
    /** Euros under which it cannot be. */
    atLeast: z.number().nullable(),
  }),
]);

const costs = z.object({
  /** Of the year up to that day, in euro cents. */
  budget: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('unknown'), sentence }),
    z.object({
      kind: z.literal('costs'),
      from: day,
      until: day,
      total: z.number().int(),
      /** Of the total, what was planned rather than paid. */
      forecast: z.number().int(),
      perYear: z.number().int(),
      days: z.number().int(),
      coveredDays: z.number().int(),
      lines: z.array(
        z.object({
          from: day,
          until: day,
          nature: z.string(),
          activity: z.string().nullable(),
          state: z.enum(['spent', 'forecast']),
          cents: z.number().int(),
        }),
      ),
    }),
  ]),
  perUse: unitCost,
  perUsefulUse: unitCost,
  perObservedOutcome: unitCost,
  perAdditionalOutcome: unitCost,
  /** Since the committee before, one sentence each; null: there was none. */
  moves: z
    .object({
      since: day,
      perUse: sentence,
      perUsefulUse: sentence,
      perObservedOutcome: sentence,
      perAdditionalOutcome: sentence,
    })
    .nullable(),
});

const chances = z.number().nullable();

/** What the written rule says of all this: a suggestion, never a verdict. */
const suggestion = z.object({
  /** Version of the rule. */
  rule: z.number().int(),
  answer: z.enum(['accelerate', 'continue', 'slow-down', 'stop', 'cannot-tell']),
  because: z.string(),
  words: z.string(),
  short: z.string(),
  reasons: z.array(sentence),
  whatWouldChange: z.array(sentence),
  nextStep: sentence.nullable(),
  probability: z.object({ positive: chances, aboveThreshold: chances, worthItsCost: chances }),
  /** What knowing more would be worth; or why it is not priced. */
  valueOfKnowing: z.array(sentence),
  isKnowingPriced: z.boolean(),
});

/** How regularly the team looked, over the year before. */
const runs = z.object({
  /** Weeks in which the team wrote something, and in which the machine measured. */
  done: z.number().int(),
  measured: z.number().int(),
  outOf: z.number().int(),
  streak: z.number().int(),
  lastRun: day.nullable(),
  sentence,
});

const evidenceVersion = 1;

/**
 * All that was known of a service on one day, as a committee reads it: plain JSON, frozen and hashed by `freezeEvidence`.
 * Days are `YYYY-MM-DD`; sentences are French.
 */
export const committeeEvidence = z.object({
  foulee: z.literal(evidenceVersion),
  kind: z.literal('committee-evidence'),
  day,
  service: z.object({
    id: z.string(),
    name: z.string(),
    organisation: z.string().nullable(),
    mission: z.string().nullable(),
    phase: z.string().nullable(),
  }),
  /** Said when the figures are invented or retold, as in the demonstration. */
  demonstration: sentence.nullable(),
  /** What is to be better in the world, for whom; null: nobody wrote it. */
  effect: z
    .object({
      statement: z.string(),
      domain: z.enum(['social', 'environmental', 'economic']),
      beneficiaries: z.string().nullable(),
    })
    .nullable(),
  /** The plan that made the figures, else the one saved that day; version null: it was not saved here. */
  plan: z.object({ hash: sha256, version: z.number().int().nullable(), savedOn: day.nullable() }).nullable(),
  measure,
  /** The indicator the service is known by; null: no figure. */
  main: z.string().nullable(),
  figures: z.array(figure),
  declared: z.array(declared),
  sources: z.array(
    z.object({
      source: z.string(),
      kind: z.string(),
      firstDay: day.nullable(),
      lastDay: day.nullable(),
    }),
  ),
  costs,
  suggestion,
  runs,
  /** Newest first; publications taken back are said here, and shown nowhere. */
  corrections: z.array(
    z.object({
      day,
      number: z.number().int(),
      publishedOn: day,
      kind: z.enum(['correction', 'withdrawal']),
      reason: z.string(),
    }),
  ),
});

export type CommitteeEvidence = z.infer<typeof committeeEvidence>;
export type EvidenceFigure = CommitteeEvidence['figures'][number];
