/** What a document has under a key; undefined when there is none, or when it is no set of keys. */
export const keyOf = (written: unknown, key: string): unknown =>
  typeof written === 'object' && written !== null ? Reflect.get(written, key) : undefined;
