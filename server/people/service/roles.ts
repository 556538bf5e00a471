import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { type RoleRequestState, roleRequestMachine } from '../lifecycle.ts';
import { clash, type Grantable, grantRefusal, mayApprove } from '../rules/roles.ts';
import { lockPerson } from '../store/persons.ts';
import {
  closeRoleRequest,
  deleteRole,
  insertRole,
  insertRoleRequest,
  lockActiveAdmins,
  lockRoleRequest,
  rolesOf,
} from '../store/roles.ts';

function personOf(uow: Uow): string {
  if (uow.actor.kind !== 'person') throw new Problem('forbidden', { reason: 'people_only' });
  return uow.actor.id;
}

function refuseGrant(request: { personId: string; requestedBy: string; decidedBy?: string }): void {
  const reason = grantRefusal(request);
  if (reason === 'self_grant') throw new Problem('own_involvement', { reason });
  if (reason === 'same_admin') throw new Problem('second_person_required', { reason });
}

/** Asks for a role for somebody else; another admin grants it. Throws `own_involvement` for oneself. */
export async function requestRole(
  uow: Uow,
  personId: string,
  role: Grantable,
): Promise<{ id: string; state: RoleRequestState }> {
  const requestedBy = personOf(uow);
  refuseGrant({ personId, requestedBy });
  const person = await lockPerson(uow, personId);
  if (person.state === 'disabled')
    throw new Problem('wrong_state', { subject: 'person', state: person.state, command: 'request_role' });
  if ((await rolesOf(uow, personId)).includes(role))
    throw new Problem('conflict', { reason: 'already_held' });
  const id = uow.id();
  await insertRoleRequest(uow, { id, personId, role, requestedBy });
  await record(uow, {
    type: 'role.requested',
    subject: { kind: 'person', id: personId, version: person.version },
    data: { request_id: id, role },
  });
  return { id, state: 'open' };
}

/**
 * Grants what another admin asked for. Throws `second_person_required` for one's own request, `own_involvement` for
 * oneself, `blocked` where the role does not go with those held, `wrong_state` once it is decided.
 */
export async function approveRole(
  uow: Uow,
  requestId: string,
): Promise<{ id: string; state: RoleRequestState }> {
  const decidedBy = personOf(uow);
  const request = await lockRoleRequest(uow, requestId);
  const state = step(roleRequestMachine, request.state, 'approve');
  refuseGrant({ personId: request.person_id, requestedBy: request.requested_by, decidedBy });
  const person = await lockPerson(uow, request.person_id);
  if (person.state === 'disabled') throw new Problem('blocked', { reason: 'person_disabled' });
  const reason = clash([...(await rolesOf(uow, person.id)), request.role]);
  if (reason) throw new Problem('blocked', { reason });
  await closeRoleRequest(uow, request, 'approved', decidedBy);
  await insertRole(uow, {
    personId: person.id,
    role: request.role,
    grantedBy: request.requested_by,
    approvedBy: decidedBy,
  });
  await record(uow, {
    type: 'role.granted',
    subject: { kind: 'person', id: person.id, version: person.version },
    data: { request_id: request.id, role: request.role, requested_by: request.requested_by },
  });
  return { id: request.id, state };
}

/** Refuses a request, or withdraws one's own. Throws `own_involvement` about oneself, `wrong_state` once decided. */
export async function refuseRole(
  uow: Uow,
  requestId: string,
): Promise<{ id: string; state: RoleRequestState }> {
  const decidedBy = personOf(uow);
  const request = await lockRoleRequest(uow, requestId);
  const own = request.requested_by === decidedBy;
  const state = step(roleRequestMachine, request.state, own ? 'withdraw' : 'refuse');
  if (request.person_id === decidedBy) throw new Problem('own_involvement', { reason: 'self_grant' });
  await closeRoleRequest(uow, request, own ? 'withdrawn' : 'refused', decidedBy);
  await record(uow, {
    type: own ? 'role.withdrawn' : 'role.refused',
    subject: { kind: 'person', id: request.person_id },
    data: { request_id: request.id, role: request.role },
  });
  return { id: request.id, state };
}

/**
 * Takes a role away at once: less power needs no second person. Throws `blocked` for the last active admin and where
 * `lead` would stand alone, `not_found` where the role is not held.
 */
export async function removeRole(uow: Uow, personId: string, role: Grantable): Promise<void> {
  const admins = role === 'admin' ? await lockActiveAdmins(uow) : [];
  const person = await lockPerson(uow, personId);
  if (admins.length === 1 && admins[0] === personId) throw new Problem('blocked', { reason: 'last_admin' });
  if (!(await deleteRole(uow, personId, role))) throw new Problem('not_found');
  if (clash(await rolesOf(uow, personId)) === 'lead_alone')
    throw new Problem('blocked', { reason: 'lead_alone' });
  await record(uow, {
    type: 'role.removed',
    subject: { kind: 'person', id: personId, version: person.version },
    data: { role },
  });
}

/** Whether somebody who became an officer then is still too new to approve anything; null is no officer. */
export const isNewOfficer = (since: Date | null, now: Date): boolean =>
  since !== null && !mayApprove(now, since);
