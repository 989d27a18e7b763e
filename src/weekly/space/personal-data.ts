const email = /[^\s@]+@[^\s@]+\.[^\s@]+/;
/** Ten digits in pairs, or the international form, whatever parts them. */
const phone = /(?:(?:\+|00)\s?33[\s.-]?(?:\(0\)[\s.-]?)?|\b0)[1-9](?:[\s.\u00a0\u202f-]?\d{2}){4}(?!\d)/;
/** Thirteen digits of a social security number, in its usual groups. */
const socialSecurity = /\b[12][\s.]?\d{2}[\s.]?(?:0[1-9]|1[0-2]|[2-9]\d)[\s.]?\w{2}[\s.]?\d{3}[\s.]?\d{3}\b/;

/** What in a text obviously names or reaches a person, in French; null: nothing obvious. */
export function personalDataIn(text: string): string | null {
  if (email.test(text)) return 'une adresse de courriel';
  if (phone.test(text)) return 'un numéro de téléphone';
  if (socialSecurity.test(text)) return 'un numéro de sécurité sociale';
  return null;
}

/** The same text with `…` where such things were: nothing else of what was written is lost. */
export const withoutPersonalData = (text: string): string =>
  [email, phone, socialSecurity].reduce((kept, found) => kept.replace(new RegExp(found, 'g'), '…'), text);
