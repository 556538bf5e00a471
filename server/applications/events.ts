/** What the intake half of this room records; the application is the subject. */
export interface IntakeEvents {
  'application.started': { locale: string };
  'application.link_requested': { letter_id: string };
  'application.submitted': { revision: number; source: string; letter_id: string };
  'application.resubmitted': { revision: number; round: number; items: string[] };
  'application.review_started': {
    revision: number;
    score_id: string;
    band: string;
    worst_claim: string;
    work_item_id: string;
  };
  'application.withdrawn': { from: string; letter_id: string | null };
  'application.locale_changed': { from: string; to: string };
  'application.draft_erased': { untouched_days: number };
}

/** What the review half records. Letters are named by id and sent by notifications. */
export interface ReviewEvents {
  'application.changes_requested': { round: number; items: string[]; due_at: string; letter_id: string };
  'application.item_accepted': { request_id: string; item: string };
  'application.reminded': { letter_id: string; reminder: number; round: number };
  'application.lapsed': { letter_id: string; round: number };
  'application.second_awaited': { decision_id: string; kind: string; second_reasons: string[] };
  'application.second_declined': { decision_id: string; kind: string };
  'application.approved': { decision_id: string; final_at: string };
  'application.rejected': { decision_id: string; final_at: string };
  'application.decision_undone': { decision_id: string; kind: string };
  'application.sent_at_once': { decision_id: string };
  'application.decision_final': {
    decision_id: string;
    kind: string;
    letter_id: string;
    specialist_id: string | null;
  };
  'application.reopened': { from: string; to: string };
}

/** What becomes of open work after a rubric is published; the rule book is the subject. */
export interface RescoreEvents {
  'rescore.started': { run_id: string; mode: string; total: number };
  'rescore.finished': { run_id: string; reread: number; moved: number; skipped: number };
}
