import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { command, type Route } from '../../platform/http/route.ts';
import type { Uow } from '../../platform/uow.ts';
import { headOf } from '../read/dossier.ts';
import { dossierReply } from '../schema/desk.ts';
import {
  acceptItemBody,
  afterDecisionReply,
  applicationParams,
  approveBody,
  confirmFindingBody,
  confirmSheetBody,
  coSignBody,
  fillSheetBody,
  headReply,
  letClaimStandBody,
  overrideBody,
  rejectBody,
  reopenBody,
  requestChangesBody,
  secondBody,
  undoBody,
} from '../schema/review.ts';
import { afterDecision } from '../service/after-decision.ts';
import { approve } from '../service/approve.ts';
import { dossier } from '../service/dossier.ts';
import { override, signOverride } from '../service/override.ts';
import { confirmByHand, fillByHand } from '../service/read-by-hand.ts';
import { reject } from '../service/reject.ts';
import { reopen } from '../service/reopen.ts';
import { requestChanges } from '../service/request-changes.ts';
import { acceptItem, confirmReviewFinding, letStand } from '../service/review-steps.ts';
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

/** What people decide on an application, each at the version they looked at. */
export const routes: Route[] = [
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
    'fill-sheet',
    'Fills by hand the sheet of a statement that no machine reads',
    'applications.review',
    fillSheetBody,
    fillByHand,
  ),
  review(
    'confirm-sheet',
    'A second person confirms the sheet, whose score then counts, or returns it',
    'applications.review',
    confirmSheetBody,
    confirmByHand,
  ),
  review(
    'override',
    'Judges a finding otherwise than the reading did, with a reason',
    'applications.review',
    overrideBody,
    override,
  ),
  review(
    'co-sign',
    'An officer signs or refuses a judgement that waits for it',
    'applications.decide',
    coSignBody,
    signOverride,
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
