import { z } from 'zod';
import { sheetReply } from '../../compliance/schema/sheet.ts';
import { command, list, type Route, read } from '../../platform/http/route.ts';
import { listApplications } from '../read/list.ts';
import {
  applicationFilter,
  applicationReply,
  applicationSort,
  dossierReply,
  historyReply,
} from '../schema/desk.ts';
import {
  applicationParams,
  discardDraftBody,
  draftReply,
  previewBody,
  previewReply,
  saveDraftBody,
} from '../schema/review.ts';
import { dossier } from '../service/dossier.ts';
import { previewLetter } from '../service/preview-letter.ts';
import { sheetFor } from '../service/read-by-hand.ts';
import { discardDraft, saveDraft } from '../service/save-draft.ts';

/** Reading applications, and what a person writes before deciding. */
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
    path: '/api/applications/:id/sheet',
    permission: 'applications.read',
    summary: 'What is asked of people where no machine reads the statement, and what they filled in',
    params: applicationParams,
    reply: sheetReply,
    handle: ({ db, params }) => sheetFor(db, params.id),
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
];
