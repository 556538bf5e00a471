import type { Knex } from 'knex';
import type { z } from 'zod';
import { Problem } from '../kernel/problem.ts';
import { depthMax, type ListQuery, type ListResult } from '../platform/lists.ts';
import type { SpecialistFilter, specialistReply } from './schema.ts';

type Row = z.input<typeof specialistReply>;

const select = `
  s.id, s.number, 'SPC-' || to_char(s.created_at at time zone 'UTC', 'YYYY') || '-' || lpad(s.number::text, 6, '0') as case_number,
  s.application_id, s.legal_name, s.trading_name, s.web_domain, s.country, s.tier, s.state, s.regions, s.verticals,
  s.icp_sizes, s.engagement_models, s.created_at, s.version,
  json_build_object('open_high_flags', s.open_high_flags, 'open_concerns', s.open_concerns) as standing,
  (select json_agg(json_build_object('channel', c.channel, 'is_primary', c.is_primary, 'accepted_at', c.accepted_at)
    order by c.is_primary desc, c.channel) from specialist_channels c where c.specialist_id = s.id) as channels`;

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (char) => `\\${char}`);

function narrowed(db: Knex, filter: SpecialistFilter, ids?: string[]) {
  return db('specialists as s').where((q) => {
    if (filter.state) q.where('s.state', filter.state);
    if (filter.tier) q.where('s.tier', filter.tier);
    if (ids) q.whereIn('s.id', ids);
    if (filter.channel)
      q.whereExists(
        db('specialist_channels as c').whereRaw('c.specialist_id = s.id').where('c.channel', filter.channel),
      );
    if (filter.q) {
      const like = `%${escapeLike(filter.q)}%`;
      q.where((or) =>
        or
          .whereILike('s.trading_name', like)
          .orWhereILike('s.legal_name', like)
          .orWhereILike('s.web_domain', like),
      );
    }
  });
}

export async function listSpecialists(db: Knex, list: ListQuery<SpecialistFilter>): Promise<ListResult<Row>> {
  const wanted = narrowed(db, list.filter, list.ids);
  const rows = await wanted
    .clone()
    .select(db.raw(select))
    .orderBy([{ column: `s.${list.sort.field}`, order: list.sort.order }, { column: 's.id' }])
    .limit(list.limit)
    .offset(list.offset);
  const counted = await db.count<{ count: number }[]>('* as count').from(
    wanted
      .clone()
      .select('s.id')
      .limit(depthMax + 1)
      .as('seen'),
  );
  return { rows: rows as Row[], total: Number(counted[0]?.count ?? 0) };
}

/** One specialist with its standing. Throws `not_found`. */
export async function oneSpecialist(db: Knex, id: string): Promise<Row> {
  const row = await db('specialists as s').where('s.id', id).select(db.raw(select)).first();
  if (!row) throw new Problem('not_found');
  return row as Row;
}
