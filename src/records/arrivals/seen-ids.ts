/** Ids of rows already received, as 64-bit hashes, in bounded memory. */
export interface SeenIds {
  has(id: bigint): boolean;
  add(id: bigint): void;
}

/** The ids of at least this many of the last rows are remembered, and of at most twice as many. */
export const idsRemembered = 1 << 20;

/**
 * Two tables of open addressing: when the recent one is full, it becomes the old one, which is forgotten. 16 bytes a
 * remembered id, 32 MiB at most. A new id is taken for one of n already there with odds of n / 2^64.
 */
export function seenIds(remembered: number = idsRemembered): SeenIds {
  let recent = table(remembered);
  let old: Table | null = null;
  return {
    has: (id) => recent.has(id) || (old?.has(id) ?? false),
    add(id) {
      if (recent.size() >= remembered) {
        old = recent;
        recent = table(remembered);
      }
      recent.add(id);
    },
  };
}

interface Table extends SeenIds {
  size(): number;
}

/** Grows up to twice `most` slots; an empty slot is 0, so the id 0 is kept apart. */
function table(most: number): Table {
  let slots = new BigUint64Array(Math.min(1024, slotsFor(most)));
  let size = 0;
  let zero = false;
  const place = (id: bigint): number => {
    let at = Number(id & BigInt(slots.length - 1));
    while (slots[at] !== 0n && slots[at] !== id) at = (at + 1) & (slots.length - 1);
    return at;
  };
  const put = (id: bigint) => {
    slots[place(id)] = id;
  };
  return {
    size: () => size,
    has: (id) => (id === 0n ? zero : slots[place(id)] === id),
    add(id) {
      if (this.has(id)) return;
      size += 1;
      if (id === 0n) {
        zero = true;
        return;
      }
      if (size * 2 > slots.length) {
        const before = slots;
        slots = new BigUint64Array(before.length * 2);
        for (const known of before) if (known !== 0n) put(known);
      }
      put(id);
    },
  };
}

const slotsFor = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, count * 2)));
