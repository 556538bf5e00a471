import { Problem } from '../kernel/problem.ts';
import { type Route, read } from '../platform/http/route.ts';
import { distribution } from './plausibility/distribution.ts';
import { publishedNorms } from './read.ts';
import { distributionQuery, distributionReply } from './schema/reply.ts';

export const routes: Route[] = [
  read({
    path: '/api/norms/distribution',
    summary: 'Published figures behind a category, lowest first',
    permission: 'benchmarks.read',
    query: distributionQuery,
    reply: distributionReply,
    handle: async ({ db, query }) => {
      const norms = await publishedNorms(db);
      if (!norms) throw new Problem('not_found');
      const vertical = query.vertical ?? null;
      return {
        norm_version: norms.version,
        stratum: query.stratum,
        channel: query.channel,
        vertical,
        currency: 'USD',
        year: norms.index_year,
        points: distribution(norms, query.stratum, query.channel, vertical),
      };
    },
  }),
];
