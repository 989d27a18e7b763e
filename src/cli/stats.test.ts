import { Command } from 'commander';
import { expect, test, vi } from 'vitest';
import { addStats, answerText } from './stats.ts';

const request = {
  method: 'survival.km',
  inputs: { data: 'd', time: 't', status: 's', event: 1, horizons: 3 },
  tables: {
    d: [
      { t: 2, s: 1 },
      { t: 3, s: 0 },
    ],
  },
};

test('a request is answered', () => {
  expect(answerText(JSON.stringify(request))).toMatchObject({
    exitCode: 0,
    result: { groups: { all: { at: { 3: { incidence: 0.5 } } } } },
  });
});

test('yes and no are 1 and 0, in tables and in what is asked', () => {
  const rows = [
    { y: 5, a: true },
    { y: 7, a: true },
    { y: 2, a: false },
    { y: 3, a: false },
  ];
  for (const treated of [true, 1, undefined]) {
    const inputs = { data: 'd', outcome: 'y', arm: 'a', treated };
    const asked = JSON.stringify({ method: 'effect.twoMeans', inputs, tables: { d: rows } });
    expect(answerText(asked).result).toMatchObject({ estimate: 3.5 });
  }
  const domain = { data: 'd', variable: 'y', domain: { column: 'a', equals: false } };
  expect(
    answerText(JSON.stringify({ method: 'survey.mean', inputs: domain, tables: { d: rows } })).result,
  ).toMatchObject({ estimate: 2.5 });
});

test('a refusal of the method is an answer too', () => {
  const unknown = { ...request, inputs: { ...request.inputs, time: 'nowhere' } };
  expect(answerText(JSON.stringify(unknown))).toMatchObject({
    exitCode: 0,
    result: { error: 'unknown-column' },
  });
  expect(answerText('{"method":"nope"}')).toMatchObject({ exitCode: 0, result: { error: 'unknown-method' } });
});

test.each(['', '{', '[]', 'null', '{"method":3}', '{"method":"survival.km","tables":{"d":[{"t":{}}]}}'])(
  'not a request: %s',
  (text) => {
    expect(answerText(text)).toEqual({
      exitCode: 2,
      result: { error: 'invalid-input', sentence: expect.stringContaining('{ method, inputs, tables }') },
    });
  },
);

test('--list prints the methods, disclosure control included', async () => {
  const program = new Command();
  addStats(program);
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await program.parseAsync(['node', 'foulee', 'stats', '--list']);
  const printed = write.mock.calls.map(([text]) => String(text)).join('');
  write.mockRestore();
  expect(printed.split('\n')).toEqual(
    expect.arrayContaining(['survival.gray', 'nowcast.delay', 'disclosure.suppress']),
  );
});
