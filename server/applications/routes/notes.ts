import { noteBody, noteParams, noteReply } from '../../notes/schema.ts';
import { command, type Route } from '../../platform/http/route.ts';
import { noteOn } from '../service/note.ts';

export const routes: Route[] = [
  command({
    path: '/api/applications/:id/notes',
    permission: 'notes.write',
    summary: 'Adds an internal note; @name mentions a colleague',
    params: noteParams,
    body: noteBody,
    reply: noteReply,
    status: 201,
    idempotency: 'accepted',
    handle: ({ uow, params, body }) => noteOn(uow, params.id, body.body),
  }),
];
