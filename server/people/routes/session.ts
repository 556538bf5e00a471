import { clearCookie } from '../../platform/http/cookies.ts';
import { type DirectCall, direct } from '../../platform/http/direct.ts';
import { addressKey } from '../../platform/http/rate.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Services } from '../../platform/services.ts';
import type { Uow } from '../../platform/uow.ts';
import type { SessionRow } from '../read/session.ts';
import { nothing, optionsReply, secondFactorInput, sessionReply, signInInput } from '../schema/session.ts';
import { giveSecondFactor, ownSession, passkeyOptions } from '../service/second-factor.ts';
import { actorOf, giveCookie, type OpenedSession, sessionToken } from '../service/session.ts';
import { describeSession, type GrantsOf } from '../service/session-reply.ts';
import { signIn, type Visitor } from '../service/sign-in.ts';
import { signOut } from '../service/sign-out.ts';

/** Where a request comes from, as signing in counts and notes it. */
export const visitorOf = ({ req, services, requestId }: DirectCall<unknown>): Visitor => ({
  address: addressKey(req.ip ?? ''),
  requestId,
  userAgent: req.get('user-agent'),
  oldToken: sessionToken(req, services),
});

/** Gives the browser its new session and says who is now here. */
function welcome(call: DirectCall<unknown>, opened: OpenedSession, grantsOf: GrantsOf) {
  giveCookie(call.res, call.services, opened.token);
  return describeSession(call.services, opened.token, grantsOf);
}

/** A handler after which the browser has a new session: it gives the cookie and answers who is now here. */
export const renewing =
  <B>(grantsOf: GrantsOf, work: (services: Services, body: B, visitor: Visitor) => Promise<OpenedSession>) =>
  async (call: DirectCall<B>) =>
    welcome(call, await work(call.services, call.body, visitorOf(call)), grantsOf);

/** A handler in a transaction of the visitor's own session, however far that has got. */
export const inOwnSession =
  (work: (uow: Uow, services: Services, session: SessionRow) => Promise<object>) =>
  async (call: DirectCall<undefined>): Promise<Record<string, unknown>> => {
    const session = await ownSession(call.services, visitorOf(call));
    return call.services.run({ actor: actorOf(session), requestId: call.requestId }, async (uow) => ({
      ...(await work(uow, call.services, session)),
    }));
  };

/** Signing in and out. `grantsOf` is the permission matrix, handed in by the application. */
export const sessionRoutes = (grantsOf: GrantsOf): Route[] => [
  direct({
    method: 'GET',
    path: '/api/session',
    permission: 'session.use',
    summary: 'Who is signed in, what they may do, and the anti-forgery token',
    reply: sessionReply,
    handle: ({ req, services }) => describeSession(services, sessionToken(req, services), grantsOf),
  }),
  direct({
    method: 'POST',
    path: '/api/session/sign-in',
    permission: 'session.use',
    summary: 'Sign in with address and password',
    body: signInInput,
    reply: sessionReply,
    handle: renewing(grantsOf, signIn),
  }),
  direct({
    method: 'POST',
    path: '/api/session/second-factor',
    permission: 'session.second_factor',
    summary: 'Complete signing in with a code or a passkey',
    body: secondFactorInput,
    reply: sessionReply,
    handle: renewing(grantsOf, giveSecondFactor),
  }),
  direct({
    method: 'POST',
    path: '/api/session/passkey-options',
    permission: 'session.second_factor',
    summary: 'What the browser needs to ask for a passkey',
    reply: optionsReply,
    handle: inOwnSession(passkeyOptions),
  }),
  direct({
    method: 'POST',
    path: '/api/session/sign-out',
    permission: 'session.use',
    summary: 'Sign out',
    reply: nothing,
    handle: async (call) => {
      await signOut(call.services, visitorOf(call));
      clearCookie(call.res, 'assay', call.services.config.publicUrl);
      return {};
    },
  }),
];
