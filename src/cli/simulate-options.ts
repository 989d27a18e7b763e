import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '../platform/refusal.ts';
import { laBonneBoiteProfile, type MonthlyShape, readFunnel } from '../simulation/monthly-shape.ts';
import { defaultOptions, type SimulationOptions, type WorldSize } from '../simulation/options.ts';

/** What the user wrote after `foulee simulate`. */
export interface SimulateFlags {
  readonly output: string;
  readonly size?: string;
  readonly uses?: string;
  readonly hires?: string;
  readonly start?: string;
  readonly months?: string;
  readonly seed: string;
  readonly format: string;
  readonly files: string;
  readonly gz?: boolean;
  readonly people?: boolean;
  readonly funnel?: string;
  readonly effect: string;
  readonly missedLinks: string;
  readonly hiddenMotivation: string;
  readonly force?: boolean;
}

/** The options of the world, or a refusal that says which flag does not fit and what would. */
export function readSimulateFlags(flags: SimulateFlags): SimulationOptions {
  const shape = flags.funnel === undefined ? laBonneBoiteProfile : funnel(flags.funnel);
  const funnelMonths = shape.kind === 'months' ? shape : null;
  const start = flags.start ?? funnelMonths?.first ?? defaultOptions.start;
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(start)) {
    throw new Refusal('usage', `--start ${start} n'est pas un mois.`, 'Écrivez-le AAAA-MM : 2018-09.');
  }
  const months = flags.months ?? String(funnelMonths?.users.length ?? defaultOptions.months);
  return {
    output: resolve(flags.output),
    size: readSize(flags),
    seed: count('--seed', flags.seed, 0, 2 ** 32 - 1),
    start,
    months: count('--months', months, 3, 120),
    shape,
    format: choice('--format', flags.format, ['json', 'csv']),
    files: choice('--files', flags.files, ['day', 'month']),
    compress: flags.gz === true,
    people: flags.people === true,
    hazardRatio: decimal('--effect', flags.effect, 0.1, 20),
    missedLinks: decimal('--missed-links', flags.missedLinks, 0, 0.9),
    hiddenMotivation: decimal('--hidden-motivation', flags.hiddenMotivation, 0, 5),
  };
}

const mostRows = 2_000_000_000;

function readSize({ size, uses, hires }: SimulateFlags): WorldSize {
  if (uses === undefined && hires === undefined) {
    return size === undefined ? defaultOptions.size : { persons: count('--size', size, 1, 100_000_000) };
  }
  if (size !== undefined || uses === undefined || hires === undefined) {
    throw new Refusal(
      'usage',
      'La taille du monde se donne en personnes (--size) ou en lignes (--uses et --hires, les deux).',
      'Gardez --size seul, ou --uses et --hires ensemble.',
    );
  }
  return { uses: count('--uses', uses, 1, mostRows), hires: count('--hires', hires, 0, mostRows) };
}

const frenchNumber = (n: number) => n.toLocaleString('fr-FR');

/** An integer; spaces and underscores may separate thousands, and `k` or `M` may end it. */
function count(option: string, text: string, least: number, most: number): number {
  const match = /^([\d\s_]+)(k|M)?$/.exec(text.trim());
  const digits = match?.[1]?.replace(/[\s_]/g, '') ?? '';
  const value = Number(digits) * (match?.[2] === 'M' ? 1e6 : match?.[2] === 'k' ? 1e3 : 1);
  if (digits === '' || !Number.isSafeInteger(value) || value < least || value > most) {
    throw new Refusal(
      'usage',
      `${option} ${text} ne convient pas.`,
      `Donnez un nombre entier de ${frenchNumber(least)} à ${frenchNumber(most)} (10k et 3M sont compris).`,
    );
  }
  return value;
}

function decimal(option: string, text: string, least: number, most: number): number {
  const value = /^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new Refusal(
      'usage',
      `${option} ${text} ne convient pas.`,
      `Donnez un nombre de ${frenchNumber(least)} à ${frenchNumber(most)}.`,
    );
  }
  return value;
}

function choice<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const value = allowed.find((name) => name === text);
  if (value !== undefined) return value;
  throw new Refusal('usage', `${option} ${text} n'existe pas.`, `Choisissez ${allowed.join(' ou ')}.`);
}

function funnel(path: string): MonthlyShape {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Refusal(
      'data',
      `Le fichier ${path} ne peut pas être lu.`,
      'Vérifiez son chemin et ses droits.',
    );
  }
  const shape = readFunnel(text, 'chiffres mensuels lus dans un fichier (--funnel)');
  if ('problem' in shape) {
    throw new Refusal(
      'data',
      `Le fichier ${path} n'est pas une suite de mois : ${shape.problem}.`,
      'Corrigez le fichier, ou retirez --funnel pour le profil saisonnier intégré.',
    );
  }
  return shape;
}
