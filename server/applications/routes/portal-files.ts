import { z } from 'zod';
import { fileReply } from '../../files/schema.ts';
import { inTurn, receiveUpload } from '../../files/service/receive-upload.ts';
import { sendFile } from '../../files/service/send-file.ts';
import { placeFile } from '../../files/service/store-file.ts';
import { inPlace } from '../../files/service/upload-places.ts';
import { addressKey } from '../../platform/http/rate.ts';
import { command, type Route, raw } from '../../platform/http/route.ts';
import { emptyReply } from '../schema/portal.ts';
import { attachFile, detachFile } from '../service/attach-file.ts';
import { ownId } from '../service/own-application.ts';

const one = z.object({ id: z.uuid() });

export const routes: Route[] = [
  raw({
    method: 'POST',
    path: '/api/portal/files',
    summary: 'Uploads one file (field "file"): PDF, PNG, JPEG or CSV, at most 10 MB',
    permission: 'portal.draft',
    rate: { name: 'portal.files', per: 'actor', max: 120, windowSeconds: 3600 },
    accepts: 'multipart/form-data',
    returns: 'application/json',
    reply: fileReply,
    handle: async ({ services, actor, req, res }) => {
      const senders = [`application ${ownId(actor)}`, `address ${addressKey(req.ip ?? '')}`];
      const file = await inPlace(senders, async (holds) => {
        const upload = await receiveUpload(req, { holds });
        return inTurn(async () => {
          const placed = await placeFile(services.files, upload);
          return services.run({ actor, requestId: res.locals.requestId }, (uow) => attachFile(uow, placed));
        });
      });
      res.status(201).type('application/json').send(JSON.stringify(file));
    },
  }),
  command({
    path: '/api/portal/files/:id/remove',
    summary: 'Takes one file off the application',
    permission: 'portal.draft',
    params: one,
    reply: emptyReply,
    handle: async ({ uow, params }) => {
      await detachFile(uow, params.id);
      return {};
    },
  }),
  raw({
    method: 'GET',
    path: '/api/portal/files/:id',
    summary: "One of the applicant's own files, as a download",
    permission: 'portal.application',
    params: one,
    returns: 'application/octet-stream',
    handle: ({ services, db, actor, params, res }) =>
      sendFile({ db, files: services.files }, params.id, res, ownId(actor)),
  }),
];
