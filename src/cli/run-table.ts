import { durationDays, durationPattern } from '../plan/duration.ts';
import type { Indicator, Plan } from '../plan/plan.ts';
import type { Config } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';
import { ruleFor } from '../publish/disclosure/rule.ts';
import { type HandedTable, handedTable } from '../publish/table/handed-table.ts';
import type { Protection } from '../publish/table/question.ts';
import { roundBase } from '../publish/table/round-base.ts';
import { disclosureRule } from './disclosure-rule.ts';
import { loadPlan } from './plan-file.ts';
import { measureFromPlan } from './run-measure.ts';

/** What the user wrote after `foulee table`. */
export interface TableFlags {
  readonly indicator?: string;
  readonly rows: readonly string[];
  readonly columns: string;
  readonly horizon?: string;
  readonly protect: string;
  readonly base?: string;
  readonly threshold: string;
  readonly firms?: boolean;
  readonly output?: string;
  readonly json?: boolean;
  readonly import: boolean;
}

/** Measures one indicator of a plan and makes its table; refuses (`usage`, `data`) in the words of the table. */
export async function tableFromPlan(path: string, flags: TableFlags, config?: Config): Promise<HandedTable> {
  const rule = disclosureRule(flags.threshold, flags.firms === true);
  const { plan } = loadPlan(path);
  const indicator = wanted(plan, flags.indicator);
  const { threshold } = ruleFor(indicator, rule);
  const protection = protectionOf(flags, threshold);
  const horizon = horizonOf(indicator, flags.horizon);
  const document = await measureFromPlan(path, {
    refresh: flags.import,
    only: [indicator.id],
    keepCounts: true,
    ...(config && { config }),
  });
  const [measure] = document.measures;
  if (measure === undefined) throw new TypeError(`indicator ${indicator.id} was not measured`);
  const { rows, columns: column } = flags;
  const table = handedTable(indicator, measure, { rows, column, horizon, protection, threshold });
  if (table.kind === 'table') return table;
  throw new Refusal(table.because, table.sentence, table.advice);
}

function wanted(plan: Plan, id: string | undefined): Indicator {
  const followed = plan.indicators.find(({ method }) => method === 'follow-up');
  const found =
    id === undefined ? (followed ?? plan.indicators[0]) : plan.indicators.find((own) => own.id === id);
  if (found !== undefined) return found;
  throw new Refusal(
    'usage',
    `Indicateur inconnu : ${id}.`,
    `Ce plan a : ${plan.indicators.map((indicator) => indicator.id).join(', ')}.`,
  );
}

function horizonOf(indicator: Indicator, text: string | undefined): number {
  if (text === undefined) return indicator.method === 'follow-up' ? Math.max(...indicator.horizons) : 0;
  if (durationPattern.test(text)) return durationDays(text);
  throw new Refusal(
    'usage',
    `--horizon ${text} n’est pas une durée.`,
    'Écrivez un nombre de jours ou de semaines : --horizon 90d.',
  );
}

function protectionOf({ protect, base }: TableFlags, threshold: number): Protection {
  if (protect === 'suppress' && base === undefined) return { kind: 'suppress' };
  if (protect === 'suppress')
    throw new Refusal(
      'usage',
      '--base arrondit, et ce tableau masque.',
      'Ajoutez --protect round, ou retirez --base.',
    );
  if (protect !== 'round')
    throw new Refusal(
      'usage',
      `--protect ${protect} n’est pas une façon de protéger.`,
      'Écrivez --protect suppress (masquer) ou --protect round (arrondir).',
    );
  const asked = base === undefined ? roundBase(threshold) : Number(base);
  if (Number.isInteger(asked) && asked >= 2) return { kind: 'round', base: asked };
  throw new Refusal('usage', `--base ${base} n’est pas un nombre entier.`, 'Écrivez par exemple --base 10.');
}
