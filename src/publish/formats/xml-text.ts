const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text safe between tags and in quoted attributes of XML and HTML; characters XML forbids are left out. */
export const xmlText = (text: string): string =>
  [...text]
    .filter((character) => allowed(character.codePointAt(0) ?? 0))
    .join('')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** XML 1.0, section 2.2. */
const allowed = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x10000;
