interface Reminder {
  /** Of the service. */
  readonly name: string;
  readonly lines: readonly string[];
  /** Where the whole week is read. */
  readonly where: string;
  /** How to receive no more of them. */
  readonly stop: string;
}

/** The text of a message that reminds of a week: what it found, where to read it, how to stop such messages. */
export const reminderText = ({ name, lines, where, stop }: Reminder): string =>
  [
    `Dix minutes pour ${name} : regarder, écrire ce que vous avez appris, choisir une suite.`,
    '',
    ...lines.map((line) => `– ${line}`),
    '',
    where,
    '',
    '—',
    stop,
  ].join('\n');
