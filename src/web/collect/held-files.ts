import { later, minutes } from '../../platform/accounts/context.ts';
import { newId } from '../../platform/ids.ts';

/** A file someone chose to deliver, until they say which column is what. In memory only. */
export interface HeldFile {
  readonly service: string;
  readonly account: string;
  readonly source: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface HeldFiles {
  keep(file: HeldFile): string;
  /** Null: delivered, given up, of someone else, too old, or pushed out by others. */
  find(id: string, owner: Pick<HeldFile, 'service' | 'account'>): HeldFile | null;
  drop(id: string): void;
}

/** The largest file, and all that is held at once. */
export const mostFileBytes = 20_000_000;
const mostHeldBytes = 5 * mostFileBytes;
const lifetime = minutes(15);

/** When too much is held, the oldest files give way. */
export function heldFiles(now: () => string): HeldFiles {
  const held = new Map<string, { readonly file: HeldFile; readonly until: string }>();
  const bytes = () => [...held.values()].reduce((sum, { file }) => sum + file.bytes.length, 0);
  const forgetOld = () => {
    for (const [id, { until }] of held) if (until <= now()) held.delete(id);
  };
  return {
    keep(file) {
      forgetOld();
      for (const id of held.keys()) {
        if (bytes() + file.bytes.length <= mostHeldBytes) break;
        held.delete(id);
      }
      const id = newId();
      held.set(id, { file, until: later(now(), lifetime) });
      return id;
    },
    find(id, { service, account }) {
      forgetOld();
      const file = held.get(id)?.file;
      return file?.service === service && file.account === account ? file : null;
    },
    drop: (id) => void held.delete(id),
  };
}
