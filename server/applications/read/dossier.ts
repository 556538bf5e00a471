import type { Knex } from 'knex';
import { Problem } from '../../kernel/problem.ts';
import type { DossierReply } from '../schema/desk.ts';
import { type ListedRow, listedColumns } from './list.ts';

type Requested = Omit<DossierReply['requests'][number], 'verdict_changes'>;

/** The application's own part of its dossier, with the small pieces other rooms give by view. */
export interface DossierRow extends ListedRow {
  source: string;
  score_id: string | null;
  form: unknown;
  previous_form: unknown;
  revisions: DossierReply['revisions'];
  requests: Requested[];
  matches: (DossierReply['matches'][number]['application'] & {
    kind: string;
    number: number;
    begun_at: string;
  })[];
  decision: (NonNullable<DossierReply['decision']> & { live: boolean }) | null;
  letters: DossierReply['letters'];
  drafts: DossierReply['drafts'];
  notes: DossierReply['notes'];
  mails: DossierReply['mails'];
  policies: DossierReply['policies'];
  specialist_id: string | null;
  item_ids: string[];
  /** The address of who looks; null for nobody of the desk. */
  own_address: string | null;
  officer_since: Date | null;
}

const list = (select: string): string => `coalesce((select json_agg(x) from (${select}) x), '[]'::json)`;
const one = (select: string): string => `(select row_to_json(x) from (${select}) x)`;
const named = (id: string, alias: string): string =>
  `case when ${id} is null then null else json_build_object('id', ${id}, 'name', coalesce(${alias}.name, '')) end`;

// One statement and one round trip: the planner's work is kept under its name.
const statement = `
select ${listedColumns}, a.source, a.score_id,
  (select document from application_revisions where application_id = a.id and revision = a.revision) as form,
  (select document from application_revisions where application_id = a.id and revision = a.revision - 1) as previous_form,
  ${list('select revision, submitted_at from application_revisions where application_id = a.id order by revision')} as revisions,
  ${list(`select r.id, r.item, r.words, r.state, r.round, ${named('r.requested_by', 'p')} as requested_by, r.requested_at,
    r.answered_at from change_requests r left join person_view p on p.id = r.requested_by
    where r.application_id = a.id order by r.round, r.requested_at, r.id`)} as requests,
  ${list(`select s.kind, o.id, o.number, o.created_at as begun_at, o.trading_name, o.state, o.decided_at from (
      select distinct found.id, found.kind from (
        select other.application_id as id, case other.kind when 'statement_near' then 'statement' else other.kind end as kind
        from application_match_keys k
        join application_match_keys other on other.digest = k.digest and other.kind = k.kind and other.application_id <> a.id
        where k.application_id = a.id
        group by other.application_id, other.kind having other.kind <> 'statement_near' or count(*) >= 2) found) s
    join applications o on o.id = s.id and o.state <> 'draft'
    order by (o.state = 'rejected') desc, o.submitted_at desc nulls last, o.id, s.kind limit 50`)} as matches,
  ${one(`select d.id, d.kind, d.state, ${named('d.decided_by', 'p')} as decided_by, d.decided_at, d.second_reasons,
    ${named('d.second_by', 's')} as second_by, d.final_at, d.closed_at, d.reasons, d.channels, d.score_id, d.claim_verdict_ids,
    d.policy_version_ids, json_build_object('id', l.id, 'subject', l.subject, 'body', l.body) as letter, d.version
    from decisions d join letters l on l.id = d.letter_id left join person_view p on p.id = d.decided_by
    left join person_view s on s.id = d.second_by
    where d.application_id = a.id order by d.decided_at desc, d.id desc limit 1`)} as decision,
  ${list('select id, purpose, subject, body, created_at from letters where application_id = a.id order by created_at')} as letters,
  ${list('select kind, content, updated_at from review_drafts where application_id = a.id and person_id = v.me')} as drafts,
  ${list(`select n.id, ${named('n.author_id', 'p')} as author, n.body, n.mentions, n.created_at from note_view n
    left join person_view p on p.id = n.author_id where n.subject_id = a.id order by n.created_at`)} as notes,
  ${list('select id, template, state, created_at, sent_at, last_error from mail_view where subject_id = a.id order by created_at')} as mails,
  ${list(`select p.id, p.kind, p.version from policy_view p where p.id = any(coalesce((select d.policy_version_ids
    from decisions d where d.application_id = a.id order by d.decided_at desc, d.id desc limit 1), '{}'))
    or (p.state = 'published' and not exists (select from decisions d where d.application_id = a.id))`)} as policies,
  (select id from specialist_view where application_id = a.id) as specialist_id,
  array(select id from work_item_view where subject_id = a.id) as item_ids,
  (select email from person_view where id = v.me) as own_address,
  (select granted_at from person_role_view where person_id = v.me and role = 'compliance_officer') as officer_since
from (select ?::uuid as me, ?::uuid as wanted) v join applications a on a.id = v.wanted`;

/** Throws `not_found`. */
export async function dossierRow(db: Knex, id: string, personId: string | null): Promise<DossierRow> {
  const { rows } = await db
    .raw<{ rows: DossierRow[] }>(statement, [personId, id] as never[])
    .options({ name: 'applications.dossier' });
  const row = rows[0];
  if (!row) throw new Problem('not_found');
  return row;
}

/** The head every review command answers with. Throws `not_found`. */
export async function headOf(
  db: Knex,
  id: string,
): Promise<{ id: string; version: number; state: string; round: number; revision: number }> {
  const row = await db('applications').where({ id }).first('id', 'version', 'state', 'round', 'revision');
  if (!row) throw new Problem('not_found');
  return row;
}
