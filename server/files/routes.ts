import { z } from 'zod';
import { type Route, raw } from '../platform/http/route.ts';
import { sendFile } from './service/send-file.ts';

export const routes: Route[] = [
  raw({
    method: 'GET',
    path: '/api/files/:id',
    summary: 'One uploaded file, as a download',
    permission: 'files.read',
    params: z.object({ id: z.uuid() }),
    returns: 'application/octet-stream',
    handle: ({ services, db, params, res }) => sendFile({ db, files: services.files }, params.id, res),
  }),
];
