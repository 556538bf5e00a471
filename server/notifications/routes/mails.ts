import { z } from 'zod';
import { command, list, type Route, read } from '../../platform/http/route.ts';
import { listMails, oneMail } from '../read.ts';
import { mailFilter, mailReply, mailRow } from '../schema.ts';
import { openKeptLink } from '../service/open-kept-link.ts';
import { resendMail } from '../service/resend-mail.ts';

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
    handle: ({ db, list: query }) => listMails(db, query),
  }),
  read({
    path: '/api/mails/:id',
    summary: 'One mail, text and HTML',
    permission: 'mail.read',
    params,
    reply: mailReply,
    handle: ({ db, params: { id } }) => oneMail(db, id),
  }),
  command({
    path: '/api/mails/:id/resend',
    summary: 'Send the same letter once more',
    permission: 'mail.resend',
    params,
    versioned: true,
    reply: z.object({ id: z.uuid() }),
    handle: ({ uow, params: { id }, ifMatch, services }) =>
      resendMail(uow, { id, ifMatch, messageHost: new URL(services.config.publicUrl).hostname }),
  }),
  command({
    path: '/api/mails/:id/open-link',
    summary:
      'In a demo, where nobody receives mail: the link of a kept letter, as its recipient would have it',
    permission: 'mail.resend',
    params,
    reply: z.object({ link: z.string() }),
    handle: ({ uow, params: { id }, services }) => openKeptLink(uow, { id, config: services.config }),
  }),
];
