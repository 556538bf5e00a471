import type { Knex } from 'knex';

/** Whose name for an application it is: two API keys may use the same external id for different applications. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table applications add column api_key_id uuid;
    drop index applications_external;
    -- each sender's own name for an application, once; an import has no key
    create unique index applications_external on applications (source, api_key_id, external_id) nulls not distinct
      where external_id is not null;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index applications_external;
    create unique index applications_external on applications (source, external_id) where external_id is not null;
    alter table applications drop column api_key_id;
  `);
}
