/** Somewhere to go, and what it is called. */
export interface Link {
  readonly href: string;
  readonly name: string;
}
