/** What this room records; the application is the subject. */
export interface ComplianceEvents {
  'statement.filed': { revision: number; statement_id: string };
  'statement.read': {
    revision: number;
    statement_id: string;
    score_id: string;
    policy_version_id: string;
    score: number;
    band: string;
    language: string;
    read_by: string;
  };
  'finding.confirmed': { score_id: string; finding: string };
  'finding.denied': { score_id: string; finding: string };
  'finding.overridden': {
    override_id: string;
    score_id: string;
    finding: string;
    machine: string;
    judged: string;
    waits: boolean;
  };
  'finding.override_withdrawn': { override_id: string; finding: string };
  'finding.override_co_signed': { override_id: string; finding: string };
  'finding.override_refused': { override_id: string; finding: string };
  'statement.sheet_filled': { sheet_id: string; statement_id: string };
  'statement.sheet_returned': { sheet_id: string };
}
