import { expect, test } from 'vitest';
import { isOwnOrigin } from './own-origin.ts';

const own = 'http://127.0.0.1:8080';

test.each([own, 'http://localhost:8080'])('a site tried on its own machine may be opened at %s', (origin) => {
  expect(isOwnOrigin(origin, own)).toBe(true);
  expect(isOwnOrigin(own, origin)).toBe(true);
});

test.each([
  'http://localhost:8081',
  'https://localhost:8080',
  'http://localhost.ailleurs.test:8080',
  'http://ailleurs.test/localhost:8080',
  'null',
])('%s is another site', (origin) => expect(isOwnOrigin(origin, own)).toBe(false));

test('a public site has the one name of its address', () => {
  expect(isOwnOrigin('http://localhost', 'https://impact.exemple.gouv.fr')).toBe(false);
  expect(isOwnOrigin('https://impact.exemple.gouv.fr', 'https://impact.exemple.gouv.fr')).toBe(true);
});
