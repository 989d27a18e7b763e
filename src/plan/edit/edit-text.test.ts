import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { valueAt } from '../problem.ts';
import { editText } from './edit-text.ts';

const text = `# en-tête
foulee: 1

service: {id: a, name: A}   # le service
effect:                     # ce qui change
  statement: Des gens travaillent.   # une phrase
  domain: social
indicators:
  - id: un      # stable
    limits:     # à dire
      - Une.    # première
      - Deux.
    horizons: [90d, 180d]   # en jours
    note: |
      un bloc
      de texte
    owner:
  - id: deux
`;

test('a value is replaced where it stands; every other character stays', () => {
  expect(editText(text, [{ path: ['effect', 'statement'], value: 'Des gens : mieux.' }])).toBe(
    text.replace('Des gens travaillent.', '"Des gens : mieux."'),
  );
  expect(editText(text, [{ path: ['service', 'name'], value: 'B, C' }])).toBe(
    text.replace('name: A', 'name: "B, C"'),
  );
  expect(editText(text, [{ path: ['indicators', 0, 'horizons'], value: ['30d'] }])).toBe(
    text.replace('[90d, 180d]', '[30d]'),
  );
  expect(editText(text, [{ path: ['indicators', 0, 'owner'], value: 'Nous' }])).toBe(
    text.replace('owner:', 'owner: Nous'),
  );
});

test('a missing key goes at the end of what holds it, with what it needs around', () => {
  expect(editText(text, [{ path: ['effect', 'beneficiaries'], value: 'tous' }])).toBe(
    text.replace('domain: social\n', 'domain: social\n  beneficiaries: tous\n'),
  );
  expect(editText(text, [{ path: ['service', 'mission'], value: 'Aider' }])).toBe(
    text.replace('name: A}', 'name: A, mission: Aider}'),
  );
  expect(editText(text, [{ path: ['indicators', 1, 'sentence', 'who'], value: 'gens' }])).toBe(
    `${text.trimEnd()}\n    sentence:\n      who: gens\n`,
  );
});

test('nothing written is a key left empty, or null within braces', () => {
  expect(editText(text, [{ path: ['effect', 'domain'], value: null }])).toBe(
    text.replace('domain: social', 'domain: '),
  );
  expect(editText(text, [{ path: ['service', 'name'], value: null }])).toBe(
    text.replace('name: A}', 'name: null}'),
  );
  expect(editText(text, [{ path: ['service', 'mission'], value: null }])).toBe(text);
});

test('an item goes before the one of its rank, or last; a part goes with its line and nothing else', () => {
  const limits = ['indicators', 0, 'limits'] as const;
  expect(editText(text, [{ path: [...limits, 1], item: 'Et demi.' }])).toBe(
    text.replace('      - Deux.', '      - Et demi.\n      - Deux.'),
  );
  expect(editText(text, [{ path: ['indicators', 0, 'horizons', 2], item: '365d' }])).toBe(
    text.replace('180d]', '180d, 365d]'),
  );
  expect(
    editText(text, [{ path: ['indicators', 2], item: { id: 'trois', sentence: { who: 'gens' } } }]),
  ).toBe(`${text}  - id: trois\n    sentence:\n      who: gens\n`);
  expect(editText(text, [{ path: [...limits, 0], removed: true }])).toBe(
    text.replace('      - Une.    # première\n', ''),
  );
  expect(editText(text, [{ path: ['indicators', 0, 'note'], removed: true }])).toBe(
    text.replace('    note: |\n      un bloc\n      de texte\n', ''),
  );
  expect(editText(text, [{ path: ['indicators', 0], removed: true }])).toBe(
    text.replace(/ {2}- id: un[\s\S]*owner:\n/, ''),
  );
  expect(editText(text, [{ path: ['indicators', 0, 'id'], removed: true }])).toContain('  - limits:');
  expect(editText(text, [{ path: ['service', 'id'], removed: true }])).toContain('service: {name: A}   # le');
});

test('what held one thing holds nothing, and takes something again', () => {
  const one = 'a: 1\nsources:   # ici\n  usage:\n    kind: events   # un\nlast: [x]\n';
  const none = editText(one, [{ path: ['sources', 'usage'], removed: true }]) ?? '';
  expect(parse(none)).toEqual({ a: 1, sources: {}, last: ['x'] });
  expect(parse(editText(none, [{ path: ['sources', 'b'], value: { kind: 'series' } }]) ?? '')).toEqual({
    a: 1,
    sources: { b: { kind: 'series' } },
    last: ['x'],
  });
  expect(editText('a: 1\nsources:\nb: 2\n', [{ path: ['sources', 'u'], value: { kind: 'events' } }])).toBe(
    'a: 1\nsources:\n  u:\n    kind: events\nb: 2\n',
  );
  expect(parse(editText(one, [{ path: ['last', 0], removed: true }]) ?? '')).toMatchObject({ last: [] });
});

test('JSON is edited as JSON', () => {
  const json = '{"service": {"id": "a", "name": "A"}, "indicators": [{"id": "x"}]}';
  const edited = editText(json, [{ path: ['service', 'name'], value: 'B' }]) ?? '';
  expect(JSON.parse(edited)).toEqual({ service: { id: 'a', name: 'B' }, indicators: [{ id: 'x' }] });
  const added = editText(json, [
    { path: ['service', 'mission'], value: 'Aider' },
    { path: ['indicators', 0], removed: true },
    { path: ['indicators', 0], item: { id: 'y', horizons: ['90d'] } },
  ]);
  expect(JSON.parse(added ?? '')).toEqual({
    service: { id: 'a', name: 'A', mission: 'Aider' },
    indicators: [{ id: 'y', horizons: ['90d'] }],
  });
});

test.each(['a: [', 'texte', '', 'a: *b\nc: 1', '- 1'])('%j is not edited', (broken) => {
  expect(editText(broken, [{ path: ['a'], value: 'x' }])).toBeNull();
});

test('a value that others repeat is not changed behind their back', () => {
  expect(editText('a: &x un\nb: *x\n', [{ path: ['a'], value: 'deux' }])).toBeNull();
  expect(editText('a: &x un\nb: *x\n', [{ path: ['b'], value: 'deux' }])).toBeNull();
});

test('a part that others repeat is not removed behind their back', () => {
  expect(editText('a: &x {b: 1}\nc: *x\nd: 1\n', [{ path: ['a'], removed: true }])).toBeNull();
});

test('whatever is written is read back, and nothing else changes', () => {
  const path = fc.constantFrom(
    ['effect', 'statement'],
    ['effect', 'beneficiaries'],
    ['service', 'name'],
    ['service', 'mission'],
    ['indicators', 0, 'limits'],
    ['indicators', 0, 'note'],
    ['indicators', 0, 'owner'],
    ['indicators', 1, 'sentence', 'what'],
  );
  const word = fc
    .string({ minLength: 1, maxLength: 20 })
    .filter((one) => !/[\n\r\u0085\u2028\u2029]/.test(one));
  const value = fc.oneof(word, fc.array(word, { maxLength: 3 }), fc.integer());
  fc.assert(
    fc.property(path, value, (where, written) => {
      const edited = editText(text, [{ path: where, value: written }]);
      if (edited === null) throw new Error('not edited');
      const after: unknown = parse(edited);
      expect(valueAt(after, where)).toEqual(written);
      for (const comment of ['# en-tête', '# le service', '# ce qui change', '# une phrase', '# stable'])
        expect(edited).toContain(comment);
      const others: unknown = parse(text);
      for (const kept of [
        ['service', 'id'],
        ['effect', 'domain'],
        ['indicators', 0, 'horizons'],
        ['indicators', 1, 'id'],
      ])
        expect(valueAt(after, kept)).toEqual(valueAt(others, kept));
    }),
  );
});
