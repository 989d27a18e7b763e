import type { Measure, MeasureDocument } from '../../measure/measure.ts';
import type { Plan } from '../../plan/plan.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { RegistrationVerdict } from '../../portfolio/plans/registration/judge-registration.ts';
import { registrationSentences } from '../../portfolio/plans/registration/registration-sentences.ts';
import type { Registration } from '../../portfolio/plans/registration/registrations.ts';
import type { EvidenceFigure } from './evidence.ts';
import { evidenceDecision, evidenceEffect, evidenceLevel } from './figure-parts.ts';

interface Known {
  readonly document: MeasureDocument;
  /** The plan that made it, as it was saved here; null: it was not, or is no longer read. */
  readonly plan: { readonly version: number; readonly read: Plan | null } | null;
  readonly registrations: readonly Registration[];
}

/** The figures of a weekly run that nothing published yet, as a committee reads them. */
export function runFigures({ document, plan, registrations }: Known): readonly EvidenceFigure[] {
  return document.measures.map((measure): EvidenceFigure => {
    const indicator = plan?.read?.indicators.find(({ id }) => id === measure.indicator);
    const verdict = verdictOf(
      registrations.find((one) => one.indicator === measure.indicator && one.version === plan?.version),
    );
    return {
      indicator: measure.indicator,
      name: measure.name,
      matrix: measure.matrix,
      method: measure.method,
      sentence: typeset(measure.headline.sentence),
      evidence: evidenceLevel(measure.evidence),
      registration: { kind: verdict.kind, sentences: registrationSentences(verdict).map(typeset) },
      unit: unitOf(measure),
      effect: measure.headline.effect && evidenceEffect(measure.headline.effect),
      effects: measure.effects.map(evidenceEffect),
      decision: indicator === undefined ? null : evidenceDecision(decisionOf(measure), indicator),
      limits: (indicator?.limits ?? []).map(typeset),
      warnings: measure.warnings.map(({ sentence }) => typeset(sentence)),
    };
  });
}

const decisionOf = (measure: Measure) =>
  measure.method === 'follow-up' || measure.method === 'rollout' ? measure.decision : null;

function unitOf(measure: Measure): EvidenceFigure['unit'] {
  const rollout = measure.method === 'follow-up' || measure.method === 'rollout' ? measure.rollout : null;
  return rollout === null ? { unit: 'share', label: null } : { unit: rollout.unit, label: rollout.label };
}

/** Of a version of the plan, what was announced of one indicator; nothing when its method announces nothing. */
function verdictOf(registration: Registration | undefined): RegistrationVerdict {
  if (registration === undefined) return { kind: 'not-asked' };
  const { version, hash, registeredAt, lookedOn } = registration;
  const day = registeredAt.slice(0, 10);
  return lookedOn === null
    ? { kind: 'before-looking', day, version, hash, firstOutcome: null }
    : { kind: 'after-looking', day, lookedOn, hash };
}
