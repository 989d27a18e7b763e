import type { Database } from '../../platform/database/database.ts';
import type { ReviewKind } from '../../platform/database/tables/reviews.ts';
import { newId } from '../../platform/ids.ts';
import { demonstrationId } from '../../portfolio/demonstration/ensure-demonstration.ts';
import { checklists, checklistVersion, type ReviewAnswers } from '../review/checklist.ts';
import { columnsOf, currentSubjects, planSubject, publicationSubject } from '../review/subjects.ts';

/** So that the four states are seen: a plan reviewed, a publication reviewed; others have a plan alone, or nothing. */
const invented: Readonly<Record<string, ReviewKind>> = { estime: 'form', 'la-bonne-boite': 'substance' };

const said = 'relecture inventée pour la démonstration';

/** Approves, once, the plan or the last publication of some services of the demonstration, clearly as an invention. */
export async function inventReviews(
  db: Database,
  { since, at }: { readonly since: ReadonlyMap<string, string>; readonly at: string },
): Promise<void> {
  for (const [example, kind] of Object.entries(invented)) {
    const service = demonstrationId(example);
    const reviewed = await db
      .selectFrom('review')
      .select('id')
      .where('service', '=', service)
      .limit(1)
      .executeTakeFirst();
    if (!since.has(service) || reviewed !== undefined) continue;
    const number = (await currentSubjects(db, service)).find((own) => own.kind === kind)?.number;
    if (number === undefined) continue;
    const subject = await (kind === 'form' ? planSubject : publicationSubject)(db, service, number);
    if (subject === null) continue;
    await db
      .insertInto('review')
      .values({
        ...{ id: newId(), ...columnsOf(subject), plan_hash: subject.planHash },
        ...{ verdict: 'approved', checklist: checklistVersion, answers: JSON.stringify(allRight(kind)) },
        summary: `Rien à reprendre (${said}).`,
        ...{ reviewer: 'foulee', role: 'coach', organisation: said, at },
      })
      .execute();
  }
}

const allRight = (kind: ReviewKind): ReviewAnswers => ({
  items: Object.fromEntries(checklists[kind].map(({ id }) => [id, 'yes' as const])),
  dataQuality: kind === 'substance' ? '90' : null,
});
