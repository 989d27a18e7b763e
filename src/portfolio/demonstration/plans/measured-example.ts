import { caseOf } from '../../cases/library.ts';
import { planHead } from '../../cases/plans/plan-head.ts';
import { demonstrationId } from '../ensure-demonstration.ts';

/** What is known when a service publishes. Days are `YYYY-MM-DD`. */
export interface Known {
  /** Last day of the files. */
  readonly through: string;
  /** First day of the demonstration, the same for all its publications: a month, 18 months before the last one. */
  readonly since: string;
}

/** A service of the demonstration that publishes figures, measured on simulated data. */
export interface MeasuredExample {
  /** As the case library identifies it. */
  readonly service: string;
  /** Whether its people are those of the simulated world of job seekers, the rest of its files being its own. */
  readonly jobSeekers: boolean;
  /** How many months ago it published, furthest first; 0: today. */
  readonly monthsAgo: readonly number[];
  /** The text of its plan, `impact.yaml`. */
  plan(known: Known): string;
  /** Its own files by name: those of an earlier day are the beginning of those of a later one. */
  files(known: Known): Readonly<Record<string, string>>;
  /** What is said afterwards of one of its publications. */
  readonly correction?: { readonly number: number; readonly reason: string };
}

export const simulated =
  'Chiffre de démonstration : le monde mesuré est simulé, aucune personne n’est réelle.';

/** Why sources of the demonstration may be matched. */
export const matchingRight =
  'Données simulées pour la démonstration : aucune personne réelle, le croisement est libre.';

/** The head of a plan for a case of the library, said to be simulated. */
export function demonstrationHead(id: string): string {
  const example = caseOf(id);
  if (example === null) throw new Error(`No case is called ${id}.`);
  return planHead(example, { id: demonstrationId(id), name: `${example.name} (démonstration)` });
}
