import { caseNumber } from '../../kernel/case-number.ts';
import { command, type Route, read } from '../../platform/http/route.ts';
import { portalApplication } from '../read/portal.ts';
import {
  emptyReply,
  hintsInput,
  hintsReply,
  localeInput,
  localeReply,
  portalApplicationReply,
  portalStateReply,
  saveInput,
  saveReply,
  sendLinkInput,
  submitInput,
  withdrawInput,
} from '../schema/portal.ts';
import { draftHints } from '../service/draft-hints.ts';
import { ownId } from '../service/own-application.ts';
import { resubmitOwn } from '../service/resubmit.ts';
import { saveDraft } from '../service/save.ts';
import { sendDraftLink } from '../service/send-link.ts';
import { setLocale } from '../service/set-locale.ts';
import { type PortalState, submitOwn } from '../service/submit.ts';
import { withdrawOwn } from '../service/withdraw.ts';

const numbered = (state: PortalState) => ({
  ...state,
  case_number: caseNumber(state.number, state.created_at),
});

export const routes: Route[] = [
  read({
    path: '/api/portal/application',
    summary: "The applicant's own application: what was typed, what is missing, where it stands",
    permission: 'portal.application',
    reply: portalApplicationReply,
    handle: ({ db, actor }) => portalApplication(db, ownId(actor)),
  }),
  command({
    path: '/api/portal/application/save',
    summary: 'Keeps the draft as typed; says what is missing and what a reader would still look for',
    permission: 'portal.draft',
    body: saveInput,
    reply: saveReply,
    handle: async ({ uow, body }) => {
      const saved = await saveDraft(uow, body);
      const { statement, sourcing, offer } = body.document;
      const hints = await draftHints(uow, {
        statement,
        sourcing,
        channels: offer?.channels,
        regions: offer?.regions,
      });
      return { ...saved, hints };
    },
  }),
  command({
    path: '/api/portal/application/hints',
    summary: 'Hints on a statement being typed; nothing is kept',
    permission: 'portal.draft',
    rate: { name: 'portal.hints', per: 'actor', max: 120, windowSeconds: 60 },
    body: hintsInput,
    reply: hintsReply,
    handle: async ({ uow, body }) => ({ hints: await draftHints(uow, body) }),
  }),
  command({
    path: '/api/portal/application/submit',
    summary: 'Hands the draft in',
    permission: 'portal.draft',
    idempotency: 'accepted',
    body: submitInput,
    reply: portalStateReply,
    handle: async ({ uow, body }) => numbered(await submitOwn(uow, body)),
  }),
  command({
    path: '/api/portal/application/resubmit',
    summary: 'Answers asked changes; only the asked items are taken',
    permission: 'portal.draft',
    idempotency: 'accepted',
    body: saveInput,
    reply: portalStateReply,
    handle: async ({ uow, body }) => numbered(await resubmitOwn(uow, body)),
  }),
  command({
    path: '/api/portal/application/withdraw',
    summary: 'Withdraws the application',
    permission: 'portal.application',
    body: withdrawInput,
    reply: portalStateReply,
    handle: async ({ uow, body }) => numbered(await withdrawOwn(uow, body)),
  }),
  command({
    path: '/api/portal/application/locale',
    summary: 'Chooses the language of portal and letters',
    permission: 'portal.application',
    body: localeInput,
    reply: localeReply,
    handle: ({ uow, body }) => setLocale(uow, body),
  }),
  command({
    path: '/api/portal/send-link',
    summary: 'Mails a link back to the draft',
    permission: 'portal.draft',
    rate: { name: 'portal.send_link', per: 'actor', max: 5, windowSeconds: 3600 },
    body: sendLinkInput,
    reply: emptyReply,
    handle: async ({ uow, body }) => {
      await sendDraftLink(uow, body);
      return {};
    },
  }),
];
