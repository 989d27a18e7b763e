import { z } from 'zod';
import type { AccountRequest } from '../accounts/account-parts.ts';
import { applyForm } from './form/apply-form.ts';
import { changeParts, type PartChange } from './form/change-parts.ts';

/** What someone has before them: a text being written, by form or not, and from which version. */
export interface Edition {
  readonly text: string;
  readonly after: number;
  readonly note: string;
  readonly view: 'texte' | 'formulaire';
  readonly doing: 'verifier' | 'enregistrer' | 'texte' | 'formulaire';
  /** What was typed, by name of field. */
  readonly typed: ReadonlyMap<string, string>;
  /** Names of the fields whose value has no place in the text as it is written. */
  readonly refused: readonly string[];
  /** What became of a part asked to be added or taken out; null: none was. */
  readonly part: PartChange | null;
}

const shape = z.object({
  texte: z.string().catch(''),
  apres: z.coerce.number().int().min(0).catch(0),
  note: z.string().max(300).catch(''),
  vue: z.enum(['texte', 'formulaire']).catch('texte'),
  faire: z.enum(['verifier', 'enregistrer', 'texte', 'formulaire']).catch('verifier'),
});

/** Reads the form of the editor; fields typed by form are written in the text, then parts are added or taken out. */
export function readEdition(request: AccountRequest): Edition {
  const typed = request.get('form');
  const { texte, apres: after, note, vue: view, faire: doing } = shape.parse(Object.fromEntries(typed));
  const read = { after, note, view, doing, typed };
  if (view === 'texte') return { ...read, text: unix(texte), refused: [], part: null };
  const { text, refused } = applyForm(unix(texte), typed);
  const part = changeParts(text, typed.get('faire') ?? '', typed);
  return { ...read, text: part?.kind === 'done' ? part.text : text, refused, part };
}

/** A browser sends its own ends of line. */
export const unix = (text: string): string => text.replace(/\r\n?/g, '\n');
