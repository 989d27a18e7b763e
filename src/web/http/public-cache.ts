import { type Sealed, weight } from './sealed.ts';

interface Options {
  /** Changes when anything public changes: a publication, a correction, a service, the day. */
  readonly stamp: () => Promise<string>;
  /** Milliseconds, never going back. */
  readonly clock: () => number;
}

const mostEntries = 4000;
const mostBytes = 96e6;
/** A page may be this old, in milliseconds, without asking whether something changed. */
const trusted = 1000;

/**
 * Public pages already made. A publication never changes, so a page lives until the stamp does: something was
 * published, corrected or imported, or another day began (freshness is said in days).
 */
export class PublicCache {
  readonly #options: Options;
  readonly #entries = new Map<string, Sealed>();
  #bytes = 0;
  #stamp = '';
  #checkedAt = Number.NEGATIVE_INFINITY;
  #checking: Promise<void> | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** A page that needs no check, or undefined: the way of most requests. */
  recent(key: string): Sealed | undefined {
    return this.#options.clock() - this.#checkedAt < trusted ? this.#entries.get(key) : undefined;
  }

  /** The same after looking whether something changed. */
  async current(key: string): Promise<Sealed | undefined> {
    await this.refresh();
    return this.#entries.get(key);
  }

  async refresh(): Promise<void> {
    if (this.#options.clock() - this.#checkedAt < trusted) return;
    this.#checking ??= this.#check().finally(() => {
      this.#checking = null;
    });
    await this.#checking;
  }

  /** Forgets everything: something public has just changed here. */
  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
    this.#checkedAt = Number.NEGATIVE_INFINITY;
  }

  keep(key: string, sealed: Sealed): void {
    const size = weight(sealed);
    if (size > mostBytes / 8 || this.#entries.has(key)) return;
    this.#entries.set(key, sealed);
    this.#bytes += size;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= mostBytes && this.#entries.size <= mostEntries) break;
      this.#entries.delete(oldest);
      this.#bytes -= weight(entry);
    }
  }

  async #check(): Promise<void> {
    const stamp = await this.#options.stamp();
    if (stamp !== this.#stamp) this.clear();
    this.#stamp = stamp;
    this.#checkedAt = this.#options.clock();
  }
}
