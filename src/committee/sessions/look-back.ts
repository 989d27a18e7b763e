import type { Database } from '../../platform/database/database.ts';
import { counted } from '../../platform/french/number.ts';
import { compareFigures } from './compare-figures.ts';
import type { Decision } from './decision.ts';
import { judgeObjective } from './judge-objective.ts';
import { isWithdrawn, publishedFigures } from './known-figures.ts';
import type { CommitteeSession } from './session.ts';

/** What the published figures say of a decision some months later, in French sentences, and the publication read. */
export interface LookBack {
  readonly figures: readonly string[];
  /** SHA-256; null: nothing is public. */
  readonly publication: string | null;
}

/**
 * Then and now: the published figures the committee had against those of today, the objectives it set against what is
 * known, its conditions. Only what is public is read, since a public decision shows it.
 */
export async function lookBack(
  db: Database,
  { conditions }: Pick<Decision, 'conditions'>,
  session: CommitteeSession,
  today: string,
): Promise<LookBack> {
  const { service, frozen } = session;
  if (frozen === null) return { figures: [], publication: null };
  const then = await publishedFigures(db, service, frozen.day);
  const now = await publishedFigures(db, service, today);
  const gone =
    then.publication !== null && (await isWithdrawn(db, { service, publication: then.publication }, today));
  const objectives = session.objectives.flatMap(({ text, tie, dueOn }) => {
    if (tie === null) return [];
    const known = now.figures.find(({ indicator }) => indicator === tie.indicator) ?? null;
    return [`Objectif « ${text} » : ${judgeObjective({ tie, dueOn }, known, today).word}`];
  });
  const met = conditions.filter(({ answer }) => answer?.isMet === true).length;
  const promised =
    conditions.length === 0
      ? []
      : [
          `${counted(met, 'condition remplie', 'conditions remplies')} sur ${conditions.length}, d’après l’équipe.`,
        ];
  return {
    figures: [
      ...(gone ? [takenBack] : compareFigures(then.figures, now.figures)),
      ...objectives,
      ...promised,
    ],
    publication: now.publication,
  };
}

const takenBack =
  'La publication que le comité avait sous les yeux a été retirée depuis : ses chiffres ne se comparent plus.';
