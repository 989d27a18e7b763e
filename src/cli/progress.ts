export interface Progress {
  /** `share` from 0 to 1; null: still working, no telling how far. */
  update(label: string, share: number | null): void;
  end(): void;
}

const width = 30;

/** A bar redrawn on one line of a terminal; silent anywhere else, so that logs stay clean. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { update() {}, end() {} };
  let drawn = '';
  const draw = (line: string) => {
    if (line === drawn) return;
    drawn = line;
    stream.write(`\r\u001b[2K${line}`);
  };
  return {
    update(label, share) {
      const done = Math.round(Math.min(1, Math.max(0, share ?? 0)) * width);
      const bar = `${'█'.repeat(done)}${'░'.repeat(width - done)}`;
      draw(share === null ? `${label}…` : `${label} ${bar} ${Math.round(share * 100)} %`);
    },
    end: () => draw(''),
  };
}
