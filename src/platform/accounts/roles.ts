import type { RoleName } from '../database/tables/accounts.ts';

/** What an account may do on a service, an organisation or the installation. */
export const permissions = [
  'see',
  /** Sees who is in the team, and is reminded of its weeks: what needs a role that lasts. */
  'take-part',
  'edit-plan',
  'measure',
  'publish',
  'correct',
  'withdraw',
  'decide',
  /** Reviews a plan or a publication, and asks for changes or approves. */
  'review',
  'set-confidentiality',
  'manage-keys',
  'manage-members',
  'read-audit',
] as const;

export type Permission = (typeof permissions)[number];

/** A role that was given, or that of who comes from the organisation through ProConnect, which nobody gives. */
export type GrantedRole = RoleName | 'reader';

/** The whole rule: who may do what, wherever their role reaches. */
const table: Readonly<Record<GrantedRole, readonly Permission[]>> = {
  member: ['see', 'take-part', 'edit-plan', 'measure', 'publish', 'correct', 'manage-keys'],
  sponsor: ['see', 'take-part', 'decide'],
  steward: ['see', 'take-part', 'review', 'withdraw', 'set-confidentiality', 'read-audit'],
  coach: ['see', 'take-part', 'review'],
  administrator: permissions,
  reader: ['see'],
};

/** The roles one can be invited to, in the order they are offered. */
export const offeredRoles = [
  'member',
  'sponsor',
  'steward',
  'coach',
  'administrator',
] as const satisfies readonly RoleName[];

/** Roles as screens say them. */
export const roleNames: Readonly<Record<GrantedRole, { readonly name: string; readonly does: string }>> = {
  member: { name: 'Membre', does: 'écrit le plan, mesure, publie, corrige et gère les clés d’API' },
  sponsor: { name: 'Sponsor', does: 'lit tout et prend les décisions du comité' },
  steward: {
    name: 'Garant du secret',
    does: 'règle le secret statistique, relit, retire une publication et lit le journal d’audit',
  },
  coach: {
    name: 'Coach',
    does: 'relit les plans et les publications, sans rien écrire à la place de l’équipe',
  },
  administrator: { name: 'Administrateur', does: 'peut tout faire, et choisit qui peut quoi' },
  reader: { name: 'Lecteur', does: 'lit, le temps de cette connexion par ProConnect' },
};

/** Where a role was given: a service, an organisation and its services, or (both null) everywhere. */
export interface Grant {
  readonly role: GrantedRole;
  readonly service: string | null;
  readonly organisation: string | null;
}

/** What a permission is asked on. A service belongs to organisations; the installation to none. */
export interface Target {
  readonly service: string | null;
  readonly organisations: readonly string[];
}

export const installation: Target = { service: null, organisations: [] };

/** Whether these roles allow this on the target. */
export const may = (grants: readonly Grant[], permission: Permission, target: Target): boolean =>
  roleFor(grants, permission, target) !== null;

/** In which role this is allowed on the target; null: in none. */
export function roleFor(
  grants: readonly Grant[],
  permission: Permission,
  target: Target,
): GrantedRole | null {
  const found = grants.find((grant) => reaches(grant, target) && table[grant.role].includes(permission));
  return found?.role ?? null;
}

function reaches({ service, organisation }: Grant, target: Target): boolean {
  if (service !== null) return service === target.service;
  return organisation === null || target.organisations.includes(organisation);
}
