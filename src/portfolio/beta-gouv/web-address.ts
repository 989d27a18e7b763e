import { quoted } from '../../platform/french/typography.ts';

export interface AddressReading {
  readonly address: string | null;
  /** What was wrong, and what was done; empty when nothing was. */
  readonly sentence: string;
  /** Whether the text may hold a password: it is then neither kept nor shown. */
  readonly secret: boolean;
}

const longest = 2_000;

/** Reads an address meant for readers to follow: http or https only; a path alone is completed with `base`. */
export function webAddress(text: string, base: string | null): AddressReading {
  const shown = quoted(text.length > 60 ? `${text.slice(0, 59)}…` : text);
  const refused = (sentence: string, secret = false) => ({ address: null, sentence, secret });
  if (text.length > longest) return refused('Adresse démesurée : elle est laissée vide.');
  if (/^[a-z][a-z0-9+.-]*:\/\/[^/]*@/i.test(text)) {
    return refused(
      'Cette adresse contient un nom ou un mot de passe : elle est laissée vide et n’est pas gardée.',
      true,
    );
  }
  if (/^https?:\/\//i.test(text)) {
    return URL.canParse(text) && !/\s/.test(text)
      ? { address: text, sentence: '', secret: false }
      : refused(`${shown} n’est pas une adresse que l’on puisse suivre : elle est laissée vide.`);
  }
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(text)) {
    return {
      address: `https://${text}`,
      sentence: `${shown} : « https:// » manque, il est ajouté.`,
      secret: false,
    };
  }
  if (/^\/(?!\/)\S*$/.test(text) && base !== null && URL.canParse(text, base)) {
    const address = new URL(text, base).href;
    return { address, sentence: `${shown} n’est qu’un chemin : lu comme ${address}.`, secret: false };
  }
  return refused(`${shown} n’est pas une adresse web : elle est laissée vide.`);
}
