import type { ProjectQuestion } from '../measure/before-starting/question.ts';
import { isCalendarDate, suggestDate } from '../plan/calendar-date.ts';
import { durationDays, durationPattern, suggestDuration } from '../plan/duration.ts';
import { Refusal } from '../platform/refusal.ts';
import { loadPlan } from './plan-file.ts';
import { knownFromPlan } from './project-plan.ts';

/** What the user wrote after `foulee project`. */
export interface ProjectFlags {
  readonly indicator?: string;
  readonly baseline?: string;
  readonly effect?: string;
  readonly takeUp: string;
  readonly usersPerWeek?: string;
  readonly start?: string;
  readonly lastEntry?: string;
  readonly horizon?: string;
  readonly lag: string;
  readonly lost: string;
  readonly power: string;
  readonly alpha: string;
  readonly precision?: string;
  readonly json?: boolean;
}

/** The question put by the options, completed by the plan; `notes` say what comes from the plan. */
export function readProjectFlags(
  path: string | undefined,
  flags: ProjectFlags,
): { readonly question: ProjectQuestion; readonly notes: readonly string[] } {
  const known = path === undefined ? null : knownFromPlan(loadPlan(path).plan, flags.indicator);
  const baseline = flags.baseline === undefined ? known?.baseline : inner('--baseline', flags.baseline);
  if (baseline == null) {
    throw new Refusal(
      'usage',
      'Il manque la part attendue sans le service : sans elle, rien ne peut être projeté.',
      'Donnez-la, d’après une année passée ou un registre : --baseline 0.12 pour 12 sur 100 (ou baseline dans le plan).',
    );
  }
  const alpha = inner('--alpha', flags.alpha);
  const power = inner('--power', flags.power);
  if (power <= alpha / 2) {
    throw new Refusal(
      'usage',
      `--power ${flags.power} ne convient pas : c’est moins que le risque d’erreur accepté.`,
      'Donnez par exemple --power 0.8 : l’effet, s’il existe, sera vu 8 fois sur 10.',
    );
  }
  const [start, lastEntry] = [day('--start', flags.start), day('--last-entry', flags.lastEntry)];
  if (start !== null && lastEntry !== null && lastEntry < start) {
    throw new Refusal(
      'usage',
      `--last-entry ${lastEntry} précède --start ${start}.`,
      'Donnez une dernière arrivée après la première.',
    );
  }
  return {
    question: {
      baseline,
      effect: flags.effect === undefined ? (known?.effect ?? null) : difference(flags.effect),
      takeUp: shareAbove('--take-up', flags.takeUp),
      usersPerWeek:
        flags.usersPerWeek === undefined ? null : number('--users-per-week', flags.usersPerWeek, 0),
      start,
      lastEntry,
      horizon: flags.horizon === undefined ? (known?.horizon ?? null) : days('--horizon', flags.horizon, 1),
      lag: days('--lag', flags.lag, 0),
      lost: shareBelow('--lost', flags.lost),
      power,
      alpha,
      precision: flags.precision === undefined ? null : inner('--precision', flags.precision),
    },
    notes: known?.notes ?? [],
  };
}

function number(option: string, text: string, least: number): number {
  const plain = text.replace(/[\s_\u00a0\u202f]/g, '').replace(',', '.');
  const value = /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  if (value >= least) return value;
  throw new Refusal('usage', `${option} ${text} ne convient pas.`, `Donnez un nombre, au moins ${least}.`);
}

const shareOf = (text: string): number => {
  const plain = text.trim().replace(',', '.');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
};

function badShare(option: string, text: string): Refusal {
  const percent = Number(/^(-?\d+(?:[.,]\d+)?)\s*%?$/.exec(text.trim())?.[1]?.replace(',', '.')) / 100;
  const advice =
    Math.abs(percent) > 0.01 && Math.abs(percent) < 1
      ? ` Pour ${text.replace('%', '').trim()} %, écrivez ${percent}.`
      : '';
  return new Refusal(
    'usage',
    `${option} ${text} ne convient pas.`,
    `Donnez une part entre 0 et 1, bornes exclues : 12 sur 100 s’écrit 0.12.${advice}`,
  );
}

function inner(option: string, text: string): number {
  const value = shareOf(text);
  if (value > 0 && value < 1) return value;
  throw badShare(option, text);
}

function shareAbove(option: string, text: string): number {
  const value = shareOf(text);
  if (value > 0 && value <= 1) return value;
  throw badShare(option, text);
}

function shareBelow(option: string, text: string): number {
  const value = shareOf(text);
  if (value >= 0 && value < 1) return value;
  throw badShare(option, text);
}

function difference(text: string): number {
  const value = shareOf(text);
  if (value > -1 && value < 1 && value !== 0) return value;
  if (value === 0) {
    throw new Refusal(
      'usage',
      '--effect 0 ne convient pas : un effet nul ne se voit avec aucun nombre de personnes.',
      'Donnez le plus petit effet qui mériterait la dépense : --effect 0.02 pour deux points de plus.',
    );
  }
  throw badShare('--effect', text);
}

function days(option: string, text: string, least: number): number {
  const value = durationPattern.test(text) ? durationDays(text) : Number.NaN;
  if (value >= least) return value;
  const near = suggestDuration(text);
  throw new Refusal(
    'usage',
    `${option} ${text} ne convient pas.`,
    `Donnez une durée en jours ou en semaines, ${near !== undefined && durationPattern.test(near) && durationDays(near) >= least ? near : '90d'} par exemple.`,
  );
}

function day(option: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDate(text)) return text;
  throw new Refusal(
    'usage',
    `${option} ${text} n’est pas un jour du calendrier.`,
    `Écrivez-le AAAA-MM-JJ : ${suggestDate(text) ?? '2026-09-01'}.`,
  );
}
