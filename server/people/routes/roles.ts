import { command, list, type Route } from '../../platform/http/route.ts';
import { listRoleRequests } from '../read/role-requests.ts';
import {
  idParams,
  roleInput,
  roleRequestCreated,
  roleRequestFilter,
  roleRequestReply,
  roleRequestSort,
} from '../schema/people.ts';
import { nothing } from '../schema/session.ts';
import { approveRole, refuseRole, removeRole, requestRole } from '../service/roles.ts';

/** Roles are asked for by one admin and granted by another. */
export const routes: readonly Route[] = [
  command({
    path: '/api/people/:id/request-role',
    permission: 'roles.request',
    summary: 'Ask for a role for somebody',
    params: idParams,
    body: roleInput,
    reply: roleRequestCreated,
    status: 201,
    handle: ({ uow, params, body }) => requestRole(uow, params.id, body.role),
  }),
  command({
    path: '/api/people/:id/remove-role',
    permission: 'roles.request',
    summary: 'Take a role away',
    params: idParams,
    body: roleInput,
    reply: nothing,
    handle: async ({ uow, params, body }) => {
      await removeRole(uow, params.id, body.role);
      return {};
    },
  }),
  list({
    path: '/api/role-requests',
    resource: 'role-requests',
    permission: 'roles.decide',
    summary: 'Roles asked for, open and decided',
    filter: roleRequestFilter,
    sort: roleRequestSort,
    reply: roleRequestReply,
    handle: ({ db, list: query, actor }) => listRoleRequests(db, query, actor.id),
  }),
  command({
    path: '/api/role-requests/:id/approve',
    permission: 'roles.decide',
    summary: 'Grant what another admin asked for',
    params: idParams,
    reply: roleRequestCreated,
    handle: ({ uow, params }) => approveRole(uow, params.id),
  }),
  command({
    path: '/api/role-requests/:id/refuse',
    permission: 'roles.decide',
    summary: 'Refuse a request, or withdraw one’s own',
    params: idParams,
    reply: roleRequestCreated,
    handle: ({ uow, params }) => refuseRole(uow, params.id),
  }),
];
