import type { Edition } from '../edition.ts';
import { keptTyping } from './kept-typing.ts';
import type { FormSection } from './plan-form.ts';

export interface FormShown {
  readonly sections: readonly FormSection[];
  /** What was typed, for the fields that are not in the text. */
  readonly typed: ReadonlyMap<string, string>;
  /** Identifier of the section just added; null: none was. */
  readonly added: string | null;
}

/** The form of a text, with what was typed and is not in it. */
export function formShown(sections: readonly FormSection[], edition: Edition | undefined): FormShown {
  if (edition === undefined) return { sections, typed: new Map(), added: null };
  const { refused, typed, part } = edition;
  return {
    sections: keptTyping(sections, refused, typed),
    typed: part?.kind === 'refused' ? typed : new Map(),
    added: part?.kind === 'done' ? part.added : null,
  };
}
