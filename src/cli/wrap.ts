/**
 * Breaks a text into lines of at most `width` characters at its ordinary spaces, then shows no-break spaces as
 * ordinary ones. Control characters are dropped: a name in a plan must not drive the terminal.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .replace(/\p{Cc}/gu, ' ')
    .split(/ +/)
    .flatMap((long) => cut(long, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((one) => one.replace(/[\u00a0\u202f]/g, ' '));
}

function cut(word: string, width: number): string[] {
  return word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
}
