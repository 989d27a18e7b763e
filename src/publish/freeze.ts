import type { Measure, MeasureDocument, MeasureInput } from '../measure/measure.ts';
import { methodLines } from '../plan/describe.ts';
import type { Plan } from '../plan/plan.ts';
import { plainDuration } from '../platform/french/duration.ts';
import { Refusal } from '../platform/refusal.ts';
import { audit } from './audit.ts';
import {
  type Bundle,
  bundleVersion,
  type Hidden,
  type Publication,
  type PublishedInput,
  type PublishedMeasure,
} from './bundle/bundle.ts';
import { calculationVersion, refuseNewer } from './bundle/calculation.ts';
import { toSixDecimals } from './bundle/canonical.ts';
import { mainMeasure } from './bundle/main-measure.ts';
import { publicPlan } from './bundle/public-plan.ts';
import { qualityOf } from './bundle/quality.ts';
import { seal } from './bundle/seal.ts';
import { type DisclosureRule, maySee, ruleFor } from './disclosure/rule.ts';
import { freshnessFacts } from './freshness/freshness.ts';
import { countsOf } from './method/frozen-counts.ts';
import { readPublished } from './method/published-method.ts';
import { publicEvidence } from './public-evidence.ts';
import { publicWarnings } from './public-warnings.ts';
import { checkSameConclusion } from './rollout/same-conclusion.ts';

export interface FreezeQuestion {
  readonly document: MeasureDocument;
  readonly plan: Plan;
  readonly rule: DisclosureRule;
  /** Publications of the service so far, oldest first; withdrawn ones too, as they were public. */
  readonly earlier: readonly Publication[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * The one way from a measure to what all may see: counts in cells of enough people, every figure and sentence computed
 * again from those counts, an attack tried on the result, the whole sealed and chained to the publication before.
 * Refuses when a measure kept no counts, when too little is new for a publication to be safe, when the attack works, or
 * after a publication of a later version.
 */
export function freeze(question: FreezeQuestion): Publication {
  const { document, plan, rule, earlier, today } = question;
  for (const { bundle } of earlier) refuseNewer(bundle, `La publication ${bundle.number} de ce service`);
  const hidden: Hidden[] = [];
  const measures = document.measures.map((measure) => {
    const frozen = freezeMeasure(measure, question);
    hidden.push(...frozen.hidden);
    return frozen.published;
  });
  const head = earlier.at(-1);
  const only = measures.map(({ indicator }) => indicator);
  const bundle: Bundle = {
    foulee: bundleVersion,
    calculation: calculationVersion,
    kind: 'publication',
    software: document.software,
    service: document.service,
    effect: document.effect,
    number: (head?.bundle.number ?? 0) + 1,
    previous: head?.sha256 ?? null,
    plan: publicPlan(plan, document.plan.hash, only),
    publishedOn: today,
    freshness: freshnessFacts(
      today,
      mainMeasure(measures)?.coverage?.day ?? null,
      plan.indicators.filter(({ id }) => only.includes(id)),
    ),
    disclosure: { rule, hidden },
    measures,
  };
  const publication = seal(bundle);
  const found = audit(publication, question);
  if (found.length > 0) {
    throw new Refusal(
      'data',
      `Cette publication n’est pas faite : en recoupant ce qu’elle montre, on retrouverait un effectif de moins de ${rule.threshold} personnes (${found.join(' ; ')}).`,
      'Rien n’a été publié. Retirez un détail (breakdown) ou un horizon du plan, puis recommencez ; si cela persiste, c’est un défaut de Foulée à signaler.',
    );
  }
  return publication;
}

function freezeMeasure(
  measure: Measure,
  { plan, rule: asked, earlier }: FreezeQuestion,
): { readonly published: PublishedMeasure; readonly hidden: readonly Hidden[] } {
  const indicator = plan.indicators.find(({ id }) => id === measure.indicator);
  if (indicator === undefined) throw new TypeError(`indicator ${measure.indicator} is not in the plan`);
  const rule = ruleFor(indicator, asked);
  const before = earlier.flatMap(({ bundle }) =>
    bundle.measures.filter((own) => own.indicator === indicator.id),
  );
  const { counts, hidden } = countsOf(
    measure,
    indicator,
    rule,
    before.map((own) => own.counts),
  );
  const coverage = measure.coverage?.day ?? null;
  const exact = toSixDecimals(counts);
  const read = readPublished(exact, {
    service: plan.service.name,
    effect: plan.effect.statement,
    indicator,
    threshold: rule.threshold,
    coverage,
  });
  const { figures, headline } = read;
  if (figures.kind === 'rollout' && 'rollout' in measure && measure.rollout !== null) {
    checkSameConclusion(
      measure.name,
      { ...measure.headline, method: measure.rollout.method },
      { ...headline, method: figures.rollout.method },
    );
  }
  const evidence = read.evidence ?? toSixDecimals(publicEvidence(measure.evidence, exact, headline));
  const inputs = measure.inputs.map((input) => publicInput(input, rule));
  return {
    published: {
      indicator: measure.indicator,
      name: measure.name,
      matrix: measure.matrix,
      method: measure.method,
      coverage: measure.coverage,
      counts: exact,
      figures,
      headline,
      quality: qualityOf({ indicator, figures, headline, evidence, inputs, threshold: rule.threshold }),
      note: methodLines(plan, indicator, plainDuration),
      evidence,
      inputs,
      warnings: publicWarnings(measure.warnings),
    },
    hidden: hidden.map((own) => ({ indicator: measure.indicator, ...own })),
  };
}

const publicInput = (
  { source, kind, firstDay, lastDay, digest, rows }: MeasureInput,
  rule: DisclosureRule,
): PublishedInput => ({ source, kind, firstDay, lastDay, digest, rows: maySee(rows, rule) ? rows : null });
