import { Refusal } from './refusal.ts';

/** Where the public site listens, how it is called and looks, and who answers for it. */
export interface SiteSetting {
  readonly host: string;
  readonly port: number;
  readonly name: string;
  /** `etat`: the State brand, reserved to State sites. */
  readonly theme: 'etat' | 'neutre';
  readonly editor: string | null;
  readonly contact: string | null;
  readonly hosting: string | null;
}

/**
 * Reads HOST (127.0.0.1), PORT (8080), FOULEE_NAME (Foulée), FOULEE_THEME (neutre), FOULEE_EDITOR,
 * FOULEE_CONTACT, FOULEE_HOSTING. `setting` gives the value of a name, null when it is not set.
 */
export function siteSetting(setting: (name: string) => string | null): SiteSetting {
  return {
    host: setting('HOST') ?? '127.0.0.1',
    port: port(setting('PORT')),
    name: setting('FOULEE_NAME') ?? 'Foulée',
    theme: theme(setting('FOULEE_THEME')),
    editor: setting('FOULEE_EDITOR'),
    contact: setting('FOULEE_CONTACT'),
    hosting: setting('FOULEE_HOSTING'),
  };
}

function port(text: string | null): number {
  if (text === null) return 8080;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new Refusal(
      'usage',
      `PORT vaut « ${text} », qui n’est pas un numéro de port (de 0 à 65535).`,
      'Écrivez par exemple PORT=8080.',
    );
  }
  return Number(text);
}

function theme(text: string | null): SiteSetting['theme'] {
  if (text === null) return 'neutre';
  if (text === 'etat' || text === 'neutre') return text;
  throw new Refusal(
    'usage',
    `FOULEE_THEME vaut « ${text} », qui n’est pas un habillage connu.`,
    'Écrivez FOULEE_THEME=neutre, ou FOULEE_THEME=etat pour un site de l’État : cette marque lui est réservée.',
  );
}
