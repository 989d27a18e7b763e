import type { InstantColumn, JsonColumn, OptionalInstantColumn } from '../column-types.ts';

export interface CollectionTables {
  collection_key: CollectionKeyTable;
}

/** `origins`: the sites whose pages may send with this key; none: it is a server's. */
export interface CollectionKeyTable {
  id: string;
  prefix: string;
  key_hash: string;
  name: string;
  service: string;
  source: string;
  origins: JsonColumn<readonly string[]>;
  created_at: InstantColumn;
  created_by: string;
  revoked_at: OptionalInstantColumn;
  last_used_on: string | null;
}
