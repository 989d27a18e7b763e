import { frenchNumber, tied } from '../../platform/french/number.ts';
import { quoted } from '../../platform/french/typography.ts';
import { Refusal } from '../../platform/refusal.ts';

export interface SourceText {
  readonly text: string;
  /** How sentences name it: the file, or the address without its query, which may hold a key. */
  readonly name: string;
}

export interface SourceLimits {
  /** Bytes, once decompressed. */
  readonly size: number;
  /** Milliseconds for the whole download. */
  readonly time: number;
}

/** UTF-8 bytes as text; a byte order mark is dropped. */
export function decoded(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(
      'data',
      `${name} n’est pas du texte en UTF-8 : ses accents seraient perdus. Rien n’a été changé.`,
      `Enregistrez-le de nouveau en choisissant l’encodage ${quoted('UTF-8')}.`,
    );
  }
}

export function tooBig(name: string, size: number): Refusal {
  return new Refusal(
    'data',
    `${name} dépasse ${frenchNumber(size / 1e6)}${tied}Mo : bien plus qu’une telle liste. Rien n’a été changé.`,
    'Vérifiez que c’est le bon fichier ou la bonne adresse.',
  );
}
