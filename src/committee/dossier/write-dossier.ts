import { frenchDay } from '../../platform/french/date.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { CommitteeEvidence } from '../evidence/evidence.ts';
import type { Dossier, Section } from './dossier.ts';
import type { DossierSession } from './dossier-session.ts';
import { byWaiting } from './front/by-waiting.ts';
import { lastTime } from './front/last-time.ts';
import { whatChanges } from './front/what-changes.ts';
import { whatIsAsked } from './front/what-is-asked.ts';
import { whatIsDecided } from './front/what-is-decided.ts';
import { whatIsSuggested } from './front/what-is-suggested.ts';
import { whatItCosts } from './front/what-it-costs.ts';
import { certainty } from './proofs/certainty.ts';
import { conduct } from './proofs/conduct.ts';
import { costProof } from './proofs/cost-proof.ts';
import { effectProof } from './proofs/effect-proof.ts';
import { limitsProof } from './proofs/limits-proof.ts';
import { matrixProof } from './proofs/matrix-proof.ts';
import { origins } from './proofs/origins.ts';
import { suggestionProof } from './proofs/suggestion-proof.ts';
import { unended } from './unended.ts';

export interface DossierFacts {
  readonly evidence: CommitteeEvidence;
  /** Null: a dossier on a day, outside of any committee. */
  readonly session: DossierSession | null;
  /** Of the evidence once frozen; null: a draft, which may still change. */
  readonly sha256: string | null;
}

/** The words of a dossier: pure, the same facts give the same words. */
export function writeDossier({ evidence, session, sha256 }: DossierFacts): Dossier {
  const { service, day } = evidence;
  const known = `Ce qui était connu le ${frenchDay(day)}`;
  const when =
    session === null ? 'Dossier du service' : `Dossier du comité du ${frenchDay(session.plannedOn)}`;
  return {
    title: service.name,
    subtitle: [when, ...[service.organisation, service.phase].flatMap((one) => one ?? [])].join(' · '),
    notices: noticesOf(evidence, sha256).map(typeset),
    front: [
      aim(evidence),
      ...(session === null ? [] : [lastTime(session)]),
      whatChanges(evidence),
      whatItCosts(evidence),
      whatIsSuggested(evidence),
      byWaiting(evidence),
      ...(session === null ? [] : [whatIsAsked(session)]),
      ...(session === null ? [] : [whatIsDecided(session)]),
    ],
    proofs: [
      ...effectSections(evidence),
      matrixProof(evidence),
      costProof(evidence),
      suggestionProof(evidence),
      conduct(evidence),
      limitsProof(evidence),
      origins(evidence, sha256),
    ],
    foot: { left: `${service.name} · ${known.toLowerCase()}`, hash: sha256 },
    day,
  };
}

function aim({ service, effect }: CommitteeEvidence): Section {
  const whom = effect?.beneficiaries ?? null;
  const mission = service.mission === null ? '' : ` ${unended(service.mission)}.`;
  const sought =
    effect === null
      ? 'Personne n’a encore écrit ce que ce service doit changer, ni pour qui.'
      : `${unended(effect.statement)}${whom === null ? '' : `, pour ${unended(whom)}`}.`;
  return {
    id: 'but',
    heading: 'Ce que le service veut changer',
    blocks: [{ kind: 'text', text: typeset(`${sought}${mission}`) }],
  };
}

function noticesOf({ demonstration, measure, day }: CommitteeEvidence, sha256: string | null): string[] {
  return [
    ...(demonstration === null ? [] : [demonstration]),
    ...(sha256 === null
      ? [`Ébauche : ce qui est connu au ${frenchDay(day)} n’est pas figé et peut encore changer.`]
      : []),
    ...(measure.kind === 'unpublished' ? [measure.sentence] : []),
  ];
}

/** The main figure first, then those that compare; each with how sure it is. */
function effectSections({ figures, main }: CommitteeEvidence): readonly Section[] {
  const shown = figures
    .filter(
      ({ indicator, effects, matrix }) => indicator === main || effects.length > 0 || matrix === 'impactful',
    )
    .toSorted((a, b) => Number(b.indicator === main) - Number(a.indicator === main));
  return shown.map((figure, i) => ({
    id: `effet-${i + 1}`,
    heading: typeset(figure.name),
    blocks: [...effectProof(figure), ...certainty(figure, figure.indicator === main)],
  }));
}
