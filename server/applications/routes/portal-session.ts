import { givePortalCookie, portalCallerOf } from '../../access/service/callers.ts';
import { openLink } from '../../access/service/portal-links.ts';
import { command, type Route, raw } from '../../platform/http/route.ts';
import { localeOf, portalApplication } from '../read/portal.ts';
import {
  emptyReply,
  openInput,
  type PortalSessionReply,
  portalSessionReply,
  sendLinkInput,
  startInput,
  startReply,
} from '../schema/portal.ts';
import { askForLink } from '../service/new-link.ts';
import { startApplication } from '../service/start.ts';

const none: PortalSessionReply = {
  state: 'none',
  purpose: null,
  csrf: null,
  application_id: null,
  locale: null,
};

export const routes: Route[] = [
  command({
    path: '/api/portal/applications',
    summary: 'Begins an application: an empty draft, its return link, and a portal session for it',
    permission: 'portal.start',
    rate: { name: 'portal.start', per: 'address', max: 30, windowSeconds: 3600 },
    body: startInput,
    reply: startReply,
    status: 201,
    handle: async ({ uow, body, services, http }) => {
      const { id, token, portal } = await startApplication(uow, body);
      givePortalCookie(http.res, services, portal.session);
      return {
        link: `/portal/application#t=${token}`,
        csrf: portal.csrf,
        application: await portalApplication(uow.trx, id),
      };
    },
  }),
  command({
    path: '/api/portal/open',
    summary: 'Exchanges the token of a link for a portal session',
    permission: 'portal.start',
    rate: { name: 'portal.open', per: 'address', max: 60, windowSeconds: 600 },
    body: openInput,
    reply: portalSessionReply,
    handle: async ({ uow, body, services, http }) => {
      const portal = await openLink(uow, body.token);
      givePortalCookie(http.res, services, portal.session);
      return {
        state: 'open' as const,
        purpose: portal.purpose,
        csrf: portal.csrf,
        application_id: portal.subjectId,
        locale: await localeOf(uow.trx, portal.subjectId),
      };
    },
  }),
  command({
    path: '/api/portal/new-link',
    summary: 'Asks for a new link by mail; the answer is the same whoever the address belongs to',
    permission: 'portal.start',
    rate: { name: 'portal.new_link', per: 'address', max: 20, windowSeconds: 3600 },
    body: sendLinkInput,
    reply: emptyReply,
    status: 202,
    handle: async ({ uow, body }) => {
      await askForLink(uow, body);
      return {};
    },
  }),
  raw({
    method: 'GET',
    path: '/api/portal/session',
    summary: 'The portal session of this browser, with the token its writes need',
    permission: 'portal.start',
    returns: 'application/json',
    reply: portalSessionReply,
    handle: async ({ services, db, req, res }) => {
      const caller = await portalCallerOf(req, services);
      const reply: PortalSessionReply = caller
        ? {
            state: 'open',
            purpose: caller.actor.purpose,
            csrf: caller.csrf,
            application_id: caller.actor.subjectId,
            locale: await localeOf(db, caller.actor.subjectId),
          }
        : none;
      res.status(200).type('application/json').send(JSON.stringify(reply));
    },
  }),
];
