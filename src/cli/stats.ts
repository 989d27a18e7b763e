import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { disclosure } from '../confidentiality/requests.ts';
import { exitCodes } from '../platform/refusal.ts';
import { refused } from '../statistics/refused.ts';
import { answer, methods } from '../statistics/requests/index.ts';
import type { StatisticsResult } from '../statistics/requests/request.ts';
import type { AddCommand } from './main.ts';

/** Yes and no are read as 1 and 0. */
const cell = z.union([z.number(), z.string(), z.null(), z.boolean().transform(Number)]);
const request = z.object({
  method: z.string(),
  inputs: z.record(z.string(), z.unknown()).default({}),
  tables: z.record(z.string(), z.array(z.record(z.string(), cell))).default({}),
});

/**
 * `foulee stats`: one statistical request as JSON on standard input, its result as one line of JSON on standard
 * output. A refusal of the method is an answer (exit 0); what is not a request is `invalid-input` (exit 2).
 */
export const addStats: AddCommand = (program) => {
  program
    .command('stats')
    .description(
      "Répond à une question statistique : { method, inputs, tables } en JSON sur l'entrée standard, résultat en JSON.",
    )
    .option('--list', 'donne les méthodes connues, une par ligne')
    .addHelpText(
      'after',
      `
Un refus de la méthode ({ "error": …, "sentence": … }) est une réponse : le code de sortie reste 0.
Une entrée qui n'est pas une question donne « invalid-input » et le code ${exitCodes.usage}.`,
    )
    .action(async ({ list }: { list?: true }) => {
      if (list) {
        process.stdout.write(`${methods(disclosure).join('\n')}\n`);
        return;
      }
      const { result, exitCode } = answerText(await text(process.stdin));
      process.stdout.write(`${JSON.stringify(result)}\n`);
      process.exitCode = exitCode;
    });
};

/** The answer to a request written as JSON, and the exit code that goes with it. */
export function answerText(json: string): { readonly result: StatisticsResult; readonly exitCode: number } {
  const parsed = request.safeParse(parseJson(json));
  if (parsed.success) return { result: answer(parsed.data, disclosure), exitCode: exitCodes.ok };
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` (à « ${issue.path.join('.')} »)`;
  const sentence = `L'entrée standard n'est pas une question en JSON de la forme { method, inputs, tables }${where}.`;
  return { result: refused('invalid-input', sentence), exitCode: exitCodes.usage };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
