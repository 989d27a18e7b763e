import { acceslibre, aidesJeunes, maintenant, mps, planteEtMoi } from './counted-and-asked.ts';
import { franceVae, inclu, nosGestesClimat } from './followed-people.ts';
import { estime, laBonneBoite } from './job-seekers.ts';
import type { MeasuredExample } from './measured-example.ts';
import { zeroLogementVacant } from './territories.ts';

/** Services of the demonstration that publish figures: each way to measure, and each way a figure can be missing. */
export const measuredExamples: readonly MeasuredExample[] = [
  laBonneBoite,
  estime,
  zeroLogementVacant,
  mps,
  maintenant,
  aidesJeunes,
  inclu,
  nosGestesClimat,
  franceVae,
  planteEtMoi,
  acceslibre,
];
