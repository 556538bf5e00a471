import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problem.ts';
import { direct } from '../../platform/http/direct.ts';
import { command, type Route, read } from '../../platform/http/route.ts';
import { passkeysOf } from '../read/account.ts';
import {
  passkeyParams,
  passkeyRegisterInput,
  passkeyRow,
  passwordInput,
  preferencesInput,
  totpConfirmInput,
  totpStartReply,
} from '../schema/me.ts';
import { nothing, optionsReply, sessionReply } from '../schema/session.ts';
import {
  confirmTotpCode,
  passkeyCreation,
  registerPasskey,
  removePasskey,
  removeTotp,
  startTotp,
} from '../service/enrol.ts';
import { changePassword } from '../service/password.ts';
import { changePreferences } from '../service/preferences.ts';
import type { GrantsOf } from '../service/session-reply.ts';
import { inOwnSession, renewing, visitorOf } from './session.ts';

function personId(actor: Actor): string {
  if (actor.kind !== 'person') throw new Problem('not_signed_in');
  return actor.id;
}

/** What a person changes about their own account. Routes that renew the session answer as GET /api/session does. */
export const meRoutes = (grantsOf: GrantsOf): Route[] => [
  command({
    path: '/api/me/totp/start',
    permission: 'session.enrol',
    summary: 'A secret for an authenticator app',
    reply: totpStartReply,
    handle: ({ uow, services, actor }) => startTotp(uow, services, personId(actor)),
  }),
  direct({
    method: 'POST',
    path: '/api/me/totp/confirm',
    permission: 'session.enrol',
    summary: 'Confirm the authenticator app with its first code',
    body: totpConfirmInput,
    reply: sessionReply,
    handle: renewing(grantsOf, (services, { code }: { code: string }, visitor) =>
      confirmTotpCode(services, code, visitor),
    ),
  }),
  direct({
    method: 'POST',
    path: '/api/me/totp/remove',
    permission: 'me.use',
    summary: 'Take the authenticator app out of use, on one of its codes',
    body: totpConfirmInput,
    reply: nothing,
    handle: async (call) => {
      await removeTotp(call.services, call.body.code, visitorOf(call));
      return {};
    },
  }),
  direct({
    method: 'POST',
    path: '/api/me/passkeys/options',
    permission: 'session.enrol',
    summary: 'What the browser needs to make a passkey',
    reply: optionsReply,
    handle: inOwnSession(passkeyCreation),
  }),
  direct({
    method: 'POST',
    path: '/api/me/passkeys/register',
    permission: 'session.enrol',
    summary: 'Keep a new passkey',
    body: passkeyRegisterInput,
    reply: sessionReply,
    handle: renewing(grantsOf, registerPasskey),
  }),
  read({
    path: '/api/me/passkeys',
    permission: 'me.use',
    summary: 'The passkeys in use',
    reply: z.array(passkeyRow),
    handle: ({ db, actor }) => passkeysOf(db, personId(actor)),
  }),
  command({
    path: '/api/me/passkeys/:id/remove',
    permission: 'me.use',
    summary: 'Take a passkey out of use',
    params: passkeyParams,
    reply: nothing,
    handle: async ({ uow, actor, params }) => {
      await removePasskey(uow, personId(actor), params.id);
      return {};
    },
  }),
  direct({
    method: 'POST',
    path: '/api/me/password',
    permission: 'me.use',
    summary: 'Change the password; every other session ends',
    body: passwordInput,
    reply: sessionReply,
    handle: renewing(grantsOf, changePassword),
  }),
  command({
    path: '/api/me/preferences',
    permission: 'me.use',
    summary: 'Change language and keys',
    body: preferencesInput,
    reply: z.object({ locale: z.string(), preferences: z.record(z.string(), z.unknown()) }),
    handle: ({ uow, actor, body }) => changePreferences(uow, personId(actor), body),
  }),
];
