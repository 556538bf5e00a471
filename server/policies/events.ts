/** What this room records; the rule book is the subject. */
export interface PolicyEvents {
  'policy.published': { kind: string; version: string };
}
