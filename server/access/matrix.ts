import type { Actor, PortalPurpose, Role } from '../kernel/actor.ts';

/** `own` limits to the actor's own records; the room's row predicate says which these are. */
export type Grant = 'none' | 'own' | 'all';
type Given = Exclude<Grant, 'none'>;

export interface Permission {
  /** Whose way in this is; `public` needs none, but `looksFor` may still recognise a returning visitor. */
  audience: 'public' | 'person' | 'portal' | 'api_key';
  looksFor?: 'person' | 'portal';
  roles: Partial<Record<Role | 'lead', Given>>;
  /** Granted to every signed-in person, whatever their roles. */
  everyone?: Given;
  /** Also open to somebody who is still at this step of signing in. */
  pending?: 'second_factor_pending' | 'enrolment_pending';
  /** The kinds of portal link that open it. */
  purposes?: readonly PortalPurpose[];
  /** The scope an API key needs. */
  scope?: 'intake';
}

const person = (roles: Permission['roles'], more: Partial<Permission> = {}): Permission => ({
  audience: 'person',
  roles,
  ...more,
});
const desk = { reviewer: 'all', compliance_officer: 'all' } as const;
const deskAndWatchers = { ...desk, auditor: 'all', lead: 'all' } as const;
const everyRole = { ...desk, account_manager: 'all', auditor: 'all', admin: 'all' } as const;

/**
 * Who may do what, for server and console alike: one row per permission. The auditor reads everything and changes
 * nothing; the admin keeps people and settings and decides about no specialist (M162).
 */
export const permissions = {
  'session.use': { audience: 'public', looksFor: 'person', roles: {} },
  'session.second_factor': person({}, { everyone: 'own', pending: 'second_factor_pending' }),
  'session.enrol': person({}, { everyone: 'own', pending: 'enrolment_pending' }),
  'me.use': person({}, { everyone: 'own' }),
  'people.read': person(everyRole),
  'people.manage': person({ admin: 'all' }),
  'roles.request': person({ admin: 'all' }),
  'roles.decide': person({ admin: 'all' }),
  'api_keys.manage': person({ admin: 'all' }),
  'queue.read': person(deskAndWatchers),
  'queue.work': person(desk),
  'queue.lead': person({ lead: 'all' }),
  'applications.read': person(deskAndWatchers),
  'applications.review': person(desk),
  'applications.decide': person(desk),
  'notes.read': person(deskAndWatchers),
  'notes.write': person(desk),
  'specialists.read': person({ ...deskAndWatchers, account_manager: 'all' }),
  'benchmarks.read': person({ ...deskAndWatchers, account_manager: 'all' }),
  'policies.read': person(everyRole),
  'policies.edit': person({ compliance_officer: 'all' }),
  'agreement.read': person(deskAndWatchers),
  // An admin's own are the letters to people of the desk, and what happened to people, keys and at the door.
  'mail.read': person({ ...deskAndWatchers, admin: 'own' }),
  'mail.people': person({ auditor: 'all', admin: 'all' }),
  'mail.resend': person({ ...desk, admin: 'own' }),
  'log.read': person({ compliance_officer: 'all', auditor: 'all', lead: 'all', admin: 'own' }),
  'log.verify': person({ compliance_officer: 'all', auditor: 'all' }),
  'files.read': person(deskAndWatchers),
  'live.read': person({}, { everyone: 'all' }),
  'jobs.read': person({ admin: 'all', auditor: 'all' }),
  'jobs.retry': person({ admin: 'all' }),
  'conflicts.declare': person(desk),
  'portal.start': { audience: 'public', looksFor: 'portal', roles: {} },
  'portal.draft': { audience: 'portal', roles: {}, purposes: ['draft', 'changes'] },
  'portal.application': { audience: 'portal', roles: {}, purposes: ['draft', 'status', 'changes'] },
  'intake.submit': { audience: 'api_key', roles: {}, scope: 'intake' },
  'system.docs': { audience: 'public', roles: {} },
} as const satisfies Record<string, Permission>;

export type PermissionKey = keyof typeof permissions;
export const permissionKeys = Object.keys(permissions) as PermissionKey[];

/** The row of a permission, or undefined for a name the matrix does not know. */
export const permissionOf = (name: string): Permission | undefined =>
  Object.hasOwn(permissions, name) ? permissions[name as PermissionKey] : undefined;

/** Roles beside which `lead` may stand; without one of them it gives nothing. */
export const decidingRoles: readonly Role[] = ['reviewer', 'compliance_officer', 'account_manager'];

const strongest = (grants: readonly (Given | undefined)[]): Grant =>
  grants.includes('all') ? 'all' : grants.includes('own') ? 'own' : 'none';

/** What this actor may do: the strongest grant of all their roles. An unknown permission gives nothing. */
export function grantOf(actor: Actor | null, name: string): Grant {
  const row = permissionOf(name);
  if (!row) return 'none';
  if (row.audience === 'public') return 'all';
  if (!actor || actor.kind === 'system' || actor.kind === 'installation') return 'none';
  if (actor.kind !== row.audience) return 'none';
  if (actor.kind === 'portal') return row.purposes?.includes(actor.purpose) ? 'own' : 'none';
  if (actor.kind === 'api_key') return row.scope && actor.scopes.includes(row.scope) ? 'all' : 'none';
  const leads = actor.extra.includes('lead') && actor.roles.some((role) => decidingRoles.includes(role));
  return strongest([
    row.everyone,
    ...actor.roles.map((role) => row.roles[role]),
    leads ? row.roles.lead : undefined,
  ]);
}

/** Every permission with what it gives this actor: what the console shows and hides by. */
export const grantsOf = (actor: Actor | null): Record<PermissionKey, Grant> =>
  Object.fromEntries(permissionKeys.map((name) => [name, grantOf(actor, name)])) as Record<
    PermissionKey,
    Grant
  >;
