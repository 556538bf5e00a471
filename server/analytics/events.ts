/** What this room records; the rule book tried out is the subject. */
export interface AnalyticsEvents {
  'what_if.started': { run_id: string; total: number };
  'what_if.finished': { run_id: string; changed: number };
  'what_if.cancelled': { run_id: string; done: number };
}
