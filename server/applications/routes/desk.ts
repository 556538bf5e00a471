import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { command, list, type Route, read } from '../../platform/http/route.ts';
import type { Uow } from '../../platform/uow.ts';
import { headOf } from '../read/dossier.ts';
import { listApplications } from '../read/list.ts';
import {
  applicationFilter,
  applicationReply,
  applicationSort,
  dossierReply,
  historyReply,
} from '../schema/desk.ts';
import {
  acceptItemBody,
  afterDecisionReply,
  applicationParams,
  approveBody,
  confirmFindingBody,
  discardDraftBody,
  draftReply,
  headReply,
  letClaimStandBody,
  previewBody,
  previewReply,
  rejectBody,
  reopenBody,
  requestChangesBody,
  saveDraftBody,
  secondBody,
  undoBody,
} from '../schema/review.ts';
import { afterDecision } from '../service/after-decision.ts';
import { approve } from '../service/approve.ts';
import { dossier } from '../service/dossier.ts';
import { previewLetter } from '../service/preview-letter.ts';
import { reject } from '../service/reject.ts';
import { reopen } from '../service/reopen.ts';
import { requestChanges } from '../service/request-changes.ts';
import { acceptItem, confirmReviewFinding, letStand } from '../service/review-steps.ts';
import { discardDraft, saveDraft } from '../service/save-draft.ts';
import { second } from '../service/second.ts';
import { sendNow } from '../service/send-now.ts';
import { undo } from '../service/undo.ts';

type Run<B> = (uow: Uow, id: string, version: number, body: B) => Promise<number>;
const personId = (actor: Actor): string => (actor.kind === 'person' ? actor.id : '');

/** A human decision on one application: with the version decided on, and the newer dossier when that is stale. */
function review<B extends z.ZodType>(
  verb: string,
  summary: string,
  permission: 'applications.review' | 'applications.decide',
  body: B,
  run: Run<z.output<B>>,
  decides = false,
): Route {
  return command({
    path: `/api/applications/:id/${verb}`,
    permission,
    summary,
    params: applicationParams,
    body,
    reply: decides ? afterDecisionReply : headReply,
    versioned: true,
    idempotency: 'accepted',
    current: async ({ db, actor, params }) => dossierReply.parse(await dossier(db, params.id, actor)),
    handle: async ({ uow, params, body: given, ifMatch, actor }) => {
      await run(uow, params.id, ifMatch, given as z.output<B>);
      return decides ? afterDecision(uow.trx, params.id, personId(actor)) : headOf(uow.trx, params.id);
    },
  });
}

const nothing = z.strictObject({});

export const routes: Route[] = [
  list({
    path: '/api/applications',
    resource: 'applications',
    permission: 'applications.read',
    summary: 'Submitted applications',
    filter: applicationFilter,
    sort: applicationSort,
    reply: applicationReply,
    handle: ({ db, list: asked }) => listApplications(db, asked),
  }),
  read({
    path: '/api/applications/:id',
    permission: 'applications.read',
    summary: 'The dossier: what was submitted, what was found, what happened, what may be done now',
    params: applicationParams,
    reply: dossierReply,
    handle: ({ db, actor, params }) => dossier(db, params.id, actor),
  }),
  read({
    path: '/api/applications/:id/history',
    permission: 'applications.read',
    summary: 'Every event about an application, newest first',
    params: applicationParams,
    reply: z.array(historyReply),
    handle: async ({ db, actor, params }) => (await dossier(db, params.id, actor)).history,
  }),
  command({
    path: '/api/applications/:id/preview-letter',
    permission: 'applications.review',
    summary: 'The letter as it would be; nothing is kept',
    params: applicationParams,
    body: previewBody,
    reply: previewReply,
    handle: ({ uow, params, body }) => previewLetter(uow, params.id, body),
  }),
  command({
    path: '/api/applications/:id/save-draft',
    permission: 'applications.review',
    summary: 'Keeps what this person is writing',
    params: applicationParams,
    body: saveDraftBody,
    reply: draftReply,
    handle: async ({ uow, params, body }) => ({
      kind: body.kind,
      updated_at: await saveDraft(uow, params.id, body.kind, body.content),
    }),
  }),
  command({
    path: '/api/applications/:id/discard-draft',
    permission: 'applications.review',
    summary: 'Throws away what this person was writing',
    params: applicationParams,
    body: discardDraftBody,
    reply: draftReply,
    handle: async ({ uow, params, body }) => {
      await discardDraft(uow, params.id, body.kind);
      return { kind: body.kind, updated_at: null };
    },
  }),
  review(
    'request-changes',
    'Asks the applicant to change named items',
    'applications.review',
    requestChangesBody,
    requestChanges,
    true,
  ),
  review(
    'accept-item',
    'Accepts an answered item',
    'applications.review',
    acceptItemBody,
    (uow, id, version, body) => acceptItem(uow, id, version, body.request_id),
  ),
  review(
    'confirm-finding',
    'Confirms or denies a finding on its evidence',
    'applications.review',
    confirmFindingBody,
    confirmReviewFinding,
  ),
  review(
    'let-claim-stand',
    'Lets a claim stand as a second reviewer',
    'applications.review',
    letClaimStandBody,
    letStand,
  ),
  review('approve', 'Accepts, channel by channel', 'applications.decide', approveBody, approve, true),
  review('reject', 'Refuses, with reason codes', 'applications.decide', rejectBody, reject, true),
  review(
    'second',
    'Agrees to or declines a decision as the second person',
    'applications.decide',
    secondBody,
    second,
    true,
  ),
  review(
    'undo',
    'Takes a decision back before it is final',
    'applications.decide',
    undoBody,
    (uow, id, version, body) => undo(uow, id, version, body.reason),
    true,
  ),
  review(
    'send-now',
    'Makes a decision final at once',
    'applications.decide',
    nothing,
    (uow, id, version) => sendNow(uow, id, version),
    true,
  ),
  review(
    'reopen',
    'Takes a rejection up again on new evidence',
    'applications.decide',
    reopenBody,
    (uow, id, version, body) => reopen(uow, id, version, body.reason),
  ),
];
