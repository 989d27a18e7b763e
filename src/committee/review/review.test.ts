import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grant } from '../../platform/accounts/roles.ts';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { createService } from '../../portfolio/create-service.ts';
import { planText } from '../../portfolio/plans/fixtures/plan-text.ts';
import { savePlanVersion } from '../../portfolio/plans/save-plan-version.ts';
import { openComments } from '../../weekly/reminders/open-comments.ts';
import { checklists, type ReviewAnswers } from './checklist.ts';
import { publishFor } from './fixtures/publish-for.ts';
import { readReviews } from './read-reviews.ts';
import { requestReview } from './request-review.ts';
import { serviceState } from './service-state.ts';
import { planSubject, publicationSubject, type ReviewSubject } from './subjects.ts';
import { teamWork } from './team-work.ts';
import { waitingReviews } from './waiting-reviews.ts';
import { replyTo, writeComment } from './write-comment.ts';
import { writeReview } from './write-review.ts';

const at = '2026-11-20T10:00:00.000Z';
const planHash = 'ab'.repeat(32);

const grant = (role: Grant['role'], place: Partial<Grant> = { organisation: 'dinum' }): Grant => ({
  role,
  service: null,
  organisation: null,
  ...place,
});
const person = (id: string, ...grants: readonly Grant[]) => ({ id, grants, siret: null });
const coach = person('coach', grant('coach'));
const writer = person('equipe', grant('member', { service: 'a' }));

const answers = (kind: 'form' | 'substance', change: ReviewAnswers['items'] = {}): ReviewAnswers => ({
  items: { ...Object.fromEntries(checklists[kind].map(({ id }) => [id, 'yes'])), ...change },
  dataQuality: kind === 'form' ? null : '90',
});
const approval = (kind: 'form' | 'substance') =>
  ({ verdict: 'approved', answers: answers(kind), summary: 'Tout se tient.' }) as const;

describe.each(testDatabases())('$name', ({ open }) => {
  let db: Database;
  let now = at;
  const context = () => ({ db, now: () => now });
  const later = () => {
    now = new Date(Date.parse(now) + 60_000).toISOString();
  };
  const subject = async (service: string, kind: 'form' | 'substance' = 'form', number = 1) => {
    const found =
      kind === 'form'
        ? await planSubject(db, service, number)
        : await publicationSubject(db, service, number);
    if (found === null) throw new Error('the test has a subject');
    return found as ReviewSubject;
  };
  const status = (doing: Promise<unknown>) =>
    doing.then(
      () => 'done',
      ({ status }: { status?: number }) => status,
    );

  beforeAll(async () => {
    db = await open();
    await db.insertInto('organisation').values({ id: 'dinum', name: 'La Dinum', other: '{}' }).execute();
    for (const id of ['a', 'b', 'c', 'd']) {
      await createService(db, { id, name: id.toUpperCase() }, { actor: 'foulee', at });
      if (id !== 'd')
        await db
          .insertInto('service_organisation')
          .values({ service_id: id, organisation_id: 'dinum', position: 0 })
          .execute();
      await savePlanVersion(db, { service: id, text: planText(id), after: 0 }, { actor: 'equipe', at });
    }
    await publishFor(db, { service: 'a', planHash, day: '2026-11-10', actor: 'key:cle-1' });
    await db
      .insertInto('account')
      .values([
        { id: 'equipe', created_at: at },
        { id: 'porteur', created_at: at },
      ])
      .execute();
    await db
      .insertInto('api_key')
      .values({
        id: 'cle-1',
        prefix: 'x',
        key_hash: 'x',
        name: 'x',
        account: 'porteur',
        service: 'a',
        organisation: null,
        created_at: at,
      })
      .execute();
  });
  afterAll(() => db.destroy());

  describe('nobody reviews their own work', () => {
    const barred: readonly (readonly [string, ReturnType<typeof person>])[] = [
      ['who wrote the plan, now a coach', person('equipe', grant('coach'))],
      ['whose API key published', person('porteur', grant('coach'))],
      [
        'a coach who is also a member of the service',
        person('x', grant('coach'), grant('member', { service: 'a' })),
      ],
      ['a coach who is also a member of the organisation', person('x', grant('coach'), grant('member'))],
      ['an administrator of the service itself', person('x', grant('administrator', { service: 'a' }))],
      ['a member', writer],
      ['a sponsor', person('x', grant('sponsor'))],
      ['a reader', person('x', grant('reader'))],
    ];
    test.each(barred)('%s is refused, for the plan and for the figure', async (_, account) => {
      for (const kind of ['form', 'substance'] as const) {
        const refused = writeReview(context(), account, await subject('a', kind), approval(kind));
        expect(await status(refused)).toBe(403);
      }
      expect((await readReviews(db, 'a')).reviews).toEqual([]);
      expect((await waitingReviews(db, account)).filter(({ service }) => service.id === 'a')).toEqual([]);
    });

    test('of an organisation that is not theirs, even the service does not exist', async () => {
      const other = person('x', grant('coach', { organisation: 'ailleurs' }));
      expect(await status(writeReview(context(), other, await subject('a'), approval('form')))).toBe(404);
    });

    const allowed: readonly (readonly [string, ReturnType<typeof person>])[] = [
      ['a coach', coach],
      ['a steward', person('garant', grant('steward'))],
      ['an administrator of the organisation', person('cheffe', grant('administrator'))],
      [
        'a coach who is a member of another service',
        person('y', grant('coach'), grant('member', { service: 'b' })),
      ],
    ];
    test.each(allowed)('%s may, and it is kept with the role and the organisation', async (_, account) => {
      later();
      await writeReview(context(), account, await subject('a'), approval('form'));
      const [last] = (await readReviews(db, 'a')).reviews;
      expect(last).toMatchObject({
        author: account.id,
        organisation: 'La Dinum',
        verdict: 'approved',
        number: 1,
      });
      const { actor, action } = await db
        .selectFrom('audit_entry')
        .select(['actor', 'action'])
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
      expect([actor, action]).toEqual([account.id, 'review.approve']);
    });
  });

  test('an unfinished checklist, an approval its answers contradict, a text that names someone: all refused', async () => {
    const about = await subject('b');
    const full = approval('form');
    const { effect: _, ...short } = full.answers.items;
    const tries = [
      { ...full, answers: { ...full.answers, items: short } },
      { ...full, answers: answers('form', { effect: 'not-applicable' }) },
      { ...full, answers: answers('form', { limits: 'no' }) },
      { ...full, summary: ' ' },
      { ...full, summary: 'Appelez Anne au 06 12 34 56 78.' },
    ];
    for (const tried of tries) expect(await status(writeReview(context(), coach, about, tried))).toBe(422);
    expect((await readReviews(db, 'b')).reviews).toEqual([]);
    const asked = { ...full, verdict: 'changes', answers: answers('form', { limits: 'no' }) } as const;
    expect(await status(writeReview(context(), coach, about, asked))).toBe('done');
    expect(await teamWork(db, 'b')).toMatchObject({ openComments: 0, changesAsked: [{ number: 1 }] });
  });

  test('a figure whose data are right one time in ten cannot be validated; right nine times in ten, it can', async () => {
    const figure = await subject('a', 'substance');
    const graded = (dataQuality: ReviewAnswers['dataQuality']) => ({
      ...approval('substance'),
      answers: { ...answers('substance'), dataQuality },
    });
    expect(await status(writeReview(context(), coach, figure, graded('10')))).toBe(422);
    expect(await status(writeReview(context(), coach, figure, graded(null)))).toBe(422);
    expect(await status(writeReview(context(), coach, figure, graded('90')))).toBe('done');
    expect(await serviceState(db, 'a')).toMatchObject({
      state: 'substance-validated',
      review: { role: 'coach', organisation: 'La Dinum', number: 1 },
    });
  });

  test('a version that another followed is no longer reviewed', async () => {
    const old = await subject('b');
    await savePlanVersion(db, { service: 'b', text: planText('b', 180), after: 1 }, { actor: 'equipe', at });
    expect(await status(writeReview(context(), coach, old, approval('form')))).toBe(409);
    expect(await teamWork(db, 'b')).toEqual({ openComments: 0, changesAsked: [] });
  });

  test('a comment on a line is answered, closed, opened again; the line is kept as it was written', async () => {
    const about = await subject('b', 'form', 2);
    await writeComment(context(), coach, about, { place: '4', text: 'Embauchés combien de temps ?' });
    for (const place of ['0', '9999', '-1', 'quatre', '4.5'])
      expect(await status(writeComment(context(), coach, about, { place, text: 'x' }))).toBe(422);
    const [thread] = (await readReviews(db, 'b')).threads;
    expect(thread).toMatchObject({
      line: 4,
      quoted: "  statement: Des demandeurs d'emploi sont embauchés.",
      isOpen: true,
    });
    const team = person('equipe', grant('member', { service: 'b' }));
    const answer = (kind: 'reply' | 'resolved' | 'reopened', text = '') =>
      replyTo(context(), team, { service: 'b', comment: thread?.id ?? '', kind, text });
    await answer('reply', 'Plus d’un mois : ajouté.');
    expect(await status(answer('reply'))).toBe(422);
    const open = async () => [(await teamWork(db, 'b')).openComments, await openComments(db, 'b')];
    expect(await open()).toEqual([1, 1]);
    await answer('resolved');
    await answer('resolved');
    expect(await open()).toEqual([0, 0]);
    await answer('reopened', 'Pas tout à fait.');
    expect(await open()).toEqual([1, 1]);
    const [again] = (await readReviews(db, 'b')).threads;
    expect([again?.isOpen, again?.replies.map(({ kind }) => kind)]).toEqual([
      true,
      ['reply', 'resolved', 'reopened'],
    ]);
    const stranger = person('x', grant('sponsor'));
    const said = replyTo(context(), stranger, {
      service: 'b',
      comment: thread?.id ?? '',
      kind: 'resolved',
      text: '',
    });
    expect(await status(said)).toBe(403);
    const elsewhere = { service: 'c', comment: thread?.id ?? '', kind: 'resolved', text: '' } as const;
    expect(await status(replyTo(context(), coach, elsewhere))).toBe(404);
  });

  test('a comment on the sentence of a publication quotes it', async () => {
    await writeComment(context(), coach, await subject('a', 'substance'), {
      place: 'hired.sentence',
      text: 'Dire combien ne sont pas suivis.',
    });
    const thread = (await readReviews(db, 'a')).threads.at(-1);
    expect(thread).toMatchObject({ kind: 'substance', number: 1, indicator: 'hired', part: 'sentence' });
    expect(thread?.quoted).toContain('Sur 100');
    const wrong = { place: 'hired.secret', text: 'x' };
    expect(await status(writeComment(context(), coach, await subject('a', 'substance'), wrong))).toBe(422);
  });

  test('what waits for a coach: what is asked for first, nothing of another organisation', async () => {
    const waiting = async () =>
      (await waitingReviews(db, coach)).map(({ service, kind, number, reason }) => [
        service.id,
        kind,
        number,
        reason,
      ]);
    expect(await waiting()).toEqual([
      ['b', 'form', 2, 'new'],
      ['c', 'form', 1, 'new'],
    ]);
    later();
    const team = person('equipe', grant('member', { service: 'c' }));
    const ask = async () => requestReview(context(), team, await subject('c'), 'Surtout la comparaison.');
    expect(await status(requestReview(context(), coach, await subject('c'), ''))).toBe(403);
    await ask();
    expect(await status(ask())).toBe(409);
    expect((await readReviews(db, 'c')).requests).toMatchObject([
      { note: 'Surtout la comparaison.', number: 1 },
    ]);
    expect((await waiting())[0]).toEqual(['c', 'form', 1, 'asked']);
    later();
    await writeReview(context(), coach, await subject('c'), approval('form'));
    expect(await waiting()).toEqual([['b', 'form', 2, 'new']]);
    later();
    await savePlanVersion(db, { service: 'c', text: planText('c', 180), after: 1 }, { actor: 'equipe', at });
    expect((await waiting())[0]).toEqual(['c', 'form', 2, 'lapsed']);
    expect(await waitingReviews(db, person('x', grant('sponsor')))).toEqual([]);
  });
});
