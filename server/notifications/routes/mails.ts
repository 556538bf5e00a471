import { z } from 'zod';
import { grantOf } from '../../access/matrix.ts';
import type { Actor } from '../../kernel/actor.ts';
import { command, list, type Route, read } from '../../platform/http/route.ts';
import { listMails, oneMail } from '../read.ts';
import { mailScope } from '../rules.ts';
import { mailFilter, mailReply, mailRow } from '../schema.ts';
import { openKeptLink } from '../service/open-kept-link.ts';
import { resendMail } from '../service/resend-mail.ts';

const holds = (actor: Actor, permission: string, grant = 'all') => grantOf(actor, permission) === grant;
/** The mails somebody reads, and those they may send again or, in a demo, open as the recipient would. */
const seenBy = (actor: Actor) => mailScope(holds(actor, 'mail.read'), holds(actor, 'mail.people'));
const sentBy = (actor: Actor) => mailScope(holds(actor, 'mail.resend'), holds(actor, 'people.manage'));

const params = z.object({ id: z.uuid() });

export const routes: Route[] = [
  list({
    path: '/api/mails',
    resource: 'mails',
    summary: 'What was sent or kept: to whom, from which template, delivered or not',
    permission: 'mail.read',
    filter: mailFilter,
    sort: ['created_at', 'sent_at', 'state', 'template'],
    reply: mailRow,
    handle: ({ db, list: query, actor }) => listMails(db, query, seenBy(actor)),
  }),
  read({
    path: '/api/mails/:id',
    summary: 'One mail, text and HTML',
    permission: 'mail.read',
    params,
    reply: mailReply,
    handle: ({ db, params: { id }, actor }) => oneMail(db, id, seenBy(actor)),
  }),
  command({
    path: '/api/mails/:id/resend',
    summary: 'Send the same letter once more',
    permission: 'mail.resend',
    params,
    versioned: true,
    reply: z.object({ id: z.uuid() }),
    handle: ({ uow, params: { id }, ifMatch, services, actor }) =>
      resendMail(uow, {
        id,
        ifMatch,
        messageHost: new URL(services.config.publicUrl).hostname,
        scope: sentBy(actor),
      }),
  }),
  command({
    path: '/api/mails/:id/open-link',
    summary:
      'In a demo, where nobody receives mail: the link of a kept letter, as its recipient would have it',
    permission: 'mail.resend',
    params,
    reply: z.object({ link: z.string() }),
    handle: ({ uow, params: { id }, services, actor }) =>
      openKeptLink(uow, { id, publicUrl: services.config.publicUrl, scope: sentBy(actor) }),
  }),
];
