import { normalDraw } from '../../../statistics/seeded-random.ts';
import { dailyTable, dayAfter, fixedTable } from '../../demonstration/plans/simulated-table.ts';

/** Three months of answers to public contracts, 40,000 a month or so, and the hours saved on sixty of them. */
export const marketAnswers = () => ({
  'reponses.csv': fixedTable('jour', { count: 118_700, seed: 401 }, ({ below }) => [
    dayAfter('2026-08-01', below(92)),
  ]),
  'marches.csv': fixedTable('marche,heures', { count: 60, seed: 402 }, ({ uniform }, rank) => [
    rank,
    (2 + 0.97 * normalDraw(uniform)).toFixed(1),
  ]),
});

/** A year of introductions, and a hundred and twenty calls, of which a few reach nobody. */
export const sameDayIntroductions = () => ({
  'relations.csv': dailyTable(
    'jour',
    { first: '2025-11-01', last: '2026-10-31', perDay: 115, seed: 403 },
    (day) => [day],
  ),
  'appels.csv': fixedTable('appel,resultat', { count: 120, seed: 404 }, ({ happens }, rank) => [
    rank,
    happens(0.85) ? (happens(0.25) ? 'embauche' : 'rien') : '',
  ]),
});

/** Two years of permits, and forty addresses visited the summer after. */
export const permitsGranted = () => ({
  'permis.csv': dailyTable(
    'accorde_le',
    { first: '2024-11-01', last: '2026-10-31', perDay: 0.55, seed: 405 },
    (day) => [day],
  ),
  'visites.csv': fixedTable('visite,constat', { count: 40, seed: 406 }, ({ happens }, rank) => [
    rank,
    happens(0.95) ? (happens(0.6) ? 'planté' : 'nu') : '',
  ]),
});
