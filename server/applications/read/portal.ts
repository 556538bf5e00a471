import type { Knex } from 'knex';
import { listSubjectFiles } from '../../files/service/subject-files.ts';
import { caseNumber } from '../../kernel/case-number.ts';
import { Problem } from '../../kernel/problem.ts';
import { deadlinesInForce } from '../../queue/service/deadlines.ts';
import { examine } from '../rules/missing.ts';
import { expectedBy, shownState, timelineOf, waitingFor } from '../rules/portal-status.ts';
import type { ApplicationDraft } from '../schema/draft.ts';
import type { Locale } from '../schema/form.ts';
import type { PortalApplicationReply } from '../schema/portal.ts';

interface Row {
  id: string;
  number: number;
  state: string;
  locale: Locale;
  version: number;
  revision: number;
  round: number;
  created_at: Date;
  updated_at: Date;
  changes_due_at: Date | null;
  draft: ApplicationDraft | null;
  saves: number | null;
  saved_at: Date | null;
  form: ApplicationDraft | null;
  revisions: { revision: number; at: string }[] | null;
  requests: { id: string; item: string; words: string; state: string; round: number; at: string }[] | null;
  /** When the newest work of the desk on it is due; null before there was any, and while its clock stands still. */
  desk_due_at: Date | null;
  submitted_at: Date | null;
  now: Date;
  decision: { kind: string; at: string; letter_subject: string; letter_body: string } | null;
}

/** What the applicant's own page shows. A decision is told only once it is final. */
export async function portalApplication(db: Knex, id: string): Promise<PortalApplicationReply> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select a.id, a.number, a.state, a.locale, a.version, a.revision, a.round, a.created_at, a.updated_at, a.changes_due_at,
       a.submitted_at, assay_now() as now,
       (select case when w.state <> 'snoozed' then w.due_at end from work_item_view w
         where w.subject_id = a.id and w.kind = 'application' order by w.id desc limit 1) as desk_due_at,
       d.document as draft, d.saves, d.saved_at, r.document as form,
       (select json_agg(json_build_object('revision', v.revision, 'at', v.submitted_at) order by v.revision)
         from application_revisions v where v.application_id = a.id) as revisions,
       (select json_agg(json_build_object('id', q.id, 'item', q.item, 'words', q.words, 'state', q.state, 'round', q.round,
           'at', q.requested_at) order by q.round, q.requested_at, q.id)
         from change_requests q where q.application_id = a.id) as requests,
       (select json_build_object('kind', f.kind, 'at', f.final_at, 'letter_subject', l.subject, 'letter_body', l.body)
         from decisions f join letters l on l.id = f.letter_id
         where f.application_id = a.id and f.state = 'final' order by f.final_at desc limit 1) as decision
     from applications a
     left join application_drafts d on d.application_id = a.id
     left join application_revisions r on r.application_id = a.id and r.revision = a.revision
     where a.id = ?`,
    [id],
  );
  const row = rows[0];
  if (!row) throw new Problem('not_found');
  const editable = row.state === 'draft' || row.state === 'changes_requested';
  const document = (editable ? (row.draft ?? row.form) : row.form) ?? row.draft ?? {};
  const state = shownState(row.state, row.decision !== null);
  const decided = row.state === 'approved' || row.state === 'rejected' ? row.decision : null;
  const result = editable ? examine(document) : null;
  const requests = (row.requests ?? []).filter((request) => request.round === row.round);
  return {
    id: row.id,
    number: row.number,
    case_number: caseNumber(row.number, row.created_at),
    state,
    locale: row.locale,
    version: row.version,
    revision: row.revision,
    document,
    submitted_form: row.form,
    saves: row.saves ?? 0,
    saved_at: row.saved_at,
    missing: result && !result.complete ? result.missing : [],
    requests: requests.map(({ at: _at, ...request }) => request),
    round: row.round,
    timeline: timelineOf({ ...row, state, decided: decided && { kind: decided.kind, at: decided.at } }),
    waiting_for: waitingFor(state),
    due_at: row.changes_due_at,
    expected: await expectedFor(db, state, row),
    decision: decided && { ...decided, at: new Date(decided.at) },
    files: await listSubjectFiles(db, id),
  };
}

/** By when the desk usually has decided (deadlines policy); only while it works on the application. */
async function expectedFor(db: Knex, state: string, row: Row): Promise<PortalApplicationReply['expected']> {
  if (waitingFor(state) !== 'us' || !row.submitted_at) return null;
  if (row.desk_due_at) return expectedBy(row.desk_due_at, row.now);
  // Answered changes go on with the time that was left, which is known once the desk has them again.
  if (row.revision > 1) return null;
  const { book, calendar } = await deadlinesInForce({ trx: db });
  const allowed = calendar.days(book.allowed_business_days.application);
  return expectedBy(calendar.plus(row.submitted_at, allowed), row.now);
}

/** The language an application is kept in; null where there is none. */
export async function localeOf(db: Knex, id: string): Promise<Locale | null> {
  const row = await db('applications').where({ id }).first('locale');
  return row?.locale ?? null;
}
