import type { Actor } from '../../kernel/actor.ts';
import { direct } from '../../platform/http/direct.ts';
import { command, list, type Route, read } from '../../platform/http/route.ts';
import { modeOf } from '../../platform/installation.ts';
import type { Services } from '../../platform/services.ts';
import type { Uow } from '../../platform/uow.ts';
import { listPeople, onePerson } from '../read/people.ts';
import { acceptInput } from '../schema/me.ts';
import {
  idParams,
  inviteInput,
  inviteReply,
  peopleFilter,
  peopleSort,
  personReply,
  stateReply,
} from '../schema/people.ts';
import { nothing } from '../schema/session.ts';
import { acceptInvitation, type Desk, invite, inviteAgain } from '../service/invite.ts';
import { disablePerson, enablePerson, resetSecondFactors } from '../service/people.ts';

const seesAddresses = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.roles.some((role) => role === 'admin' || role === 'auditor');

/** The link is shown where nobody would receive it: without an SMTP address, and in a demo. */
const deskOf = async (uow: Uow, { config, mailer }: Services): Promise<Desk> => ({
  publicUrl: config.publicUrl,
  showLink: mailer === null || (await modeOf(uow.trx)) === 'demo',
});

/** Who works here: lists, invitations, access ended and given back. */
export const routes: readonly Route[] = [
  direct({
    method: 'POST',
    path: '/api/invitations/accept',
    permission: 'session.use',
    summary: 'Choose a password with an invitation',
    rate: { name: 'invitation', per: 'address', max: 30, windowSeconds: 900 },
    body: acceptInput,
    reply: nothing,
    handle: async (call) => {
      await acceptInvitation(call.services, call.body, call.requestId);
      return {};
    },
  }),
  list({
    path: '/api/people',
    resource: 'people',
    permission: 'people.read',
    summary: 'The people of the desk',
    filter: peopleFilter,
    sort: peopleSort,
    reply: personReply,
    handle: ({ db, list: query, actor }) => listPeople(db, query, seesAddresses(actor)),
  }),
  read({
    path: '/api/people/:id',
    permission: 'people.read',
    summary: 'One person',
    params: idParams,
    reply: personReply,
    handle: ({ db, params, actor }) => onePerson(db, params.id, seesAddresses(actor)),
  }),
  command({
    path: '/api/people/invite',
    permission: 'people.manage',
    summary: 'Invite a person by mail; their roles wait for a second admin',
    body: inviteInput,
    reply: inviteReply,
    status: 201,
    handle: async ({ uow, services, body }) => invite(uow, body, await deskOf(uow, services)),
  }),
  command({
    path: '/api/people/:id/invite-again',
    permission: 'people.manage',
    summary: 'A new invitation link; the one before stops working',
    params: idParams,
    reply: inviteReply,
    handle: async ({ uow, services, params }) => inviteAgain(uow, params.id, await deskOf(uow, services)),
  }),
  command({
    path: '/api/people/:id/disable',
    permission: 'people.manage',
    summary: 'End access at once, with all sessions',
    params: idParams,
    reply: stateReply,
    handle: ({ uow, params }) => disablePerson(uow, params.id),
  }),
  command({
    path: '/api/people/:id/enable',
    permission: 'people.manage',
    summary: 'Give access back',
    params: idParams,
    reply: stateReply,
    handle: ({ uow, params }) => enablePerson(uow, params.id),
  }),
  command({
    path: '/api/people/:id/reset-second-factors',
    permission: 'people.manage',
    summary: 'Take every second factor away, for a lost device',
    params: idParams,
    reply: stateReply,
    handle: ({ uow, services, params }) => resetSecondFactors(uow, params.id, services.config.publicUrl),
  }),
];
