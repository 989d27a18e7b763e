import { typeset } from '../../platform/french/typography.ts';
import { judgeRegistration } from '../../portfolio/plans/registration/judge-registration.ts';
import { registrationSentences } from '../../portfolio/plans/registration/registration-sentences.ts';
import type { Registration } from '../../portfolio/plans/registration/registrations.ts';
import type { Publication } from '../../publish/bundle/bundle.ts';
import { effectUnit } from '../../publish/bundle/effect-unit.ts';
import { publishedDecision } from '../../publish/method/published-decision.ts';
import type { EvidenceFigure } from './evidence.ts';
import { evidenceDecision, evidenceEffect, evidenceLevel } from './figure-parts.ts';

interface Known {
  readonly publication: Publication;
  /** Every one of the service known that day, whatever became of it since. */
  readonly publications: readonly Publication[];
  readonly registrations: readonly Registration[];
}

/** The figures of a publication, as a committee reads them. */
export function publishedFigures(known: Known): readonly EvidenceFigure[] {
  const { plan, measures } = known.publication.bundle;
  return measures.map((measure): EvidenceFigure => {
    const { figures, headline, indicator: id } = measure;
    const indicator = plan.indicators.find((own) => own.id === id);
    const verdict = judgeRegistration({ indicator: id, ...known });
    const { unit, label } = effectUnit(figures);
    return {
      indicator: id,
      name: measure.name,
      matrix: measure.matrix,
      method: measure.method,
      sentence: typeset(headline.sentence),
      evidence: evidenceLevel(measure.evidence),
      registration: { kind: verdict.kind, sentences: registrationSentences(verdict).map(typeset) },
      unit: { unit, label },
      effect: headline.effect && evidenceEffect(headline.effect),
      effects: figures.kind === 'figures' ? [] : figures.effects.map(evidenceEffect),
      decision:
        indicator === undefined ? null : evidenceDecision(publishedDecision(measure, indicator), indicator),
      limits: (indicator?.limits ?? []).map(typeset),
      warnings: measure.warnings.map(typeset),
    };
  });
}
