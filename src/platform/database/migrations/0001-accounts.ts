import { type Kysely, sql } from 'kysely';

/** Accounts, what they may do, how they come in, and the audit log that only grows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table account (
    id text primary key,
    email text unique,
    name text,
    issuer text,
    issuer_subject text,
    siret text,
    created_at timestamptz not null,
    deleted_at timestamptz,
    unique (issuer, issuer_subject),
    check (deleted_at is null or (email is null and name is null and issuer_subject is null and siret is null))
  )`,
  `create table membership (
    id text primary key,
    account text not null references account (id),
    role text not null check (role in ('member', 'sponsor', 'steward', 'administrator')),
    service text,
    organisation text,
    created_at timestamptz not null,
    check (service is null or organisation is null),
    check (role = 'administrator' or service is not null or organisation is not null)
  )`,
  `create unique index membership_once on membership
    (account, role, coalesce(service, ''), coalesce(organisation, ''))`,
  `create table invitation (
    id text primary key,
    email text not null,
    role text not null,
    service text,
    organisation text,
    invited_by text references account (id),
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index invitation_email on invitation (email)`,
  `create table login_token (
    token_hash text primary key,
    purpose text not null check (purpose in ('login', 'invitation', 'first-administrator')),
    email text,
    invitation text references invitation (id) on delete cascade,
    return_to text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create table login_request (
    address_hash text not null,
    at timestamptz not null
  )`,
  `create index login_request_address on login_request (address_hash, at)`,
  `create table oidc_request (
    state_hash text primary key,
    browser_hash text not null,
    nonce text not null,
    code_verifier text not null,
    return_to text not null,
    expires_at timestamptz not null
  )`,
  `create table session (
    id text primary key,
    token_hash text not null unique,
    account text not null references account (id),
    method text not null check (method in ('link', 'oidc')),
    device text not null,
    id_token text,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index session_account on session (account)`,
  `create table api_key (
    id text primary key,
    prefix text not null,
    key_hash text not null unique,
    name text not null,
    account text not null references account (id),
    service text,
    organisation text,
    created_at timestamptz not null,
    revoked_at timestamptz,
    last_used_on date,
    check ((service is null) <> (organisation is null))
  )`,
  `create table audit_entry (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    object_kind text not null,
    object_id text not null,
    service text,
    organisation text,
    outcome text not null check (outcome in ('done', 'refused')),
    detail jsonb not null
  )`,
  `create function audit_entry_only_grows() returns trigger language plpgsql as $$
    begin raise exception 'the audit log only grows'; end $$`,
  `create trigger audit_entry_only_grows before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_only_grows()`,
];
