import { leastBase } from '../../confidentiality/protected-table.ts';
import { exactDuration } from '../../platform/french/duration.ts';
import { counted, frenchList, frenchNumber } from '../../platform/french/number.ts';
import { quoted } from '../../platform/french/typography.ts';
import { roundBase } from './round-base.ts';

/** Why there is no table to hand over: something to ask otherwise (`usage`), or what the people allow (`data`). */
export interface TableRefusal {
  readonly kind: 'refused';
  readonly because: 'usage' | 'data';
  readonly sentence: string;
  readonly advice: string;
}

const refusal = (because: TableRefusal['because'], sentence: string, advice: string): TableRefusal => ({
  kind: 'refused',
  because,
  sentence,
  advice,
});

export const notFollowed = (indicator: string): TableRefusal =>
  refusal(
    'usage',
    `L’indicateur ${quoted(indicator)} ne suit pas des personnes une à une : il n’y a pas de tableau d’effectifs à en tirer.`,
    'Choisissez un indicateur de suivi (method: follow-up), ou publiez son chiffre avec « foulee publish ».',
  );

export const unknownSide = (asked: string, known: readonly string[]): TableRefusal =>
  refusal(
    'usage',
    `Le tableau ne peut pas être découpé selon ${quoted(asked)}.`,
    `Ce plan permet : ${frenchList(known)}. Un détail de plus s’écrit dans breakdown.`,
  );

export const sideTwice = (name: string): TableRefusal =>
  refusal(
    'usage',
    `${quoted(name)} est demandé deux fois : un tableau croise des découpages différents.`,
    'Donnez d’autres lignes (--rows) ou d’autres colonnes (--columns).',
  );

export const unknownHorizon = (horizon: number, known: readonly number[]): TableRefusal =>
  refusal(
    'usage',
    `Le plan ne lit pas l’effet à ${exactDuration(horizon)}.`,
    `Il le lit à ${frenchList(known.map(exactDuration))} : donnez l’un de ces délais, par exemple --horizon ${known.at(-1)}d.`,
  );

export const baseTooSmall = (base: number, threshold: number, units: string): TableRefusal =>
  refusal(
    'usage',
    `Arrondi à ${frenchNumber(base)}, le tableau dirait d’un groupe qu’il compte moins de ${frenchNumber(threshold)} ${units} sans être vide.`,
    `Prenez au moins --base ${leastBase(threshold)} ; --base ${roundBase(threshold)} se lit bien.`,
  );

export const tooManyCells = (cells: number, most: number): TableRefusal =>
  refusal(
    'usage',
    `Ce tableau aurait ${counted(cells, 'case', 'cases')} ; au-delà de ${frenchNumber(most)}, presque toutes seraient masquées.`,
    'Demandez moins de lignes : un seul découpage, ou des cohortes plus longues (cohort: quarter dans le plan).',
  );

export const tooFewUnits = (threshold: number, units: string): TableRefusal =>
  refusal(
    'data',
    `Trop peu : moins de ${frenchNumber(threshold)} ${units} en tout, aucun tableau ne peut être remis.`,
    'Attendez que le service ait plus d’usagers.',
  );

export const cannotProtect = (): TableRefusal =>
  refusal(
    'data',
    'Le total donnerait un petit effectif, même en masquant toutes les autres cases.',
    'Demandez d’autres lignes (--rows) ou d’autres colonnes (--columns), ou un tableau arrondi : --protect round.',
  );
