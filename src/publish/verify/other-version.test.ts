import { describe, expect, test } from 'vitest';
import type { Bundle, Publication } from '../bundle/bundle.ts';
import { calculationVersion } from '../bundle/calculation.ts';
import { canonicalJson } from '../bundle/canonical.ts';
import { seal } from '../bundle/seal.ts';
import { peopleRule } from '../disclosure/rule.ts';
import { changed } from '../fixtures/one-change.ts';
import { byOtherVersion, otherWording, thisVersion as today } from '../fixtures/other-wording.ts';
import {
  randomisedComparison,
  simulatedDocument,
  simulatedPeople,
  simulatedPlan,
} from '../fixtures/simulated-measure.ts';
import { rolloutDocument, rolloutPlan, simulatedPanel } from '../fixtures/simulated-rollout.ts';
import { freeze } from '../freeze.ts';
import { readPublications } from './read-publication.ts';
import { type Verifier, verify } from './verify.ts';
import { verifyAll } from './verify-all.ts';

const people = simulatedPeople({ people: 1500, seed: 4, days: 200, share: 0.3, channels: [5, 3] });
const publish = (
  plan: ReturnType<typeof simulatedPlan>,
  lastDay: string,
  earlier: readonly Publication[] = [],
) =>
  freeze({
    document: simulatedDocument(people, lastDay, plan),
    plan: plan.plan,
    rule: peopleRule,
    earlier,
    today: lastDay,
  });
const followed = simulatedPlan();
const compared = simulatedPlan(randomisedComparison);
const fresh = publish(followed, '2026-07-31');
const drawn = publish(compared, '2026-07-31');

const later: Verifier = { ...today, calculation: calculationVersion + 1 };

/** As a version before this one would have published it, sealed. */
const older = (bundle: Bundle, change: Partial<Bundle> = {}): Publication =>
  seal({ ...bundle, software: 'foulee 0.0.9', ...change });
const headlineOf = ({ bundle }: Publication): string => bundle.measures[0]?.headline.sentence ?? '';
const headline = ['bundle', 'measures', '0', 'headline', 'sentence'];
const saying = (publication: Publication, sentence: (own: string) => string): Bundle =>
  changed(publication, headline, (own) => sentence(String(own))).bundle;
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');

describe('a publication of another version', () => {
  test('one sentence said otherwise: its figures are the same, and what was checked is said', () => {
    const publication = older(saying(fresh, (own) => own.replace(/^Sur/, 'Parmi')));
    expect(headlineOf(publication)).not.toBe(headlineOf(fresh));
    expect(verify(publication, today)).toMatchObject({ verdict: 'same', sentences: 'sealed', added: 0 });
    const { same, sentences } = verifyAll([publication], today);
    expect(same).toBe(true);
    const figures = verify(publication, today);
    expect(sentences.map(plain)).toEqual([
      `La Boite, publication 1 du 31 juillet 2026 : chiffres identiques. ${figures.verdict === 'same' ? figures.figures : 0} nombres recalculés à partir des effectifs publiés, tous égaux au chiffre près. Empreinte ${publication.sha256.slice(0, 12)}…, celle du contenu. Les phrases ont été écrites par foulee 0.0.9 ; les chiffres sont recalculés à l’identique. foulee 0.1.0 les écrirait autrement : les nombres de la phrase principale et de la précision ont été retrouvés, les mots n’ont pas été vérifiés. Pour les vérifier, comparez l’empreinte à celle de la page de la publication, ou relancez avec foulee 0.0.9.`,
      'N’est pas recalculé : les effectifs eux-mêmes, les contrôles du niveau de preuve qui lisent des données non publiques, la méthode, les sources et les avertissements. Seule l’empreinte les protège : comparez-la à celle que montre la page de la publication.',
    ]);
  });

  test('the same sentences: they are checked as those of this version', () => {
    expect(verify(older(fresh.bundle), today)).toMatchObject({ verdict: 'same', sentences: 'rewritten' });
  });

  const panel = rolloutPlan();
  const rollout = freeze({
    document: rolloutDocument(
      simulatedPanel({ seed: 3, people: Array.from({ length: 12 }, () => 300), effect: 0.1 }),
      panel,
    ),
    plan: panel.plan,
    rule: peopleRule,
    earlier: [],
    today: '2026-11-23',
  });
  test.each([
    ['people followed', fresh],
    ['a draw', drawn],
    ['territories', rollout],
  ])('of %s: every sentence may be said otherwise', (_, publication) => {
    const bundle = otherWording(publication.bundle);
    expect(bundle.measures[0]?.quality.limits).toMatch(/^Autrement dit/);
    expect(verify(byOtherVersion(publication), today)).toMatchObject({
      verdict: 'same',
      sentences: 'sealed',
    });
    expect(verify(seal(bundle), today)).toMatchObject({ verdict: 'changed', why: 'sentence' });
  });

  test('a number changed in a sentence is refused, and named; said out of more people it is the same', () => {
    const { estimate } = fresh.bundle.measures[0]?.headline ?? {};
    const found = Math.round((estimate?.value ?? 0) * 100);
    const forged = older(saying(fresh, (own) => own.replace(/entre \d+ et/, 'entre 61 et')));
    expect(verify(forged, today)).toEqual({
      verdict: 'changed',
      why: 'quote',
      field: 'measures.0.headline.sentence',
      quoted: '61',
    });
    expect(plain(verifyAll([forged], today).sentences[0])).toMatch(
      /modifiée.*cite 61, qu’aucun chiffre recalculé ne donne.*publiée par foulee 0.0.9/,
    );
    const finer = Math.round((estimate?.value ?? 0) * 1000);
    const thousand = older(
      saying(fresh, () => `${finer} personnes sur 1\u202f000, environ ${found} sur 100.`),
    );
    expect(verify(thousand, today)).toMatchObject({ verdict: 'same', sentences: 'sealed' });
  });

  test('a figure changed is refused, its seal made again or not', () => {
    const path = ['bundle', 'measures', '0', 'figures', 'estimates', '0', 'value'];
    const copy = changed(older(fresh.bundle), path, (value) => Number(value) + 0.000001);
    for (const publication of [copy, seal(copy.bundle)]) {
      expect(verify(publication, today)).toMatchObject({
        why: 'figure',
        field: 'measures.0.figures.estimates.0.value',
      });
    }
  });

  test('a sentence changed after it was sealed is refused by its hash, or by the publication that follows', () => {
    const words = (own: string) => own.replace('personnes', 'gens');
    const original = older(fresh.bundle);
    const copy = { ...original, bundle: saying(original, words) };
    expect(verify(copy, today)).toMatchObject({ why: 'content', field: 'measures.0.headline' });
    const next = publish(followed, '2026-10-31', [original]);
    expect(verifyAll([original, next], today)).toMatchObject({ same: true, brokenLink: null });
    expect(verifyAll([seal(copy.bundle), next], today)).toMatchObject({ same: false, brokenLink: 2 });
    const reworded = older(saying(fresh, words));
    const { sentences } = verifyAll([reworded, publish(followed, '2026-10-31', [reworded])], today);
    expect(plain(sentences[0])).toMatch(/La publication 2 porte son empreinte/);
  });
});

test('of the version that verifies, a changed sentence is refused though sealed again', () => {
  const publication = seal(saying(fresh, (own) => own.replace('personnes', 'gens')));
  expect(verify(publication, today)).toEqual({
    verdict: 'changed',
    why: 'sentence',
    field: 'measures.0.headline.sentence',
  });
});

describe('a publication of an earlier calculation', () => {
  const [measure] = drawn.bundle.measures;
  if (measure?.figures.kind !== 'follow-up') throw new Error('a follow-up was published');
  const { tests, effects, ...figures } = measure.figures;
  const bundle = (change: object): Publication =>
    seal({
      ...drawn.bundle,
      measures: [{ ...measure, figures: { ...figures, ...change } as typeof measure.figures }],
    });
  const differences = effects.filter((effect) => effect.measure === 'difference');

  test('without a field nor the rows computed since: the same, and how many numbers are new is said', () => {
    const publication = bundle({ effects: differences });
    expect(differences.length).toBeLessThan(effects.length);
    expect(tests.length).toBeGreaterThan(0);
    const found = verify(publication, later);
    expect(found).toMatchObject({ verdict: 'same', sentences: 'rewritten' });
    expect(found.verdict === 'same' && found.added).toBeGreaterThan(4);
    expect(plain(verifyAll([publication], later).sentences[0])).toMatch(
      /Cette version calcule \d+ nombres de plus, qui n’existaient pas quand elle a été publiée\./,
    );
    expect(verify(publication, today)).toMatchObject({ verdict: 'changed', why: 'figure' });
  });

  test('what it does hold must still be recomputed: a figure changed, or one that nothing computes, is refused', () => {
    const shifted = differences.map((effect) => ({ ...effect, value: (effect.value ?? 0) + 0.000001 }));
    const invented = { ...differences[0], horizon: 45 };
    for (const own of [shifted, [...differences, invented], [...differences].reverse()]) {
      expect(verify(bundle({ effects: own }), later)).toMatchObject({ verdict: 'changed', why: 'figure' });
    }
    expect(verify(bundle({ effects: differences, miracle: 3 }), later)).toMatchObject({ why: 'figure' });
  });

  test('one written before the calculation was said is of the first', () => {
    const { calculation: _, ...before } = fresh.bundle;
    expect(verify(seal(before), today)).toMatchObject({ verdict: 'same', added: 0 });
  });
});

test.each([
  [{ foulee: 2 as unknown as 1 }, 'format 2'],
  [{ calculation: calculationVersion + 1 }, `calcul ${calculationVersion + 1}`],
])('of a later version, %o: a clear sentence, and nothing is published after it', (change, which) => {
  const newer = seal({ ...fresh.bundle, ...change });
  const sentence = new RegExp(`vient d’une version plus récente de Foulée \\(${which}\\)`);
  expect(() => readPublications(canonicalJson(newer), 'fichier.json')).toThrow(sentence);
  expect(() => publish(followed, '2026-10-31', [newer])).toThrow(sentence);
});

test('a stricter disclosure control does not make an older publication changed: it is said', () => {
  const rule = { ...peopleRule, threshold: 2 };
  const loose = freeze({
    document: simulatedDocument(people.slice(0, 120), '2026-07-31', followed),
    plan: followed.plan,
    rule,
    earlier: [],
    today: '2026-07-31',
  });
  const strict = { ...loose.bundle.disclosure, rule: { ...rule, threshold: 40 } };
  const found = verify(older(loose.bundle, { disclosure: strict }), today);
  expect(found).toMatchObject({ verdict: 'same', safe: false });
});
