/** What every page knows of the site it is on. */
export interface Site {
  readonly name: string;
  /** Public address, without a final slash: `https://impact.exemple.fr`. */
  readonly address: string;
  readonly theme: 'etat' | 'neutre';
  /** Address of the style sheet, with the hash of its content. */
  readonly styleSheet: string;
  /** Who answers for the site; null: not said yet, and the legal pages say so. */
  readonly editor: string | null;
  readonly contact: string | null;
  readonly host: string | null;
  readonly software: string;
}

/** Lines of the State brand, on the State theme only. */
export const brandOf = ({ theme }: Site): readonly string[] | null =>
  theme === 'etat' ? ['République', 'Française'] : null;
