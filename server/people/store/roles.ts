import { Problem } from '../../kernel/problem.ts';
import { violates } from '../../platform/db/failures.ts';
import type { RoleRequests } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';
import type { Grantable } from '../rules/roles.ts';

export type RoleRequestRow = Omit<RoleRequests, 'requested_at' | 'decided_by' | 'decided_at'> & {
  role: Grantable;
};

export async function insertRole(
  uow: Uow,
  given: {
    personId: string;
    role: Grantable;
    grantedBy: string | null;
    approvedBy: string | null;
    at?: Date | undefined;
  },
): Promise<void> {
  await uow
    .trx('person_roles')
    .insert({
      person_id: given.personId,
      role: given.role,
      granted_by: given.grantedBy,
      approved_by: given.approvedBy,
      granted_at: given.at ?? (await uow.now()),
    })
    .onConflict(['person_id', 'role'])
    .ignore();
}

export async function rolesOf(uow: Uow, personId: string): Promise<Grantable[]> {
  return uow.trx('person_roles').where({ person_id: personId }).orderBy('role').pluck<Grantable[]>('role');
}

export async function deleteRole(uow: Uow, personId: string, role: Grantable): Promise<boolean> {
  return (await uow.trx('person_roles').where({ person_id: personId, role }).delete()) === 1;
}

/** Makes everybody who adds or takes away an admin wait for each other: row locks would not see a role deleted meanwhile. */
export async function lockAdminCount(uow: Uow): Promise<void> {
  await uow.trx.raw("select pg_advisory_xact_lock(hashtext('assay.admins'))");
}

/** The active admins, once nobody else can be changing them. */
export async function lockActiveAdmins(uow: Uow): Promise<string[]> {
  await lockAdminCount(uow);
  const found = await uow.trx.raw<{ rows: { id: string }[] }>(
    `select p.id from persons p join person_roles r on r.person_id = p.id and r.role = 'admin'
     where p.state = 'active'`,
  );
  return found.rows.map((row) => row.id);
}

/** How many people hold or are about to take up the admin role. */
export async function countAdmins(uow: Uow): Promise<number> {
  const found = await uow.trx.raw<{ rows: { n: number }[] }>(
    `select count(*)::int as n from persons p join person_roles r on r.person_id = p.id and r.role = 'admin'
     where p.state in ('active', 'invited')`,
  );
  return found.rows[0]?.n ?? 0;
}

/** Adds an open request. Throws `conflict` where one for the same role is open. */
export async function insertRoleRequest(
  uow: Uow,
  request: { id: string; personId: string; role: Grantable; requestedBy: string },
): Promise<void> {
  try {
    await uow.trx('role_requests').insert({
      id: request.id,
      person_id: request.personId,
      role: request.role,
      requested_by: request.requestedBy,
      state: 'open',
    });
  } catch (error) {
    if (violates(error, 'role_requests_open')) throw new Problem('conflict', { reason: 'already_requested' });
    throw error;
  }
}

export async function lockRoleRequest(uow: Uow, id: string): Promise<RoleRequestRow> {
  const row = await uow.trx<RoleRequestRow>('role_requests').where({ id }).forUpdate().first();
  if (!row) throw new Problem('not_found');
  return row;
}

export async function closeRoleRequest(
  uow: Uow,
  request: RoleRequestRow,
  state: 'approved' | 'refused' | 'withdrawn',
  decidedBy: string,
): Promise<number> {
  const version = request.version + 1;
  const changed = await uow
    .trx('role_requests')
    .where({ id: request.id, version: request.version })
    .update({ state, decided_by: decidedBy, decided_at: await uow.now(), version });
  if (changed !== 1) throw new Problem('stale_version', { version: request.version });
  return version;
}
