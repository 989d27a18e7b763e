import { z } from 'zod';
import { Refusal } from '../../platform/refusal.ts';
import { dayOf } from '../day.ts';
import type { NotUnderstood } from '../service-record.ts';
import { jsonDocument } from '../source/json-document.ts';
import type { DeclaredFigure } from './declared-figure.ts';

export interface StatsReading {
  readonly figures: readonly DeclaredFigure[];
  readonly notUnderstood: readonly Omit<NotUnderstood, 'service'>[];
}

export const periodicities = {
  day: 'quotidienne',
  week: 'hebdomadaire',
  month: 'mensuelle',
  year: 'annuelle',
} as const;
export type Periodicity = keyof typeof periodicities;

/** Longest history the services that offer this interface agree to give. */
const longestSince: Readonly<Record<Periodicity, number>> = { day: 180, week: 52, month: 24, year: 3 };

/** The address to ask: what it does not already say of the period is added. */
export function statsAddress(address: string, periodicity: Periodicity): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (!url.searchParams.has('periodicity')) url.searchParams.set('periodicity', periodicity);
  if (!url.searchParams.has('since')) url.searchParams.set('since', String(longestSince[periodicity]));
  return url.href;
}

const answer = z.object({ description: z.string().optional(), stats: z.array(z.unknown()) });
const point = z.object({ value: z.number(), date: z.union([z.string(), z.number()]) });

/** Reads the answer of a service's “stats API”: `{stats: [{value, date}]}`, dates ISO or in Unix seconds. */
export function readStatsApi(
  text: string,
  from: string,
  meaning: { readonly indicator: string; readonly unit: string; readonly periodicity: Periodicity },
): StatsReading {
  const read = answer.safeParse(jsonDocument(text, from, 'la réponse de l’interface de statistiques'));
  if (!read.success) {
    throw new Refusal(
      'data',
      `${from} ne répond pas comme une interface de statistiques. Rien n’a été enregistré.`,
      'La forme attendue est {"stats": [{"value": 12, "date": "2026-10-01"}]}.',
    );
  }
  const figures = new Map<string, DeclaredFigure>();
  const notUnderstood: { where: string; sentence: string }[] = [];
  for (const [index, item] of read.data.stats.entries()) {
    const parsed = point.safeParse(item);
    const day = parsed.success ? dayOfPoint(parsed.data.date) : null;
    if (!parsed.success || day === null) {
      const sentence = 'Une valeur (un nombre) et sa date sont attendues ici : ce point est laissé de côté.';
      notUnderstood.push({ where: `stats[${index}]`, sentence });
      continue;
    }
    if (figures.has(day)) {
      notUnderstood.push({
        where: `stats[${index}]`,
        sentence: `Deux valeurs pour le ${day} : la dernière est gardée.`,
      });
    }
    figures.set(day, {
      indicator: meaning.indicator,
      kind: 'usage',
      value: parsed.data.value,
      unit: meaning.unit,
      isTarget: false,
      measuredOn: day,
      periodStart: null,
      placeLevel: null,
      placeCode: null,
      frequency: periodicities[meaning.periodicity],
      automated: true,
      collected: 'interface de statistiques du service',
      comment: read.data.description ?? null,
    });
  }
  return { figures: [...figures.values()], notUnderstood };
}

/** Instants are read at their day in UTC, as the services that serve them write them. */
function dayOfPoint(date: string | number): string | null {
  if (typeof date === 'string') return dayOf(date);
  const instant = new Date(date * 1000);
  return Number.isNaN(instant.getTime()) || instant.getUTCFullYear() > 9999 || instant.getUTCFullYear() < 1970
    ? null
    : instant.toISOString().slice(0, 10);
}
