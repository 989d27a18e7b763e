import { describe, expect, test } from 'vitest';
import type { Bundle, Publication } from '../bundle/bundle.ts';
import { calculationVersion } from '../bundle/calculation.ts';
import { canonicalJson } from '../bundle/canonical.ts';
import { seal } from '../bundle/seal.ts';
import { firmsRule, peopleRule } from '../disclosure/rule.ts';
import { otherWording } from '../fixtures/other-wording.ts';
import { simulatedDocument, simulatedPeople, simulatedPlan } from '../fixtures/simulated-measure.ts';
import { freeze } from '../freeze.ts';
import type { Ledger, LedgerEntry } from '../ledger/ledger.ts';
import { AdmissionRefusal } from './admission-refusal.ts';
import { admitPublication, tryAdmission } from './admit-publication.ts';

const people = simulatedPeople({ people: 900, seed: 11, days: 200, share: 0.3, channels: [5, 3] });
const plan = simulatedPlan();
const frozen = (lastDay: string, earlier: readonly Publication[] = [], rule = peopleRule) =>
  freeze({
    document: simulatedDocument(people, lastDay, plan),
    plan: plan.plan,
    rule,
    earlier,
    today: lastDay,
  });
const first = frozen('2026-05-31');
const frozenOn = (today: string) =>
  freeze({
    document: simulatedDocument(people, '2026-05-31', plan),
    plan: plan.plan,
    rule: peopleRule,
    earlier: [],
    today,
  });
const author = { actor: 'compte-1', role: 'member', at: '2026-11-27T10:00:00.000Z' };
const today = '2026-11-27';

function memory(...publications: Publication[]): Ledger & { readonly kept: LedgerEntry[] } {
  const kept: LedgerEntry[] = publications.map((publication) => ({ publication, corrections: [] }));
  return {
    kept,
    entries: async () => kept,
    async append(_service, _author, make) {
      const publication = make(kept);
      kept.push({ publication, corrections: [] });
      return publication;
    },
    correct: async () => {},
  };
}

const sealedWith = (change: Partial<Bundle>): string => canonicalJson(seal({ ...first.bundle, ...change }));

test('a publication frozen elsewhere is let in, once, as it was sealed and nothing more', async () => {
  const ledger = memory();
  const text = canonicalJson({ ...first, note: 'ajoutée' });
  const submitted = { text, service: 'boite', today };
  expect((await tryAdmission(ledger, submitted)).sha256).toBe(first.sha256);
  expect(ledger.kept).toEqual([]);
  await admitPublication(ledger, submitted, author);
  expect(ledger.kept.map(({ publication }) => canonicalJson(publication))).toEqual([canonicalJson(first)]);
  await expect(admitPublication(ledger, submitted, author)).rejects.toMatchObject({
    reason: 'already-there',
  });
  const second = frozen('2026-10-31', [first]);
  await admitPublication(ledger, { ...submitted, text: canonicalJson(second) }, author);
  expect(ledger.kept).toHaveLength(2);
});

test('one of another version that writes the same sentences is let in: all of it was computed here', async () => {
  const text = sealedWith({ software: 'foulee 0.0.9' });
  const found = await tryAdmission(memory(), { text, service: 'boite', today });
  expect(found.bundle.software).toBe('foulee 0.0.9');
});

test('nothing is added after a publication of a later version', async () => {
  const newer = seal({ ...first.bundle, calculation: calculationVersion + 1 });
  const next = seal({ ...frozen('2026-10-31', [first]).bundle, previous: newer.sha256 });
  const refused = tryAdmission(memory(newer), { text: canonicalJson(next), service: 'boite', today });
  await expect(refused).rejects.toThrow(/La publication 1 de ce service vient d’une version plus récente/);
});

describe('refused, with nothing written', () => {
  const measure = canonicalJson(first.bundle.measures[0]);
  const cases: readonly (readonly [string, string, AdmissionRefusal['reason'], RegExp])[] = [
    ['what is not JSON', 'bonjour', 'not-a-publication', /pas du JSON/],
    [
      'a list',
      `[${canonicalJson(first)},${canonicalJson(first)}]`,
      'not-a-publication',
      /pas une publication/,
    ],
    ['a measure', `{"foulee":1,"measures":[${measure}]}`, 'not-a-publication', /C’est une mesure/],
    ['null', 'null', 'not-a-publication', /pas une publication/],
    [
      'a later version',
      sealedWith({ foulee: 2 as unknown as 1 }),
      'not-a-publication',
      /version plus récente/,
    ],
    [
      'another service',
      sealedWith({ service: { ...first.bundle.service, id: 'autre' } }),
      'other-service',
      /autre service/,
    ],
    [
      'a changed sentence, sealed again',
      sealedWith({
        measures: first.bundle.measures.map((own) => ({
          ...own,
          headline: { ...own.headline, sentence: 'Tout va bien.' },
        })),
      }),
      'other-sentences',
      /modifiée.*headline.*foulee 0\.1\.0/,
    ],
    [
      'sentences said otherwise by a version that says it is another',
      sealedWith({ ...otherWording(first.bundle), software: 'foulee 0.0.9' }),
      'other-sentences',
      /autre version.*foulee 0\.0\.9/,
    ],
    [
      'a figure changed by a version that says it is another',
      sealedWith({
        software: 'foulee 0.0.9',
        measures: first.bundle.measures.map((own) => ({
          ...own,
          figures: { ...own.figures, units: 12 },
        })) as Bundle['measures'],
      }),
      'changed',
      /modifiée.*figures\.units/,
    ],
    [
      'a later calculation',
      sealedWith({ calculation: calculationVersion + 1 }),
      'not-a-publication',
      /version plus récente/,
    ],
    [
      'a changed part, not sealed again',
      canonicalJson({ ...first, bundle: { ...first.bundle, software: 'x' } }),
      'changed',
      /modifiée.*software/,
    ],
    [
      'an object where a sentence is read',
      sealedWith({ effect: { ...first.bundle.effect, statement: { a: 1 } as unknown as string } }),
      'not-a-publication',
      /partie y manque/,
    ],
    [
      'a part nobody reads',
      sealedWith({ secret: 'x' } as Partial<Bundle>),
      'not-a-publication',
      /partie y manque/,
    ],
    ['a day to come', canonicalJson(frozenOn('2027-01-01')), 'bad-day', /date à venir/],
    [
      'a figure that would never grow old',
      sealedWith({ freshness: { ...first.bundle.freshness, everyDays: 36_500 } }),
      'changed',
      /prochaine mesure/,
    ],
    [
      'a figure measured another day than it says',
      sealedWith({ freshness: { ...first.bundle.freshness, measuredOn: '2026-06-30' } }),
      'changed',
      /jour de mesure/,
    ],
    [
      'a number that does not follow',
      sealedWith({ number: 3, previous: 'ab'.repeat(32) }),
      'out-of-order',
      /la prochaine de ce service est la 1/,
    ],
    [
      'fewer people than the site lets see',
      canonicalJson(frozen('2026-05-31', [], { ...peopleRule, threshold: 5 })),
      'below-threshold',
      /pas de moins de 11/,
    ],
  ];
  test.each(cases)('%s', async (_, text, reason, sentence) => {
    const ledger = memory();
    const refused = await admitPublication(ledger, { text, service: 'boite', today }, author).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(AdmissionRefusal);
    expect(refused).toMatchObject({ reason, message: expect.stringMatching(sentence) });
    expect(ledger.kept).toEqual([]);
  });

  test('units that are firms: the threshold of firms', async () => {
    const text = canonicalJson(frozen('2026-05-31', [], firmsRule));
    expect((await tryAdmission(memory(), { text, service: 'boite', today })).bundle.number).toBe(1);
  });

  test('what gives people away beside the publication before, though it looks safe alone', async () => {
    const alone = frozen('2026-06-02');
    const text = canonicalJson(seal({ ...alone.bundle, number: 2, previous: first.sha256 }));
    const refused = tryAdmission(memory(first), { text, service: 'boite', today });
    await expect(refused).rejects.toMatchObject({ reason: 'unsafe' });
  });
});
