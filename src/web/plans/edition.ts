import { z } from 'zod';
import type { AccountRequest } from '../accounts/account-parts.ts';
import { applyForm } from './form/plan-form.ts';

/** What someone has before them: a text being written, by form or not, and from which version. */
export interface Edition {
  readonly text: string;
  readonly after: number;
  readonly note: string;
  readonly view: 'texte' | 'formulaire';
  readonly doing: 'verifier' | 'enregistrer' | 'texte' | 'formulaire';
  /** Something typed in the form has no place in the text as it is written. */
  readonly notApplied: boolean;
}

const shape = z.object({
  texte: z.string().catch(''),
  apres: z.coerce.number().int().min(0).catch(0),
  note: z.string().max(300).catch(''),
  vue: z.enum(['texte', 'formulaire']).catch('texte'),
  faire: z.enum(['verifier', 'enregistrer', 'texte', 'formulaire']).catch('verifier'),
});

/** Reads the form of the editor; fields typed by form are written in the text. */
export function readEdition(request: AccountRequest): Edition {
  const form = request.get('form');
  const { texte, apres, note, vue, faire } = shape.parse(Object.fromEntries(form));
  const text = unix(texte);
  const applied = vue === 'formulaire' ? applyForm(text, form) : text;
  return { text: applied ?? text, after: apres, note, view: vue, doing: faire, notApplied: applied === null };
}

/** A browser sends its own ends of line. */
export const unix = (text: string): string => text.replace(/\r\n?/g, '\n');
