import type { Knex } from 'knex';

/**
 * What each reading found, in short: `criterion:retention=missing`, `flag:opt_out_denied=raised`. Kept beside the whole
 * reading, which is long, so that how often people overturn it is counted without opening a hundred thousand of them.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create function findings_of(reading jsonb) returns text[] language sql immutable parallel safe as $$
      select coalesce(array_agg(distinct found.place order by found.place), '{}') from (
        select 'criterion:' || (one ->> 'id') || '=' || (one ->> 'verdict') from jsonb_path_query(reading, '$.criteria[*]') one
        union all
        select 'flag:' || (one ->> 'id') || '=raised' from jsonb_path_query(reading, '$.red_flags[*]') one
      ) as found (place)
    $$;
    grant execute on function findings_of(jsonb) to assay_app;
    alter table scores add column findings text[] generated always as (findings_of(reading)) stored;

    -- appended only: a view keeps the columns it has
    create or replace view decided_view as
      select id, number, trading_name, created_at, state, decided_at, revision, score, band, score_id
      from applications where state in ('approved', 'rejected') and decided_at is not null and band is not null;
    create view finding_view as select id as score_id, findings from scores where read_by = 'machine';
    create view override_view as
      select id, score_id, finding, machine, judged, reason, overridden_by, overridden_at, co_signed_by
      from overrides where state = 'standing';
    -- from a judgement to the decision that rests on it
    create index applications_decided_score on applications (score_id) where state in ('approved', 'rejected') and band is not null;
    grant select on decided_view, finding_view, override_view to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index applications_decided_score;
    drop view override_view, finding_view, decided_view;
    create view decided_view as
      select id, number, trading_name, created_at, state, decided_at, revision, score, band
      from applications where state in ('approved', 'rejected') and decided_at is not null and band is not null;
    grant select on decided_view to assay_app;
    alter table scores drop column findings;
    drop function findings_of(jsonb);
  `);
}
