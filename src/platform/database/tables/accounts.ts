import type { Generated } from 'kysely';
import type { InstantColumn, JsonColumn, OptionalInstantColumn } from '../column-types.ts';

export interface AccountTables {
  account: AccountTable;
  membership: MembershipTable;
  invitation: InvitationTable;
  login_token: LoginTokenTable;
  login_request: LoginRequestTable;
  oidc_request: OidcRequestTable;
  session: SessionTable;
  api_key: ApiKeyTable;
  audit_entry: AuditEntryTable;
  organisation_siret: OrganisationSiretTable;
}

/** The roles that are given, and kept. */
export type RoleName = 'member' | 'sponsor' | 'steward' | 'coach' | 'administrator';

/** A deleted account keeps its id, so that the audit log still says "the same person", and nothing else. */
export interface AccountTable {
  id: string;
  email: string | null;
  name: string | null;
  issuer: string | null;
  issuer_subject: string | null;
  siret: string | null;
  created_at: InstantColumn;
  deleted_at: OptionalInstantColumn;
}

/** A role on one service, on one organisation and its services, or (neither) on the whole installation. */
export interface MembershipTable {
  id: string;
  account: string;
  role: RoleName;
  service: string | null;
  organisation: string | null;
  created_at: InstantColumn;
}

/** Waits for someone to come; it goes once accepted, and the audit log remembers. */
export interface InvitationTable {
  id: string;
  email: string;
  role: RoleName;
  service: string | null;
  organisation: string | null;
  invited_by: string | null;
  created_at: InstantColumn;
  expires_at: InstantColumn;
}

export interface LoginTokenTable {
  token_hash: string;
  purpose: 'login' | 'invitation' | 'first-administrator';
  email: string | null;
  invitation: string | null;
  return_to: string;
  created_at: InstantColumn;
  expires_at: InstantColumn;
  used_at: OptionalInstantColumn;
}

/** One request for a link, known or unknown address alike: what the rate limit counts. */
export interface LoginRequestTable {
  address_hash: string;
  at: InstantColumn;
}

export interface OidcRequestTable {
  state_hash: string;
  browser_hash: string;
  nonce: string;
  code_verifier: string;
  return_to: string;
  expires_at: InstantColumn;
}

export interface SessionTable {
  id: string;
  token_hash: string;
  account: string;
  method: 'link' | 'oidc';
  device: string;
  id_token: string | null;
  /** Of the organisation for which ProConnect opened this session; null when it is another way in. */
  siret: string | null;
  created_at: InstantColumn;
  seen_at: InstantColumn;
  expires_at: InstantColumn;
}

export interface ApiKeyTable {
  id: string;
  prefix: string;
  key_hash: string;
  name: string;
  account: string;
  service: string | null;
  organisation: string | null;
  created_at: InstantColumn;
  revoked_at: OptionalInstantColumn;
  last_used_on: string | null;
}

/** Who comes through ProConnect with this SIRET reads what belongs to the organisation. */
export interface OrganisationSiretTable {
  organisation: string;
  siret: string;
  tied_at: InstantColumn;
}

/** `actor` is an account id, `key:<id>`, or `foulee` for what the software does by itself. */
export interface AuditEntryTable {
  number: Generated<number>;
  at: InstantColumn;
  actor: string;
  action: string;
  object_kind: string;
  object_id: string;
  service: string | null;
  organisation: string | null;
  outcome: 'done' | 'refused';
  detail: JsonColumn<Readonly<Record<string, string | number | boolean | null>>>;
}
