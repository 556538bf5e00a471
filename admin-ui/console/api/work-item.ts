export interface Named {
  id: string;
  name: string;
}

export type Band = 'pass' | 'review' | 'reject';

/** An item of the queue as it travels: dates are text. */
export interface WorkItem {
  id: string;
  kind: 'application' | 'second_decision';
  channel: string;
  language: string;
  state: 'waiting' | 'claimed' | 'held' | 'snoozed' | 'done' | 'cancelled';
  critical: boolean;
  subject: {
    kind: string;
    id: string;
    number?: number;
    case_number?: string;
    label: string;
    state: string;
    band: Band | null;
    score_floor: number | null;
    round: number;
  };
  due_at: string;
  effective_start: string;
  allowed_minutes: number;
  share_used: number;
  overdue: boolean;
  holder: Named | null;
  claimed_at: string | null;
  lease_until: string | null;
  held_reason: string | null;
  held_until: string | null;
  preferred: Named | null;
  opened_at: string;
  version: number;
  eligible: boolean;
  why_not: string | null;
}

export interface Summary {
  waiting: number;
  claimed: number;
  held: number;
  overdue: number;
  mine: number;
  by_channel: { channel: string; waiting: number; claimed: number; held: number }[];
}
