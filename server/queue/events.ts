import type { InvolvementPart, WorkKind } from './rules/eligibility.ts';

/** What this room records; the subject is the work item, `data.subject_id` what it is about. */
export interface WorkItemEvents {
  'work_item.opened': { subject_id: string; kind: WorkKind; channel: string; due_at: string };
  'work_item.claimed': { subject_id: string; from: string | null };
  'work_item.released': { subject_id: string };
  'work_item.held': { subject_id: string; until: string };
  'work_item.resumed': { subject_id: string };
  'work_item.taken_over': { subject_id: string; from: string };
  'work_item.assigned': { subject_id: string; from: string | null; to: string };
  'work_item.taken_back': { subject_id: string; from: string | null };
  'work_item.conflict_declared': { subject_id: string };
  'work_item.lease_expired': { subject_id: string; holder_id: string };
  'work_item.hold_expired': { subject_id: string; holder_id: string };
  'work_item.paused': { subject_id: string };
  'work_item.woken': { subject_id: string; due_at: string };
  'work_item.closed': { subject_id: string; state: 'done' | 'cancelled' };
  'work_item.restored': { subject_id: string; holder_id: string };
  'work_item.reopened': { subject_id: string };
  'work_item.nobody_eligible': { subject_id: string };
}
export type { InvolvementPart };
