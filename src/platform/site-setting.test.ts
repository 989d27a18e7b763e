import { expect, test } from 'vitest';
import { Refusal } from './refusal.ts';
import { siteSetting } from './site-setting.ts';

const read = (values: Readonly<Record<string, string>>) => siteSetting((name) => values[name] ?? null);

test('without any setting: this machine alone, the neutral theme', () => {
  expect(read({})).toEqual({
    host: '127.0.0.1',
    port: 8080,
    name: 'Foulée',
    theme: 'neutre',
    editor: null,
    contact: null,
    hosting: null,
  });
});

test.each([
  ['PORT', 'quatre-vingts'],
  ['PORT', '70000'],
  ['FOULEE_THEME', 'marianne'],
])('%s=%s is refused with a sentence and an advice', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(Refusal);
  expect(() => read({ [name]: value })).toThrow(`${name} vaut « ${value} »`);
});
