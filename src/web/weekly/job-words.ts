import { frenchNumber, tied } from '../../platform/french/number.ts';
import type { ListedJob } from '../../platform/jobs/list-jobs.ts';
import { frenchInstant } from '../accounts/french-instant.ts';

const names: Readonly<Record<string, string>> = {
  'weekly-run': 'Foulée de la semaine',
  'run-publication': 'Préparer une publication',
  reminder: 'Rappel par courriel',
  webhook: 'Annonce à une adresse',
  'committee-day': 'Rappels de comités du jour',
  'committee-reminder': 'Rappel d’un comité',
  'forget-jobs': 'Oublier les tâches anciennes',
};

/** What a kind of job does, in French; a kind without a name is shown as it is. */
export const kindName = (kind: string): string => names[kind] ?? kind;

/** `Faite`, `Échouée après 5 essais`, `Nouvel essai le 27 novembre 2026 à 18:05`… */
export function stateName({ state, attempts, runAt }: ListedJob): string {
  if (state === 'running') return 'En cours';
  if (state === 'done') return 'Faite';
  if (state === 'failed') return `Échouée après ${attempts}${tied}essai${attempts < 2 ? '' : 's'}`;
  return attempts === 0 ? 'En attente' : `Nouvel essai le ${frenchInstant(runAt)}`;
}

/** How long the last attempt took: `3 s`, `2 min 05`; a dash when it did not end. */
export function elapsed({ startedAt, endedAt, state }: ListedJob): string {
  if (startedAt === null || endedAt === null || state === 'running') return '—';
  const seconds = Math.max(0, (Date.parse(endedAt) - Date.parse(startedAt)) / 1000);
  if (seconds < 10) return `${frenchNumber(seconds, 1)}${tied}s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${tied}s`;
  return `${Math.floor(whole / 60)}${tied}min${tied}${String(whole % 60).padStart(2, '0')}`;
}
