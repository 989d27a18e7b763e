import { later, minutes } from '../../platform/accounts/context.ts';
import { newId } from '../../platform/ids.ts';
import type { PackedFile } from './pack-file.ts';

/** A file someone chose to deliver, until they say which column is what. In memory only, packed. */
export interface HeldFile {
  readonly service: string;
  readonly account: string;
  readonly source: string;
  readonly name: string;
  readonly packed: PackedFile;
}

export interface HeldFiles {
  keep(file: HeldFile): string;
  /** Null: delivered, given up, of someone else, too old, or pushed out by others. */
  find(id: string, owner: Pick<HeldFile, 'service' | 'account'>): HeldFile | null;
  drop(id: string): void;
}

/** Bytes of one file once packed, and of all that are held at once. */
export const mostPackedBytes = 100e6;
const mostHeldBytes = 150e6;
const lifetime = minutes(15);

/** When too much is held, the oldest files give way. */
export function heldFiles(now: () => string): HeldFiles {
  const held = new Map<string, { readonly file: HeldFile; readonly until: string }>();
  const bytes = () => [...held.values()].reduce((sum, { file }) => sum + file.packed.size, 0);
  const forgetOld = () => {
    for (const [id, { until }] of held) if (until <= now()) held.delete(id);
  };
  return {
    keep(file) {
      forgetOld();
      for (const id of held.keys()) {
        if (bytes() + file.packed.size <= mostHeldBytes) break;
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
