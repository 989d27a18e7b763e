import type { Database } from '../../platform/database/database.ts';
import type { EntryKind, StepEnd } from '../../platform/database/tables/weekly.ts';
import { newId } from '../../platform/ids.ts';
import type { Week } from '../week.ts';
import { personalDataIn } from './personal-data.ts';
import { callsToCount, holdsPersonalData, nothingWritten, stepAlreadyChosen } from './refusals.ts';

export interface WrittenEntry {
  readonly service: string;
  readonly week: Week;
  readonly kind: EntryKind;
  readonly text: string;
  /** As typed in the form; read for `calls` only. */
  readonly calls?: string;
  readonly who?: string;
}

interface Writer {
  readonly author: string;
  readonly at: string;
}

const longest = 2_000;

/**
 * Keeps what a team wrote of its week. Two people may write at once: both texts are kept. Refuses an empty text, what names
 * or reaches a person, a number of calls that is not one, a second next step.
 */
export async function writeEntry(db: Database, entry: WrittenEntry, { author, at }: Writer): Promise<void> {
  const text = entry.text.trim();
  const who = entry.who?.trim() ?? '';
  if (text === '' || text.length > longest || who.length > 100) throw nothingWritten();
  const personal = personalDataIn(`${text}\n${who}`);
  if (personal !== null) throw holdsPersonalData(personal);
  const added = await db
    .insertInto('weekly_entry')
    .values({
      id: newId(),
      service: entry.service,
      week: entry.week,
      kind: entry.kind,
      text,
      calls: entry.kind === 'calls' ? callsIn(entry.calls ?? '') : null,
      who: entry.kind === 'step' && who !== '' ? who : null,
      author,
      at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) throw stepAlreadyChosen();
}

function callsIn(text: string): number {
  const calls = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : 0;
  if (calls < 1 || calls > 500) throw callsToCount();
  return calls;
}

/** Takes back an entry of this week; false when it is not there. */
export async function removeEntry(
  db: Database,
  { service, week, id }: { readonly service: string; readonly week: Week; readonly id: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('weekly_entry')
    .where('id', '=', id)
    .where('service', '=', service)
    .where('week', '=', week)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Says what became of a step; false when there is no such step. Said again, the last word stands. */
export async function endStep(
  db: Database,
  {
    service,
    id,
    end,
    at,
  }: { readonly service: string; readonly id: string; readonly end: StepEnd; readonly at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('weekly_entry')
    .set({ step_end: end, ended_at: at })
    .where('id', '=', id)
    .where('service', '=', service)
    .where('kind', '=', 'step')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
