import type { Database } from '../../platform/database/database.ts';
import { demonstrationId } from '../../portfolio/demonstration/ensure-demonstration.ts';
import { daysAfter } from '../../statistics/calendar-day.ts';
import type { BudgetNature } from './budget-line.ts';
import type { NewBudgetLine } from './read-line.ts';
import { recordBudget } from './record-budget.ts';
import { setAllocation } from './set-allocation.ts';

interface Invented {
  /** Thousands of euros a year, by nature. */
  readonly yearly: Readonly<Partial<Record<BudgetNature, number>>>;
  readonly part?: { readonly indicator: string; readonly share: number; readonly reason: string };
}

/** Services of the demonstration that measure something and are not listed here are shown without a budget. */
const invented: Readonly<Record<string, Invented>> = {
  'la-bonne-boite': {
    yearly: { services: 410, software: 32, staff: 60 },
    part: {
      indicator: 'retour-emploi-invites',
      share: 0.2,
      reason:
        'l’invitation tirée au sort est l’un des cinq chantiers de l’équipe, de tailles voisines (démonstration).',
    },
  },
  estime: { yearly: { services: 260, software: 14 } },
  'zero-logement-vacant': { yearly: { services: 520, software: 25, staff: 110 } },
  mps: { yearly: { services: 180, software: 9 } },
  maintenant: { yearly: { services: 150, software: 8 } },
  'aides.jeunes': { yearly: { services: 430, software: 28, staff: 55 } },
  handicompatible: { yearly: { services: 95 } },
  nosgestesclimat: { yearly: { services: 380, software: 36 } },
  reva: { yearly: { services: 690, software: 48, staff: 140 } },
};

/** Days before the demonstration began at which its budgets are said to be written: its committees knew them. */
const recordedBefore = 30;

const reference = 'Montant inventé pour la démonstration';

/**
 * Gives the services of the demonstration that publish figures a budget, clearly invented: the year before and the one
 * before it spent, this year spent up to its last quarter over and planned after. Those that have one are left alone.
 */
export async function inventBudgets(
  db: Database,
  { since, at }: { readonly since: ReadonlyMap<string, string>; readonly at: string },
): Promise<void> {
  for (const [example, { yearly, part }] of Object.entries(invented)) {
    const service = demonstrationId(example);
    const day = since.get(service);
    if (day === undefined) continue;
    const any = await db
      .selectFrom('budget_line')
      .select('id')
      .where('service', '=', service)
      .limit(1)
      .executeTakeFirst();
    if (any !== undefined) continue;
    const author = { actor: 'foulee', at: `${daysAfter(day, -recordedBefore)}${at.slice(10)}` };
    if (part !== undefined) await setAllocation(db, service, part, author);
    // Last, so that what was interrupted is begun again.
    await recordBudget(db, service, linesAround(day, yearly), author);
  }
}

function linesAround(day: string, yearly: Invented['yearly']): readonly NewBudgetLine[] {
  const year = Number(day.slice(0, 4));
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return Object.entries(yearly).flatMap(([nature, thousands]) => {
    const line = (
      from: string,
      until: string,
      part: number,
      state: NewBudgetLine['state'],
    ): NewBudgetLine => ({
      from,
      until,
      cents: Math.round(thousands * part * 1000) * 100,
      state,
      nature: nature as BudgetNature,
      activity: null,
      source: 'démonstration',
      reference,
    });
    const turn = quarterStart(year, quarter);
    return [
      line(`${year - 2}-01-01`, `${year - 2}-12-31`, 0.8, 'spent'),
      line(`${year - 1}-01-01`, `${year - 1}-12-31`, 0.9, 'spent'),
      ...(quarter === 0 ? [] : [line(`${year}-01-01`, dayBefore(turn), quarter / 4, 'spent')]),
      line(turn, `${year}-12-31`, (4 - quarter) / 4, 'forecast'),
    ];
  });
}

const quarterStart = (year: number, quarter: number): string =>
  `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`;

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
