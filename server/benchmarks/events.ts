/** What this room records; the application is the subject of claims. */
export interface BenchmarkEvents {
  'norms.published': { version: string; figures: number; policy_version_id: string };
  'claims.filed': { revision: number; claim_ids: string[] };
  'claims.judged': { revision: number; norm_version_id: string; policy_version_id: string; worst: string };
  'claim.let_stand': { claim_id: string; verdict: string };
}
