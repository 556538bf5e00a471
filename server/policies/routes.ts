import { grantOf } from '../access/matrix.ts';
import { command, list, type Route, read } from '../platform/http/route.ts';
import { listPolicies, policyWhole } from './read/policies.ts';
import {
  draftReply,
  editDraftBody,
  policyDocumentReply,
  policyFile,
  policyFilter,
  policyParams,
  policyReply,
  proposeBody,
  publishBody,
  publishedReply,
  reasonBody,
  revisionReply,
  startDraftBody,
} from './schema/policy.ts';
import { discardDraft, editDraft, startDraft } from './service/drafts.ts';
import { policyPage } from './service/policy-page.ts';
import { proposeDraft, publishDraft, sendBack } from './service/publish.ts';

const versioned = { permission: 'policies.edit', params: policyParams, versioned: true } as const;

export const routes: Route[] = [
  list({
    path: '/api/policies',
    resource: 'policies',
    summary: 'Rule books: rubric, plausibility, deadlines, with their versions',
    permission: 'policies.read',
    filter: policyFilter,
    sort: ['kind', 'version', 'published_at', 'effective_from'],
    reply: policyReply,
    handle: ({ db, list: query }) => listPolicies(db, query),
  }),
  read({
    path: '/api/policies/:id',
    summary: 'One rule book, whole, with what changed and what is wrong with it',
    permission: 'policies.read',
    params: policyParams,
    reply: policyDocumentReply,
    handle: ({ db, params, actor }) => policyPage(db, params.id, actor, grantOf(actor, 'policies.edit')),
  }),
  read({
    path: '/api/policies/:id/file',
    summary: 'One rule book as a file that can be imported again',
    permission: 'policies.read',
    params: policyParams,
    reply: policyFile,
    handle: async ({ db, params }) => {
      const { kind, version, document } = await policyWhole(db, params.id);
      return { kind, version, document: document as Record<string, unknown> };
    },
  }),
  command({
    path: '/api/policies/start-draft',
    summary: 'Open a draft from the newest published book, or from a file',
    permission: 'policies.edit',
    body: startDraftBody,
    reply: draftReply,
    status: 201,
    handle: ({ uow, body }) => startDraft(uow, body),
  }),
  command({
    ...versioned,
    path: '/api/policies/:id/edit',
    summary: 'Keep an edited draft, sound or not',
    body: editDraftBody,
    reply: revisionReply,
    handle: ({ uow, params, body, ifMatch }) =>
      editDraft(uow, { id: params.id, revision: ifMatch, document: body.document }),
  }),
  command({
    ...versioned,
    path: '/api/policies/:id/propose',
    summary: 'Ask a second person to publish a draft',
    body: proposeBody,
    reply: revisionReply,
    handle: ({ uow, params, body, ifMatch }) =>
      proposeDraft(uow, { id: params.id, revision: ifMatch, summary: body.summary }),
  }),
  command({
    ...versioned,
    path: '/api/policies/:id/send-back',
    summary: 'Back to its author with a reason',
    body: reasonBody,
    reply: revisionReply,
    handle: ({ uow, params, body, ifMatch }) =>
      sendBack(uow, { id: params.id, revision: ifMatch, reason: body.reason }),
  }),
  command({
    ...versioned,
    path: '/api/policies/:id/discard',
    summary: 'Give a draft up; it stays readable',
    body: reasonBody,
    reply: revisionReply,
    handle: ({ uow, params, body, ifMatch }) =>
      discardDraft(uow, { id: params.id, revision: ifMatch, reason: body.reason }),
  }),
  command({
    ...versioned,
    path: '/api/policies/:id/publish',
    summary: 'Put a proposed book in force, now or from a later day; never by one who wrote in it',
    body: publishBody,
    reply: publishedReply,
    handle: ({ uow, params, body, ifMatch }) =>
      publishDraft(uow, {
        id: params.id,
        revision: ifMatch,
        effectiveFrom: body.effective_from ? new Date(body.effective_from) : null,
        openWork: body.open_work,
      }),
  }),
];
