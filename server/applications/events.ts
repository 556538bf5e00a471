/** What the intake half of this room records; the application is the subject. The review half's are beside its services. */
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
