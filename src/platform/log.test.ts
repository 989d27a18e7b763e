import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newSecret } from './ids.ts';
import { openLog } from './log.ts';

function logged(write: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = [];
  write(openLog({ write: (line) => void lines.push(line) }));
  return lines.join('');
}

test('a line is one JSON object with its level, its time and what happened', () => {
  const line = logged((log) => log.info({ method: 'GET', status: 200, milliseconds: 3 }, 'réponse'));
  expect(JSON.parse(line)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    method: 'GET',
    status: 200,
    milliseconds: 3,
    msg: 'réponse',
  });
});

const secret = newSecret();
test.each([
  ['an e-mail address', 'marie.dupont+essai@exemple.gouv.fr'],
  ['an IPv4 address', '192.168.12.34'],
  ['an IPv6 address', '2001:db8:0:1:1:1:1:1'],
  ['a short IPv6 address', '::ffff:10:0:1'],
  ['a query string', '/connexion/confirmer?jeton=abc&suite=/equipe'],
  ['a secret', secret],
  ['a secret that starts with a dash', `-${secret.slice(1)}`],
  ['a secret that ends with one', `${secret.slice(1)}-`],
  ['an API key', `foulee_${secret}`],
])('%s never reaches the log, as a value, in a sentence or deep inside', (_, value) => {
  const private_ = value.replace('/connexion/confirmer', '');
  const lines = logged((log) => {
    log.info({ value }, 'x');
    log.warn({ deep: { deeper: [value] } }, `échec pour ${value}.`);
    log.error(new Error(`duplicate key (${value})`));
    log.error({ err: Object.assign(new Error(value), { code: '23505', detail: `(email)=(${value})` }) }, 'x');
  });
  expect(lines).not.toContain(private_);
  expect(
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line).level),
  ).toEqual(['info', 'warn', 'error', 'error']);
  expect(lines).toContain('23505');
});

test('an error keeps its kind and its place, not its message', () => {
  const entry = JSON.parse(logged((log) => log.error({ err: new TypeError('valeur de Marie') }, 'défaut')));
  expect(entry.err).toMatchObject({
    type: 'TypeError',
    at: [expect.stringContaining('log.test.ts'), ...entry.err.at.slice(1)],
  });
  expect(JSON.stringify(entry)).not.toContain('Marie');
});

test('no e-mail address whatever its shape, and always valid JSON', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.string(), (email, around) => {
      const line = logged((log) => log.info({ [around || 'x']: `${around} ${email}` }, `${email} ${around}`));
      expect(() => JSON.parse(line)).not.toThrow();
      expect(line).not.toContain(email);
    }),
  );
});
