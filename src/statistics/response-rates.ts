/**
 * Who answered, class by class, and the weight that corrects for it: sampled / responded in each class.
 * Assumes that, within a class, those who answered are like those who did not. Source: Little 1986 (weighting classes).
 */
import { type Refused, refused } from './refused.ts';

export interface ResponseClass {
  readonly name: string;
  readonly sampled: number;
  readonly responded: number;
}

export interface ResponseRates {
  readonly rate: number;
  readonly classes: readonly (ResponseClass & {
    readonly rate: number;
    /** Weight of an answer of this class; null when nobody answered. */
    readonly weight: number | null;
  })[];
  /** Classes where nobody answered: the others cannot speak for them. */
  readonly silent: readonly string[];
  readonly sentence: string;
}

export function responseRates(classes: readonly ResponseClass[]): ResponseRates | Refused {
  const impossible = classes.find(
    ({ sampled, responded }) => !(sampled > 0 && responded >= 0 && responded <= sampled),
  );
  if (impossible !== undefined)
    return refused(
      'invalid-input',
      `Catégorie « ${impossible.name} » : le nombre de réponses doit être compris entre 0 et le nombre de personnes interrogées.`,
    );
  if (classes.length === 0) return refused('empty-group', "Personne n'a été interrogé.");
  const sampled = classes.reduce((sum, each) => sum + each.sampled, 0);
  const responded = classes.reduce((sum, each) => sum + each.responded, 0);
  const silent = classes.flatMap((each) => (each.responded === 0 ? [each.name] : []));
  const people = Math.round((100 * responded) / sampled);
  return {
    rate: responded / sampled,
    classes: classes.map((each) => ({
      ...each,
      rate: each.responded / each.sampled,
      weight: each.responded === 0 ? null : each.sampled / each.responded,
    })),
    silent,
    sentence:
      `Sur 100 personnes interrogées, ${people} ont répondu.` +
      (silent.length === 0 ? '' : ` Personne n'a répondu dans : ${silent.join(', ')}.`),
  };
}
