import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { planJsonSchema } from '../plan/plan-json-schema.ts';
import { addSchema } from './schema.ts';

const run = async (...words: string[]): Promise<void> => {
  const program = new Command('foulee');
  addSchema(program);
  await program.parseAsync(['node', 'foulee', 'schema', ...words]);
};

test('the schema is written where asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foulee-schema-'));
  try {
    const file = join(folder, 'impact.schema.json');
    await run('--output', file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(planJsonSchema());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a place that cannot be written is told', async () => {
  await expect(run('--output', '/nulle/part/x.json')).rejects.toMatchObject({ kind: 'usage' });
});
