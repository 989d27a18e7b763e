import { expect, test } from 'vitest';
import type { CommitteeEvidence } from '../evidence/evidence.ts';
import { fullEvidence } from '../evidence/fixtures/evidence-examples.ts';
import type { Block, Section } from './dossier.ts';
import type { DossierSession } from './dossier-session.ts';
import { decidedSession, openSession } from './fixtures/sessions.ts';
import { writeDossier } from './write-dossier.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const sha256 = 'ab'.repeat(32);
const written = (evidence: CommitteeEvidence, session: DossierSession | null = openSession) =>
  writeDossier({ evidence, session, sha256 });

/** Everything a section says, on one line. */
const said = (sections: readonly Section[], id: string): string =>
  plain((sections.find((section) => section.id === id)?.blocks ?? []).map(wordsOf).join(' '));

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'list':
      return block.items.join(' ');
    case 'level':
      return `niveau ${block.level} ${block.line}`;
    case 'table':
      return block.table.rows.flat().join(' ');
    case 'effects':
      return `${block.chart.sentence} ${block.chart.table.rows.flat().join(' ')}`;
    case 'choices':
      return block.choices.join(' ');
    case 'text':
      return `${block.lead ?? ''} ${block.text}`.trim();
    default:
      return block.text;
  }
}

test('one page in the order of a committee: last time, the effect, its cost, waiting, the question, the decision', () => {
  expect(written(fullEvidence).front.map(({ heading }) => heading)).toEqual([
    'Ce que le service veut changer',
    'Ce qui était visé la dernière fois',
    'Ce que le service change',
    'Ce que cela coûte',
    'Ce que les données suggèrent',
    'Ce que l’on saurait en attendant',
    'La question posée au sponsor',
    'La décision',
  ]);
});

test('what was aimed at last time, and the word on each', () => {
  const { front } = written(fullEvidence);
  expect(said(front, 'derniere-fois')).toMatch(/cinq régions .* Atteint en partie\. Trois régions/);
  expect(said(front, 'derniere-fois')).toMatch(/Condition : Publier un premier chiffre .* Remplie\. Publié/);
  const first = written(fullEvidence, { ...openSession, previous: null, lastObjectives: [] });
  expect(said(first.front, 'derniere-fois')).toMatch(/premier comité tenu ici/);
});

test('the figure with its level, the check that failed, its cost, its move', () => {
  const { front } = written(fullEvidence);
  expect(said(front, 'effet')).toMatch(/entre 1 500 et 3 300 de plus .* niveau 5 .* « équilibre »/);
  expect(said(front, 'cout')).toMatch(/^Le service a coûté 612 400 € du .*, dont 40 000 € prévus/);
  expect(said(front, 'cout')).toMatch(/255 €, entre 186 et 408 €\. Au 27 mai 2026, il était de 410 €/);
});

test('without a figure, it says that nobody knows, and why', () => {
  const none: CommitteeEvidence = {
    ...fullEvidence,
    measure: { kind: 'none', sentence: 'Ce service n’avait pas de plan de mesure ce jour-là.' },
    main: null,
    figures: [],
    sources: [],
  };
  expect(said(written(none).front, 'effet')).toBe(
    'On ne le sait pas. Ce service n’avait pas de plan de mesure ce jour-là.',
  );
  expect(said(written(none).proofs, 'matrice')).toMatch(/Impactant\. .* Non mesuré/);
});

test('a figure nobody published is said to be so before anything else', () => {
  const sentence = 'Mesuré par la foulée du 6 juillet 2026, pas publié.';
  const measure = {
    kind: 'unpublished',
    week: '2026-W28',
    measuredOn: '2026-07-06',
    software: 'foulee',
    sentence,
  } as const;
  expect(written({ ...fullEvidence, measure }).notices).toEqual([sentence]);
});

test('a withdrawn publication is said with its reason, and its hash is nowhere', () => {
  const { proofs } = written(fullEvidence);
  expect(said(proofs, 'regularite')).toMatch(
    /n° 2, du 10 août 2026 Retirée le 2 sept\. 2026 Le registre était incomplet/,
  );
  expect(said(proofs, 'origine')).toContain(sha256);
});

test('not frozen, it is a draft and bears no hash', () => {
  const draft = writeDossier({ evidence: fullEvidence, session: null, sha256: null });
  expect(plain(draft.notices.join(' '))).toMatch(/^Ébauche : ce qui est connu au 27 novembre 2026/);
  expect(draft.foot.hash).toBeNull();
  expect(draft.front.map(({ id }) => id)).not.toContain('question');
});

test('once decided, the decision, its money, its reason and its conditions', () => {
  expect(said(written(fullEvidence, decidedSession).front, 'decision')).toMatch(
    /^Continuer, à budget égal ou supérieur : 420 000 € jusqu’au 31 juillet 2027\. Décidé le 1er décembre 2026\. L’effet est net.* Condition : Publier le chiffre à un an, pour le 31 mai 2027$/,
  );
});

test('the chart says whether the effect may be nothing, and holds the figures of its table', () => {
  const { proofs } = written(fullEvidence);
  expect(said(proofs, 'effet-1')).toMatch(/À six mois, l’écart .* entre \+1,5 et \+3,3 points/);
  expect(said(proofs, 'effet-1')).toMatch(
    /trois mois 7,1 sur 100 6,0 sur 100 \+1,1 point entre −0,2 et \+2,4/,
  );
  const [figure] = fullEvidence.figures;
  if (figure === undefined) throw new Error('no figure');
  const early = { ...figure, effects: figure.effects.slice(0, 1) };
  expect(said(written({ ...fullEvidence, figures: [early] }).proofs, 'effet-1')).toMatch(/il peut être nul/);
});
