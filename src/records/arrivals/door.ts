import type { Source } from '../../plan/plan.ts';
import type { Config } from '../../platform/config.ts';
import { readKey } from '../../platform/key.ts';
import { anythingArrived, arrivalsFolder } from './arrivals-folder.ts';
import { type BatchOptions, type OpenArrivals, openArrivals, type Receipt } from './open-arrivals.ts';
import { keyedHash, type Pseudonymiser, pseudonymiser } from './pseudonymiser.ts';

/** The one way in for rows that come over the network: identifiers become pseudonyms here, in memory. */
export interface ArrivalDoor {
  /** What became of a batch, once it is on disk; null: too much is waiting already, try again in a moment. */
  receive(
    service: string,
    source: Source,
    rows: readonly unknown[],
    options: BatchOptions,
  ): Promise<Receipt | null>;
  /** Whether any row of a source ever came. */
  holds(service: string, source: Pick<Source, 'name'>): boolean;
  close(): Promise<void>;
}

interface Secrets {
  readonly fingerprint: string;
  readonly pseudonym: Pseudonymiser;
  readonly keyed: (text: string) => Buffer;
}

/** Bytes and batches that may wait for the disk; more is refused for now. */
const mostWaiting = 32e6;
const mostBatches = 200;

/** The key is read, and each source opened, when the first row arrives. */
export function openDoor(
  config: Pick<Config, 'dataFolder' | 'key'>,
  limits: { readonly bytes: number; readonly batches: number } = { bytes: mostWaiting, batches: mostBatches },
): ArrivalDoor {
  const open = new Map<string, Promise<OpenArrivals>>();
  let secrets: Secrets | null = null;
  let batches = 0;
  const secretsOf = (): Secrets => {
    if (secrets !== null) return secrets;
    const key = readKey(config);
    secrets = { fingerprint: key.fingerprint, pseudonym: pseudonymiser(key), keyed: keyedHash(key) };
    return secrets;
  };
  return {
    async receive(service, source, rows, options) {
      if (batches >= limits.batches) return null;
      const { fingerprint, pseudonym, keyed } = secretsOf();
      const folder = arrivalsFolder(config.dataFolder, service, source, fingerprint);
      const known = open.get(folder) ?? openArrivals(folder, pseudonym, keyed);
      open.set(folder, known);
      batches += 1;
      try {
        const arrivals = await known;
        if (arrivals.waiting() > limits.bytes) return null;
        return await arrivals.receive(source, rows, options);
      } catch (error) {
        // Opened again by the next batch: what the disk holds is then what is known.
        await known.then((arrivals) => arrivals.close()).catch(() => {});
        if (open.get(folder) === known) open.delete(folder);
        throw error;
      } finally {
        batches -= 1;
      }
    },
    holds: (service, source) => anythingArrived(config.dataFolder, service, source),
    async close() {
      const all = await Promise.allSettled(open.values());
      open.clear();
      for (const one of all) if (one.status === 'fulfilled') await one.value.close();
    },
  };
}
