import type { Knex } from 'knex';

/** What one person's home asks: their own requests, decisions and drafts, and the queue's part of it as views. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- what one person asked for and what came of it
    create index change_requests_person on change_requests (requested_by, application_id);
    -- what one person decided
    create index decisions_person on decisions (decided_by, decided_at);
    -- their half-written letters
    create index review_drafts_person on review_drafts (person_id, updated_at);
    -- items kept for one person
    create index work_items_preferred on work_items (preferred_id) where preferred_id is not null and state = 'waiting';
    create view work_item_due_view as
      select id, subject_id, party_key, kind, state, holder_id, preferred_id, due_at from work_items;
    create view involvement_view as select subject_id, person_id, part from involvements;
    create view conflict_view as select person_id, party_key from conflicts_of_interest where withdrawn_at is null;
    grant select on work_item_due_view, involvement_view, conflict_view to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop view conflict_view, involvement_view, work_item_due_view;
    drop index work_items_preferred, review_drafts_person, decisions_person, change_requests_person;
  `);
}
