import { command, list, type Route } from '../platform/http/route.ts';
import { listKeys } from './read/api-keys.ts';
import { keyFilter, keyParams, keyReply, keyRevoked, keySort } from './schema.ts';
import { revokeKey } from './service/api-keys.ts';

/** Keys of machines; they are made on the command line, where the secret is shown once. */
export const routes: readonly Route[] = [
  list({
    path: '/api/api-keys',
    resource: 'api-keys',
    permission: 'api_keys.manage',
    summary: 'The API keys, without their secrets',
    filter: keyFilter,
    sort: keySort,
    reply: keyReply,
    handle: async ({ db, list: query }) => {
      const { rows, total } = await listKeys(db, query);
      return { rows: rows.map((row) => keyReply.parse(row)), total };
    },
  }),
  command({
    path: '/api/api-keys/:id/revoke',
    permission: 'api_keys.manage',
    summary: 'End an API key for good',
    params: keyParams,
    reply: keyRevoked,
    handle: ({ uow, params }) => revokeKey(uow, params.id),
  }),
];
