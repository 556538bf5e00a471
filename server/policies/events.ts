/** What this room records; the rule book is the subject. */
export interface PolicyEvents {
  'policy.drafted': { kind: string; based_on: string | null; imported: boolean };
  'policy.edited': { kind: string; changes: number };
  'policy.proposed': { kind: string; version: string; changes: number };
  'policy.sent_back': { kind: string };
  'policy.discarded': { kind: string };
  'policy.published': { kind: string; version: string; open_work: string };
  'policy.superseded': { kind: string; version: string };
}
