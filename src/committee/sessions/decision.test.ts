import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import { serviceMadeKnown } from '../evidence/fixtures/known-service.ts';
import { gatherEvidence } from '../evidence/gather-evidence.ts';
import { answerCondition } from './answer-condition.ts';
import { committeeNotices } from './committee-notices.ts';
import { completeDecision } from './complete-decision.ts';
import { freezeSession } from './freeze-session.ts';
import { lookBack } from './look-back.ts';
import { addObjective } from './objectives.ts';
import { prepareSession } from './prepare-session.ts';
import { readDecisions } from './read-decisions.ts';
import { sayResult } from './results.ts';
import { type CommitteeSession, listSessions, readSession } from './session.ts';
import { type NewDecision, takeDecision } from './take-decision.ts';
import { writeCheck } from './write-check.ts';

const member = (day: string) => ({ actor: 'compte-1', role: 'member', at: `${day}T09:00:00.000Z` });
const sponsor = (day: string) => ({ actor: 'compte-2', role: 'sponsor', at: `${day}T15:00:00.000Z` });
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const provisional: NewDecision = {
  kind: 'provisional',
  reason: 'L’effet est là, son coût n’est pas connu.',
  amount: 30_000,
  moneyUntil: '2026-11-10',
  isPublic: false,
  decidedOn: '2026-09-15',
  grid: {
    objectives: { score: null, reason: null },
    cost: { score: 1, reason: 'Inconnu.' },
    next: { score: 4, reason: 'Ils disent ce qui change.' },
    drive: { score: 5, reason: null },
  },
  conditions: [{ text: 'Le coût d’une embauche de plus', dueOn: '2026-11-01' }],
};

describe.each(testDatabases())(
  'a committee from its preparation to what became of it, on $name',
  ({ open }) => {
    let db: Database;
    let first: string;
    let service: Awaited<ReturnType<typeof serviceMadeKnown>>;
    const session = async (id: string): Promise<CommitteeSession> => {
      const read = await readSession(db, 'boite', id);
      if (read === null) throw new Error('the committee must be there');
      return read;
    };
    const only = async () => {
      const [decision] = await readDecisions(db, ['boite']);
      if (decision === undefined) throw new Error('a decision must be there');
      return decision;
    };
    const notices = async (day: string) =>
      (await committeeNotices(db, 'boite', day)).map(({ kind, sentence }) => `${kind} ${plain(sentence)}`);
    beforeAll(async () => {
      db = await open();
      service = await serviceMadeKnown(db);
      await service.publish('2026-08-31', '2026-09-07');
      first = await prepareSession(
        db,
        'boite',
        { plannedOn: '2026-09-14', moneyEndsOn: '2026-09-30', question: 'Continuer six mois ?' },
        member('2026-08-20'),
      );
      const own = { service: 'boite', id: first };
      const tie = { indicator: 'hired', direction: 'at-least', target: -0.05 } as const;
      await addObjective(
        db,
        own,
        { text: 'Aucun effet contraire', dueOn: '2026-11-01', tie },
        member('2026-08-21'),
      );
      await addObjective(
        db,
        own,
        { text: 'Deux régions de plus', dueOn: '2026-11-01', tie: null },
        member('2026-08-21'),
      );
    }, 60_000);
    afterAll(() => db.destroy());

    test('it is said to be prepared a month before the money ends, not before', async () => {
      expect(await notices('2026-08-29')).toEqual([]);
      expect(await notices('2026-08-30')).toEqual([
        'prepare Le comité du 14 septembre 2026 est à préparer ; l’argent s’arrête le 30 septembre 2026.',
      ]);
    });

    test('nothing is decided before the evidence is frozen; frozen twice, the second is refused', async () => {
      await expect(
        takeDecision(db, await session(first), provisional, {
          author: sponsor('2026-09-15'),
          today: '2026-09-15',
        }),
      ).rejects.toThrow(/d’abord figer/);
      const before = await session(first);
      await freezeSession(db, before, await gatherEvidence(db, 'boite', '2026-09-10'), member('2026-09-10'));
      await expect(
        freezeSession(db, before, await gatherEvidence(db, 'boite', '2026-09-11'), member('2026-09-11')),
      ).rejects.toThrow(/ne changent plus/);
      expect((await session(first)).frozen).toMatchObject({ day: '2026-09-10', sha256: /^[0-9a-f]{64}$/ });
      expect(await notices('2026-09-14')).toEqual([
        'decide Le comité du 14 septembre 2026 n’a pas encore de décision écrite.',
      ]);
    });

    test.each([
      ['a day to come', { decidedOn: '2026-09-16' }, /pas encore venu/],
      ['before the freeze', { decidedOn: '2026-09-09' }, /n’aient été figées/],
      ['money that ends first', { moneyUntil: '2026-09-15' }, /ne soit prise/],
      ['three months of proof', { moneyUntil: '2026-12-15' }, /un ou deux mois/],
      ['no end to the proof', { moneyUntil: null }, /un ou deux mois/],
      ['no proof', { conditions: [] }, /aucune n’est écrite/],
      ['a late proof', { conditions: [{ text: 'x', dueOn: '2026-11-11' }] }, /après la fin du délai/],
      [
        'a condition already due',
        { conditions: [{ text: 'x', dueOn: '2026-09-15' }] },
        /Une condition serait/,
      ],
    ] as const)('%s is refused, and nothing is kept', async (_, wrong, says) => {
      await expect(
        takeDecision(
          db,
          await session(first),
          { ...provisional, ...wrong },
          {
            author: sponsor('2026-09-15'),
            today: '2026-09-15',
          },
        ),
      ).rejects.toThrow(says);
      expect(await readDecisions(db, ['boite'])).toEqual([]);
    });

    test('a decision is tied to the frozen evidence, plans the next committee, and is taken once', async () => {
      const { frozen } = await session(first);
      const undecided = await session(first);
      const by = { author: sponsor('2026-09-15'), today: '2026-09-15' };
      const both = await Promise.allSettled([1, 2].map(() => takeDecision(db, undecided, provisional, by)));
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const decision = await only();
      expect(decision).toMatchObject({
        kind: 'provisional',
        grid: provisional.grid,
        isPublic: false,
        evidence: {
          sha256: frozen?.sha256,
          day: '2026-09-10',
          publication: { number: 1, day: '2026-09-07' },
        },
        conditions: [
          { text: 'Le coût d’une embauche de plus', dueOn: '2026-11-01', isProof: true, answer: null },
        ],
      });
      expect(decision.evidence.sentence).toMatch(/sur 100|de plus|données/);
      const [next] = await listSessions(db, 'boite');
      expect(next).toMatchObject({ plannedOn: '2026-11-01', moneyEndsOn: '2026-11-10', frozenOn: null });
      await expect(
        takeDecision(db, { ...(await session(first)), decision: null }, provisional, {
          author: sponsor('2026-09-15'),
          today: '2026-09-15',
        }),
      ).rejects.toThrow(/ne change plus/);
      expect(await listSessions(db, 'boite')).toHaveLength(2);
    });

    test('its condition is recalled, then late, then answered; the last word stands', async () => {
      expect(await notices('2026-10-01')).toEqual([]);
      expect((await notices('2026-10-18'))[0]).toBe(
        'condition La preuve demandée par le comité est à apporter d’ici le 1er novembre 2026 : Le coût d’une embauche de plus',
      );
      expect((await notices('2026-11-02'))[0]).toMatch(/^late .* en retard depuis le 1er novembre 2026/);
      const [condition] = (await only()).conditions;
      const answer = { condition: condition?.id ?? '', isMet: false, word: 'Pas de budget écrit.' };
      await answerCondition(db, 'boite', answer, member('2026-11-02'));
      await answerCondition(
        db,
        'boite',
        { ...answer, isMet: true, word: 'Budget écrit.' },
        member('2026-11-03'),
      );
      expect((await only()).conditions[0]?.answer).toMatchObject({ isMet: true, word: 'Budget écrit.' });
      expect((await notices('2026-11-04')).filter((notice) => notice.startsWith('late'))).toEqual([]);
      await expect(answerCondition(db, 'autre', answer, member('2026-11-02'))).rejects.toThrow(
        /n’existe pas/,
      );
    });

    test('the next committee has the last objectives: words said by the team, figures judged when frozen', async () => {
      const [next] = await listSessions(db, 'boite');
      const before = await session(next?.id ?? '');
      expect(before.previous?.session).toBe(first);
      const evidence = await gatherEvidence(db, 'boite', '2026-11-05');
      await expect(freezeSession(db, before, evidence, member('2026-11-05'))).rejects.toThrow(
        /pas encore de résultat/,
      );
      const [tied, told] = before.lastObjectives;
      const own = { service: 'boite', id: before.id, last: before.lastObjectives };
      const said = { objective: told?.id ?? '', verdict: 'partly', word: 'Une sur deux.' } as const;
      await sayResult(db, own, said, member('2026-11-05'));
      await expect(
        sayResult(db, own, { ...said, objective: tied?.id ?? '' }, member('2026-11-05')),
      ).rejects.toThrow(/n’existe pas/);
      await freezeSession(db, await session(before.id), evidence, member('2026-11-05'));
      const { lastObjectives } = await session(before.id);
      expect(lastObjectives[0]?.result).toMatchObject({ isComputed: true, verdict: 'reached' });
      expect(lastObjectives[1]?.result).toMatchObject({ isComputed: false, verdict: 'partly' });
    });

    test('six months later: the figures then and now, the objectives, the conditions, and a word', async () => {
      const later = await service.publish('2026-10-31', '2026-11-09');
      const decision = await only();
      expect(await notices('2027-03-15')).toContain(
        'check Six mois ont passé depuis la décision du 15 septembre 2026 : dites ce qu’elle a donné.',
      );
      const found = await lookBack(db, decision, await session(first), '2027-03-16');
      expect(found.figures.map(plain)).toEqual([
        expect.stringMatching(
          /^Embauches\. .* dans les six mois, au lieu de .* le jour du comité : pas de changement net/,
        ),
        expect.stringMatching(/^Objectif « Aucun effet contraire » : .* il est atteint/),
        '1 condition remplie sur 1, d’après l’équipe.',
      ]);
      expect(found.publication).toBe(later.sha256);
      const said = { verdict: 'as-hoped', word: 'Le coût est connu.', found } as const;
      await expect(
        writeCheck(db, decision, said, { author: member('2026-12-01'), today: '2026-12-01' }),
      ).rejects.toThrow(/ce moment n’est pas venu/);
      await writeCheck(db, decision, said, { author: member('2027-03-16'), today: '2027-03-16' });
      expect((await only()).checks).toMatchObject([
        { months: 6, verdict: 'as-hoped', figures: found.figures },
      ]);
      expect((await notices('2027-03-16')).filter((notice) => notice.startsWith('check'))).toEqual([]);
    });

    test('a publication taken back since is compared with nothing', async () => {
      await service.withdraw(1, '2027-04-01', 'Le registre était incomplet.');
      const { figures } = await lookBack(db, await only(), await session(first), '2027-04-02');
      expect(figures[0]).toMatch(/a été retirée depuis/);
      expect(figures.join(' ')).not.toContain('Embauches.');
    });

    test('it is made public with a reason, once; a correction stands beside it', async () => {
      const decision = await only();
      await completeDecision(
        db,
        decision,
        { kind: 'correction', text: 'Le délai était de 56 jours.' },
        sponsor('2026-11-06'),
      );
      await completeDecision(
        db,
        decision,
        { kind: 'made-public', text: 'Le comité l’a voulu.' },
        sponsor('2026-11-07'),
      );
      const now = await only();
      expect(now).toMatchObject({ isPublic: true, reason: provisional.reason });
      expect(now.entries.map(({ kind }) => kind)).toEqual(['correction', 'made-public']);
      await expect(
        completeDecision(db, now, { kind: 'made-public', text: 'Encore.' }, sponsor('2026-11-08')),
      ).rejects.toThrow(/page publique/);
    });

    test('the database itself refuses to change anything of it', async () => {
      const before = await only();
      for (const table of [
        'committee_decision',
        'committee_condition',
        'committee_condition_answer',
        'committee_decision_entry',
        'committee_check',
      ]) {
        await expect(sql.raw(`delete from ${table}`).execute(db), table).rejects.toThrow(/never changes/);
        await expect(sql.raw(`truncate ${table} cascade`).execute(db), table).rejects.toThrow(
          /never changes/,
        );
      }
      await expect(sql`update committee_decision set is_public = false`.execute(db)).rejects.toThrow(/never/);
      await expect(sql`update committee_condition_answer set is_met = false`.execute(db)).rejects.toThrow(
        /never/,
      );
      expect(await only()).toEqual(before);
    });
  },
);
