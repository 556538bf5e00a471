import type { Knex } from 'knex';
import { getConstructionPlans } from 'pg-boss';

/** The job tables; the application runs them with its own migrations off. */
export async function up(knex: Knex): Promise<void> {
  const plan = getConstructionPlans('pgboss')
    .replace(/^\s*BEGIN;/i, '')
    .replace(/COMMIT;\s*$/i, '');
  await knex.raw(plan.replaceAll('?', '\\?'));
  await knex.raw(`
    grant usage on schema pgboss to assay_app;
    grant select, insert, update, delete on all tables in schema pgboss to assay_app;
    grant usage on all sequences in schema pgboss to assay_app;
    grant execute on all functions in schema pgboss to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop schema pgboss cascade');
}
