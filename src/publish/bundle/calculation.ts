import { Refusal } from '../../platform/refusal.ts';
import { type Bundle, bundleVersion } from './bundle.ts';

/**
 * Which figures a publication holds and how they follow from its counts. One more when figures are added; a figure
 * already published never changes value under its number (docs/decisions/0010).
 */
export const calculationVersion = 3;

/** Bundles of before it was written in them are of the first. */
export const calculationOf = ({ calculation = 1 }: Pick<Bundle, 'calculation'>): number => calculation;

/** Refuses a bundle whose format or calculation this software does not know yet. `from`: what it was read from. */
export function refuseNewer(
  { foulee, calculation }: { readonly foulee?: unknown; readonly calculation?: unknown },
  from: string,
): void {
  const newer =
    typeof foulee === 'number' && foulee > bundleVersion
      ? `format ${foulee}`
      : typeof calculation === 'number' && calculation > calculationVersion
        ? `calcul ${calculation}`
        : null;
  if (newer === null) return;
  throw new Refusal(
    'data',
    `${from} vient d’une version plus récente de Foulée (${newer}), que celle-ci ne sait pas recalculer.`,
    'Mettez Foulée à jour, puis recommencez.',
  );
}
