import type { Edit } from '../../../../plan/edit/edit.ts';
import { valueAt } from '../../../../plan/problem.ts';
import { type At, fieldName, type ValueField } from '../field.ts';

type Origin = 'files' | 'arrivals' | 'pull';

/** Where the rows of a source come from; null: it does not say. */
export function origin(source: unknown): Origin | null {
  const says = (key: string) => (valueAt(source, [key]) ?? null) !== null;
  if (says('pull')) return 'pull';
  if (valueAt(source, ['arrivals']) === true) return 'arrivals';
  return says('files') ? 'files' : null;
}

/** The one choice between three keys of a source. */
export function originField(at: At): ValueField {
  const path = at('arrivals');
  const sourceIn = (data: unknown) => valueAt(data, at());
  return {
    name: fieldName(path),
    path,
    label: 'D’où viennent ses lignes',
    control: 'choice',
    reshapes: true,
    choices: [
      ['arrivals', 'reçues en ligne (dépôt, envois)'],
      ['pull', 'prises ailleurs (export, base)'],
      ['files', 'fichiers rangés près du plan'],
    ],
    shown: (data) => origin(sourceIn(data)) ?? '',
    edits: (data, typed) => {
      const keys = (['files', 'arrivals', 'pull'] as const).filter((key) => key !== typed);
      const gone = keys.filter((key) => valueAt(data, at(key)) !== undefined);
      const removed = gone.map((key): Edit => ({ path: at(key), removed: true }));
      if (typed === 'arrivals') return [{ path, value: true }, ...removed];
      return typed === 'pull' ? [{ path: at('pull'), value: {} }, ...removed] : removed;
    },
  };
}
