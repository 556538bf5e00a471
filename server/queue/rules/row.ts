import type { Role } from '../../kernel/actor.ts';
import type { WorkItemReply } from '../schema/work-items.ts';
import { type InvolvementPart, type WorkKind, whyNot } from './eligibility.ts';
import { shareUsed } from './urgency.ts';

/** A work item with its subject and names, as the row query gives it. */
export interface WorkItemRow {
  id: string;
  kind: WorkKind;
  channel: string;
  language: string;
  subject_kind: string;
  subject_id: string;
  state: WorkItemReply['state'];
  critical: boolean;
  allowed_minutes: number;
  effective_start: Date;
  clock_start: number;
  due_at: Date;
  holder_id: string | null;
  holder_name: string | null;
  claimed_at: Date | null;
  lease_until: Date | null;
  held_reason: string | null;
  held_until: Date | null;
  preferred_id: string | null;
  preferred_name: string | null;
  preferred_until: Date | null;
  used_minutes: number | null;
  nobody_eligible: boolean;
  opened_at: Date;
  closed_at: Date | null;
  version: number;
  number: number | null;
  begun_at: Date | null;
  subject_label: string | null;
  subject_state: string | null;
  band: string | null;
  score: number | null;
  round: number | null;
  my_parts: InvolvementPart[];
  my_conflict: boolean;
}

/** Who looks at the row, and when by both clocks. */
export interface Viewer {
  id: string | null;
  roles: readonly Role[];
  now: Date;
  clockNow: number;
  leaseWarnMinutes: number;
  leaseMinutes: number;
}

/** "APP-2026-000123": the year the application was begun. */
const caseNumber = (number: number, begun: Date): string =>
  `APP-${begun.getUTCFullYear()}-${String(number).padStart(6, '0')}`;

const person = (id: string | null, name: string | null) => (id ? { id, name: name ?? '' } : null);

/** The row as it is shown to this viewer: time used, whether it is overdue, and whether they may take it. */
export function presentItem(row: WorkItemRow, viewer: Viewer): WorkItemReply {
  const used = row.used_minutes ?? Math.max(0, viewer.clockNow - row.clock_start);
  const share = row.used_minutes === null ? shareUsed(row, viewer.clockNow) : used / row.allowed_minutes;
  const warnLead = (viewer.leaseMinutes - viewer.leaseWarnMinutes) * 60_000;
  const preferredOther =
    row.preferred_id !== null &&
    row.preferred_id !== viewer.id &&
    (row.preferred_until?.getTime() ?? 0) > viewer.now.getTime();
  const mine = viewer.id !== null && row.holder_id === viewer.id;
  const barred = whyNot(row.kind, viewer.roles, {
    parts: row.my_parts,
    conflict: row.my_conflict,
    preferredOther,
  });
  return {
    id: row.id,
    kind: row.kind,
    channel: row.channel,
    language: row.language,
    state: row.state,
    critical: row.critical,
    subject: {
      kind: row.subject_kind,
      id: row.subject_id,
      number: row.number,
      case_number: row.number === null ? null : caseNumber(row.number, row.begun_at ?? row.opened_at),
      label: row.subject_label ?? '',
      state: row.subject_state,
      band: row.band,
      score_floor: row.score === null ? null : Math.floor(row.score),
      round: row.round ?? 0,
    },
    due_at: row.due_at,
    effective_start: row.effective_start,
    allowed_minutes: row.allowed_minutes,
    share_used: Math.round(share * 1000) / 1000,
    overdue: row.closed_at === null && row.state !== 'snoozed' && row.due_at.getTime() < viewer.now.getTime(),
    holder: person(row.holder_id, row.holder_name),
    claimed_at: row.claimed_at,
    lease_until: row.lease_until,
    lease_warn_at: row.lease_until && new Date(row.lease_until.getTime() - warnLead),
    held_reason: row.held_reason,
    held_until: row.held_until,
    preferred:
      preferredOther || row.preferred_id === viewer.id ? person(row.preferred_id, row.preferred_name) : null,
    preferred_until: row.preferred_until,
    opened_at: row.opened_at,
    closed_at: row.closed_at,
    version: row.version,
    eligible: mine || barred === null,
    why_not: mine || barred === null ? null : row.nobody_eligible ? 'nobody_eligible' : barred,
  };
}
