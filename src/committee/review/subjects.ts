import type { Kysely } from 'kysely';
import type { Schema } from '../../platform/database/schema.ts';
import { latestVersion, planVersion } from '../../portfolio/plans/plan-version.ts';
import type { Publication } from '../../publish/bundle/bundle.ts';
import { sha256 } from '../../publish/bundle/canonical.ts';
import { DamagedPublication, keptPublication } from '../../publish/ledger/kept-publication.ts';

/** What is reviewed: a version of the plan, for its form, or a publication, for its substance. */
export type ReviewSubject = PlanSubject | PublicationSubject;

export interface PlanSubject {
  readonly kind: 'form';
  readonly service: string;
  /** Of the version. */
  readonly number: number;
  readonly planHash: string;
  /** When it was saved, ISO 8601. */
  readonly at: string;
  readonly text: string;
  /** The number of the last version. */
  readonly latest: number;
}

export interface PublicationSubject {
  readonly kind: 'substance';
  readonly service: string;
  readonly number: number;
  readonly planHash: string;
  /** When it was published, ISO 8601. */
  readonly at: string;
  readonly publication: Publication;
}

/** A version of the plan of a service; null when there is none of that number. */
export async function planSubject(
  db: Kysely<Schema>,
  service: string,
  number: number,
): Promise<PlanSubject | null> {
  const version = await planVersion(db, service, number);
  if (version === null) return null;
  const { hash, savedAt, text } = version;
  const latest = (await latestVersion(db, service))?.version ?? number;
  return { kind: 'form', service, number, planHash: hash, at: savedAt, text, latest };
}

/** A publication of a service that stands; null when there is none of that number, or it was withdrawn. */
export async function publicationSubject(
  db: Kysely<Schema>,
  service: string,
  number: number,
): Promise<PublicationSubject | null> {
  const row = await standing(db, service).select('document').where('number', '=', number).executeTakeFirst();
  if (row === undefined) return null;
  const publication = keptPublication(row.document);
  if (publication === null || sha256(publication.bundle) !== publication.sha256)
    throw new DamagedPublication(service, number);
  const planHash = publication.bundle.plan.hash;
  return { kind: 'substance', service, number, planHash, at: row.published_at, publication };
}

/** Its publications that stand, with their number and when they were published. */
const standing = (db: Kysely<Schema>, service: string) =>
  db
    .selectFrom('publication')
    .select(['publication.number', 'published_at'])
    .where('service', '=', service)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('correction')
            .select('id')
            .whereRef('correction.publication', '=', 'publication.sha256')
            .where('correction.kind', '=', 'withdrawal'),
        ),
      ),
    );

/** What can be reviewed today. */
export type CurrentSubject = Pick<ReviewSubject, 'kind' | 'number' | 'at'>;

/** The last version of the plan of a service, then its last publication that stands: what there is of them. */
export async function currentSubjects(
  db: Kysely<Schema>,
  service: string,
): Promise<readonly CurrentSubject[]> {
  const version = await latestVersion(db, service);
  const published = await standing(db, service).orderBy('number', 'desc').limit(1).executeTakeFirst();
  const current: CurrentSubject[] = [];
  if (version !== null) current.push({ kind: 'form', number: version.version, at: version.savedAt });
  if (published !== undefined)
    current.push({ kind: 'substance', number: published.number, at: published.published_at });
  return current;
}

/** The columns in which a review, a comment or a request says what it is about. */
export const columnsOf = (subject: ReviewSubject) =>
  subject.kind === 'form'
    ? { service: subject.service, kind: subject.kind, plan_version: subject.number, publication: null }
    : {
        service: subject.service,
        kind: subject.kind,
        plan_version: null,
        publication: subject.publication.sha256,
      };
