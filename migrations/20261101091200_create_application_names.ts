import type { Knex } from 'knex';

/**
 * The names an application is looked for by, beside it: an index of parts of words in the application's own row would make
 * every change of its state pay for it. A trigger keeps the copy, so that no way of writing can forget it.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create extension if not exists pg_trgm;
    create table application_names (
      application_id uuid primary key references applications (id),
      names text not null
    );
    comment on table application_names is 'room=applications; retention=case_record; personal=names';

    create function keep_application_names() returns trigger language plpgsql as $$
    begin
      insert into application_names (application_id, names)
      values (new.id, concat_ws(E'\\n', new.trading_name, new.legal_name, new.web_domain))
      on conflict (application_id) do update set names = excluded.names;
      return null;
    end $$;
    create trigger applications_names_insert after insert on applications for each row
      when (new.trading_name <> '' or new.legal_name <> '' or new.web_domain <> '')
      execute function keep_application_names();
    create trigger applications_names_update after update of trading_name, legal_name, web_domain on applications for each row
      when ((old.trading_name, old.legal_name, old.web_domain) is distinct from (new.trading_name, new.legal_name, new.web_domain))
      execute function keep_application_names();
    insert into application_names (application_id, names)
      select id, concat_ws(E'\\n', trading_name, legal_name, web_domain) from applications
      where trading_name <> '' or legal_name <> '' or web_domain <> '';
    -- a part of a name, three letters or more
    create index application_names_part on application_names using gin (names gin_trgm_ops);

    create view application_name_view as select application_id, names from application_names;
    grant select on application_name_view to assay_app;
    grant select, insert, update on application_names to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop view application_name_view;
    drop trigger applications_names_update on applications;
    drop trigger applications_names_insert on applications;
    drop function keep_application_names();
    drop table application_names;
    drop extension pg_trgm;
  `);
}
