import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathFromText, pathText, placeText } from './problem.ts';

test('a path is written as one would in a program', () => {
  expect(pathText(['indicators', 0, 'window', 'until'])).toBe('indicators[0].window.until');
  expect(pathText(['sources', 'usage', 'where', 'proprietes.siret'])).toBe(
    'sources.usage.where["proprietes.siret"]',
  );
});

test('a written path is read back', () => {
  const step = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.nat(),
    fc.constantFrom('a.b', 'a"b', 'a]b', 'a\\b', 'é'),
  );
  fc.assert(
    fc.property(fc.array(step), (path) => {
      expect(pathFromText(pathText(path))).toEqual(path);
    }),
    { seed: 2026, numRuns: 300 },
  );
});

test('an indicator is named by its identifier, or by its rank', () => {
  const document = { indicators: [{ id: 'a' }, {}] };
  expect(placeText(['indicators', 0, 'window'], document)).toBe("window de l'indicateur « a »");
  expect(placeText(['indicators', 1], document)).toBe("l'indicateur n° 2");
  expect(placeText([], document)).toBe('le plan');
});
