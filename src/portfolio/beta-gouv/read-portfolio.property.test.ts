import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../../platform/refusal.ts';
import { isServiceId } from '../service-id.ts';
import type { PortfolioDocument } from '../service-record.ts';
import { readPortfolio } from './read-portfolio.ts';

const keys = [
  ...['name', 'pitch', 'stats_url', 'impact_url', 'link', 'repository', 'phases', 'events', 'sponsors'],
  ...['thematiques', 'technos', 'accessibility_status', '__proto__', 'constructor', 'nouveau'],
];
const unit = fc.oneof(
  fc.constantFrom('a', '<', '/', '.', '&#x2F;', '\0', '\ud800', 'é', '2024-01-01'),
  fc.string(),
);
const text = fc.array(unit, { maxLength: 4 }).map((parts) => parts.join(''));
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom('name', 'start', 'date', 'id', 'data'), text), tie('any'), {
      maxKeys: 3,
    }),
  ),
})).any;
const attributes = fc.dictionary(fc.oneof(fc.constantFrom(...keys), text), value, { maxKeys: 6 });
const service = fc.record({
  id: fc.oneof(
    text.filter((id) => id.trim() !== ''),
    fc.nat(),
  ),
  attributes: fc.oneof({ weight: 5, arbitrary: attributes }, { weight: 1, arbitrary: value }),
  relationships: value,
});

function readOrRefuse(document: string): PortfolioDocument | Refusal {
  try {
    return readPortfolio(document, 'liste.json');
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

test('whatever a list holds, every service with an identifier is there, safe to store, and each remark is a sentence', () => {
  fc.assert(
    fc.property(fc.array(service, { minLength: 1, maxLength: 6 }), (data) => {
      const document = readOrRefuse(JSON.stringify({ data }));
      if (document instanceof Refusal) throw document;
      const stored8 = (id: string) => Buffer.from(id.replaceAll('\0', '\uFFFD'), 'utf8').toString().trim();
      expect(document.services).toHaveLength(new Set(data.map(({ id }) => stored8(String(id)))).size);
      for (const { id, name } of document.services) {
        expect(isServiceId(id)).toBe(true);
        expect(name?.trim()).toBeTruthy();
      }
      const stored = JSON.stringify(document);
      expect(stored).not.toContain('\\u0000');
      expect(stored).not.toMatch(/\\ud[89a-f]/i);
      for (const { where, sentence } of document.notUnderstood) {
        expect(where).not.toBe('');
        expect(sentence.length).toBeGreaterThan(20);
        expect(sentence).not.toMatch(/undefined|\[object|NaN/);
      }
    }),
    { numRuns: 150, seed: 7 },
  );
});

test('no unknown attribute is lost', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom(...keys), fc.nat(2), (word, key, wrap) => {
      const wrapped = [word, { [word]: word }, [[word]]][wrap] ?? word;
      const document = readPortfolio(
        JSON.stringify({ data: [{ id: 'a', attributes: { [key]: wrapped } }] }),
        'l',
      );
      expect(JSON.stringify(document.services)).toContain(word);
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('any text at all is read or refused, never an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        fc.json(),
        value.map((any) => JSON.stringify(any)),
      ),
      (document) => {
        const read = readOrRefuse(document);
        if (read instanceof Refusal) expect(read.advice).not.toBe('');
      },
    ),
    { numRuns: 150, seed: 7 },
  );
});
