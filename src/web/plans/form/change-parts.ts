import { z } from 'zod';
import { editText } from '../../../plan/edit/edit-text.ts';
import { pathFromText, valueAt } from '../../../plan/problem.ts';
import { identifierOf } from './identifier-of.ts';
import { methods } from './parts/method-fields.ts';
import { sourceKinds } from './parts/source-kinds.ts';
import { editableData } from './plan-form.ts';

/** A part added to a plan or taken out of it, and what is said of it. */
export type PartChange =
  | { readonly kind: 'done'; readonly text: string; readonly what: string; readonly added: string | null }
  | { readonly kind: 'refused'; readonly what: string };

type Typed = ReadonlyMap<string, string>;

const sourceName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/);

/** Does what a button of the form asks: `ajouter-source`, `ajouter-indicateur`, `retirer:<place>`. */
export function changeParts(text: string, asked: string, typed: Typed): PartChange | null {
  if (asked === 'ajouter-source') return addSource(text, typed);
  if (asked === 'ajouter-indicateur') return addIndicator(text, typed);
  return asked.startsWith('retirer:') ? remove(text, asked.slice('retirer:'.length)) : null;
}

function addSource(text: string, typed: Typed): PartChange {
  const name = identifierOf(typed.get('nouvelle-source') ?? '', '_');
  const kind = sourceKinds.find(([value]) => value === typed.get('nouvelle-source-sorte'));
  if (!sourceName.safeParse(name).success || kind === undefined)
    return refused(
      'Donnez un nom à cette source : des lettres sans accent et des chiffres, une lettre d’abord.',
    );
  if (valueAt(editableData(text), ['sources', name]) !== undefined)
    return refused(`Ce plan a déjà une source « ${name} ». Donnez-en un autre à celle-ci.`);
  const value = { kind: kind[0], arrivals: true };
  return done(editText(text, [{ path: ['sources', name], value }]), {
    what: `La source « ${name} » est ajoutée : dites ses colonnes.`,
    added: `source-${name}`,
  });
}

function addIndicator(text: string, typed: Typed): PartChange {
  const name = (typed.get('nouvel-indicateur') ?? '').trim().slice(0, 200);
  const method = methods.find(([value]) => value === typed.get('nouvel-indicateur-methode'));
  const id = identifierOf(name, '-');
  if (id === '' || method === undefined)
    return refused('Donnez un nom à cet indicateur : ce qu’il compte, en quelques mots.');
  const indicators = valueAt(editableData(text), ['indicators']) ?? [];
  if (!Array.isArray(indicators)) return refused(notWritten);
  const ids = indicators.map((one) => String(valueAt(one, ['id'])).toLowerCase());
  const free = [id, ...Array.from({ length: 98 }, (_, i) => `${id}-${i + 2}`)].find(
    (one) => !ids.includes(one),
  );
  const item = { id: free ?? id, name, method: method[0] };
  return done(editText(text, [{ path: ['indicators', indicators.length], item }]), {
    what: `L’indicateur « ${name} » est ajouté : dites comment il se mesure.`,
    added: `indicateur-${indicators.length + 1}`,
  });
}

function remove(text: string, place: string): PartChange {
  const path = pathFromText(place);
  const isPart = (path[0] === 'sources' || path[0] === 'indicators') && path.length > 1;
  if (!isPart || valueAt(editableData(text), path) === undefined)
    return refused('Ce qu’il fallait retirer n’est plus dans le plan.');
  return done(editText(text, [{ path, removed: true }]), {
    what: 'C’est retiré de ce texte.',
    added: null,
  });
}

const notWritten =
  'Ce plan est écrit d’une façon que le formulaire ne sait pas reprendre : faites-le dans le texte.';
const refused = (what: string): PartChange => ({ kind: 'refused', what });
const done = (
  text: string | null,
  said: { readonly what: string; readonly added: string | null },
): PartChange => (text === null ? refused(notWritten) : { kind: 'done', text, ...said });
