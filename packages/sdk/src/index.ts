/** One row: the fields that the plan of the service names. Identifiers are the service's own, replaced on arrival. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Rows that the site did not take, and will not: they are not sent again. */
export interface Refusal {
  /** HTTP status; 200 when only some rows were refused. */
  readonly status: number;
  readonly rows: readonly Row[];
  /** What the site says, in French: `faults` (row, field, what, expected), or `detail` and `advice`. */
  readonly answer: unknown;
}

export interface Settings {
  /** Address of the source: `https://…/api/collecte/<service>/<source>`. */
  readonly to: string;
  /** Collection key: of a server, or made for the site of this page. */
  readonly key: string;
  /** Milliseconds rows wait for others to leave with; 1,000. */
  readonly wait?: number;
  /** Rows kept at most while the site cannot be reached; 1,000. */
  readonly most?: number;
  readonly onRefused?: (refusal: Refusal) => void;
}

export interface Collector {
  /** Keeps a row and sends it soon; false when too many wait already: this one is not kept. */
  track(row: Row): boolean;
  /** Sends what waits; true once nothing does, false when the site cannot take it now (it will be tried again). */
  flush(): Promise<boolean>;
}

/** What is used of a browser, absent elsewhere. */
interface Page {
  readonly document?: {
    readonly visibilityState: string;
    addEventListener(type: string, listener: () => void): void;
  };
  readonly navigator?: { sendBeacon?(address: string, body: string): boolean };
}

const batch = 200;
const longestWait = 60_000;

/** Sends rows to Foulée, each counted once whatever the network does. Keeps nothing on the device. */
export function collect({ to, key, wait = 1000, most = 1000, onRefused = () => {} }: Settings): Collector {
  const { document, navigator } = globalThis as Page;
  const queue: Row[] = [];
  let pause = wait;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<boolean> | undefined;

  const later = (milliseconds: number) => {
    timer ??= setTimeout(flush, milliseconds);
    (timer as { unref?: () => void }).unref?.();
  };
  const sendAll = async (): Promise<boolean> => {
    while (queue.length) {
      const rows = queue.slice(0, batch);
      let answer: Response | undefined;
      let said: { received?: number; refused?: number } = {};
      try {
        answer = await fetch(to, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
          body: JSON.stringify(rows),
        });
        said = (await answer.json()) as typeof said;
      } catch {}
      // A success that does not count rows comes from something between: a proxy, a redirection.
      if (
        !answer ||
        answer.status === 429 ||
        answer.status >= 500 ||
        (answer.ok && said.received === undefined)
      ) {
        pause = Math.min(pause * 2, longestWait);
        later(
          Math.max(pause * (0.5 + Math.random() / 2), 1000 * Number(answer?.headers.get('retry-after') ?? 0)),
        );
        return false;
      }
      queue.splice(0, rows.length);
      pause = wait;
      if (!answer.ok || said.refused) onRefused({ status: answer.status, rows, answer: said });
    }
    return true;
  };
  function flush(): Promise<boolean> {
    clearTimeout(timer);
    timer = undefined;
    sending ??= sendAll().finally(() => {
      sending = undefined;
    });
    return sending;
  }
  // Rows stay in the queue: if the page comes back, they are sent again under the same ids, and counted once.
  document?.addEventListener('visibilitychange', () => {
    for (let at = 0; document.visibilityState === 'hidden' && at < queue.length; at += batch) {
      navigator?.sendBeacon?.(`${to}?cle=${key}`, JSON.stringify(queue.slice(at, at + batch)));
    }
  });
  return {
    track(row) {
      if (queue.length >= most) return false;
      queue.push({ _id: newId(), ...row });
      later(wait);
      return true;
    },
    flush,
  };
}

const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(36)).join('-');
