import { Refusal } from '../platform/refusal.ts';

/** Why a statement failed. DuckDB's own messages quote values, so they never leave this file. */
type DuckDbFailure = 'interrupted' | 'memory' | 'disk' | 'unreadable' | 'other';

function duckDbFailure(error: unknown): DuckDbFailure {
  const message = error instanceof Error ? error.message : '';
  if (/^INTERRUPT/i.test(message)) return 'interrupted';
  if (/^Out of Memory/i.test(message)) return 'memory';
  if (/No space left|could not write/i.test(message)) return 'disk';
  if (/^(Invalid Input|Conversion|IO|Invalid|Serialization)\b/i.test(message)) return 'unreadable';
  return 'other';
}

/** What to throw for a failure while reading a file: a refusal, or an unexpected error stripped of values. */
export function fileRefusal(error: unknown, file: string): unknown {
  if (error instanceof Refusal) return error;
  const failure = duckDbFailure(error);
  if (failure === 'interrupted' || (error instanceof Error && error.name === 'AbortError'))
    return interrupted();
  if (failure === 'memory') {
    return new Refusal(
      'data',
      `${file} demande plus de mémoire que la limite.`,
      'Augmentez la limite, par exemple FOULEE_MEMORY=4GB, ou découpez le fichier.',
    );
  }
  if (failure === 'disk') {
    return new Refusal(
      'data',
      `Le disque est plein : ${file} n'a pas été importé, l'état précédent est conservé.`,
      'Libérez de la place dans le dossier des données, puis relancez l’import.',
    );
  }
  if (failure === 'other') return withoutValues(error);
  return new Refusal(
    'data',
    `${file} ne peut pas être lu : son contenu n'est pas celui d'un fichier de ce format.`,
    'Vérifiez que le fichier est complet et que « format » est juste dans le plan.',
  );
}

/** An unexpected error, fit for a log: of DuckDB's messages only the kind is kept. */
function withoutValues(error: unknown): unknown {
  const kind = error instanceof Error && /^[A-Z][A-Za-z ]{2,40} Error(?=:)/.exec(error.message)?.[0];
  return kind ? new Error(`DuckDB: ${kind}`) : error;
}

const interrupted = () =>
  new Refusal(
    'interrupted',
    'Import interrompu à votre demande : l’état précédent est conservé.',
    'Relancez la commande pour reprendre.',
  );
