/**
 * Which characters a TrueType font draws, from its `cmap` table (format 12, full Unicode). Throws on a font without one.
 * Source: OpenType specification 1.9, `cmap`.
 */
export function fontCoverage(font: Buffer): (codePoint: number) => boolean {
  const at = unicodeTable(font);
  const groups = Array.from({ length: font.readUInt32BE(at + 12) }, (_, i) => {
    const group = at + 16 + 12 * i;
    return { from: font.readUInt32BE(group), until: font.readUInt32BE(group + 4) };
  });
  return (codePoint) => {
    let [low, high] = [0, groups.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = groups[middle];
      if (group === undefined) return false;
      if (codePoint < group.from) high = middle - 1;
      else if (codePoint > group.until) low = middle + 1;
      else return true;
    }
    return false;
  };
}

/** Where the table of all Unicode characters begins. */
function unicodeTable(font: Buffer): number {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const record = tables.find((table) => font.toString('latin1', table, table + 4) === 'cmap');
  if (record === undefined) throw new TypeError('a font without characters');
  const cmap = font.readUInt32BE(record + 8);
  const encodings = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) => cmap + 4 + 8 * i);
  const full = encodings
    .map((encoding) => cmap + font.readUInt32BE(encoding + 4))
    .find((table) => font.readUInt16BE(table) === 12);
  if (full === undefined) throw new TypeError('a font that does not cover all of Unicode');
  return full;
}
