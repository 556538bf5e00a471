import { join } from 'node:path';
import { list, type Route, read } from '../platform/http/route.ts';
import type { Services } from '../platform/services.ts';
import { listEvents } from './read.ts';
import { eventFilter, eventReply, verificationReply } from './schema.ts';
import { publicKeys, verifyLog } from './verify.ts';

/** Where checkpoints are kept beyond the database's reach. */
export const checkpointFile = (services: Pick<Services, 'config'>): string =>
  join(services.config.varDir, 'checkpoints', 'event-log.jsonl');

export const routes: Route[] = [
  list({
    path: '/api/log',
    resource: 'log',
    summary: 'The event log: who, when, what, why',
    permission: 'log.read',
    filter: eventFilter,
    sort: ['recorded_at'],
    reply: eventReply,
    handle: ({ db, list: query, grant }) => listEvents(db, query, grant),
  }),
  read({
    path: '/api/log/verification',
    summary: 'Recomputes the sealed log and holds it against every signed checkpoint',
    permission: 'log.verify',
    rate: { name: 'log.verification', per: 'actor', max: 10, windowSeconds: 60 },
    reply: verificationReply,
    handle: ({ services }) =>
      verifyLog(services.db, publicKeys(services.config.keys), checkpointFile(services)),
  }),
];
