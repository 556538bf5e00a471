import type { ApplicationForm } from '../../../server/applications/schema/form.ts';
import type { ClaimReply } from '../../../server/benchmarks/schema/reply.ts';
import type {
  CriterionReply,
  EvidenceReply,
  ReadingReply,
} from '../../../server/compliance/schema/reading.ts';
import type { Wire } from '../../shared/api.ts';

import type { Band, Named, WorkItem } from './work-item.ts';

export type { Band, Named, WorkItem };

export type Claim = Wire<ClaimReply>;
export type ClaimVerdict = Claim['verdicts'][number];
export type Reading = Wire<ReadingReply>;
export type Criterion = Wire<CriterionReply>;
export type Evidence = Wire<EvidenceReply>;
export type Flag = Reading['red_flags'][number];
export type { ApplicationForm };

export interface Blocker {
  code: string;
  params?: Record<string, unknown>;
}
export interface CommandState {
  command: string;
  allowed: boolean;
  blocked_by: Blocker[];
}

export interface ApplicationRow {
  id: string;
  number: number;
  case_number: string;
  state: string;
  legal_name: string;
  trading_name: string;
  country: string;
  primary_channel: string;
  channels: string[];
  regions: string[];
  locale: string;
  score_floor: number | null;
  band: Band | null;
  worst_claim: string | null;
  round: number;
  submitted_at: string | null;
  decided_at: string | null;
  version: number;
}

export interface ChangeRequest {
  id: string;
  item: string;
  words: string;
  state: 'open' | 'answered' | 'accepted' | 'lapsed';
  round: number;
  requested_by: Named;
  requested_at: string;
  verdict_changes: { criterion: string; before: string | null; after: string | null }[];
}

export interface LogEvent {
  id: string;
  recorded_at?: string;
  at?: string;
  position?: number | null;
  type: string;
  subject_kind?: string;
  subject_id?: string;
  actor: { kind: string; id: string | null; name: string | null };
  data: Record<string, unknown>;
  texts: Record<string, string | null>;
  digests?: Record<string, string>;
}

export interface Letter {
  subject: string;
  body: string;
}

export interface Decision {
  id: string;
  kind: 'approve' | 'reject';
  state: 'awaiting_second' | 'scheduled' | 'final' | 'undone' | 'declined';
  decided_by: Named;
  decided_at: string;
  second_reasons: string[];
  second_by: Named | null;
  final_at: string | null;
  reasons: RejectReason[];
  channels: Record<string, { outcome: string; reason?: string }>;
  letter: Letter;
  version: number;
}

export interface RejectReason {
  code: string;
  criterion?: string;
  flag?: string;
  claim_id?: string;
  quote?: string;
}

export interface Note {
  id: string;
  author: Named;
  body: string | null;
  created_at: string;
}

export interface MailBrief {
  id: string;
  template: string;
  state: string;
  created_at: string;
  sent_at: string | null;
  last_error: string | null;
}

export interface Match {
  kind: string;
  application: {
    id: string;
    case_number: string;
    trading_name: string;
    state: string;
    decided_at: string | null;
  };
}

export type DraftKind = 'approve' | 'reject' | 'request_changes' | 'note';

export interface Dossier extends ApplicationRow {
  item: WorkItem | null;
  form: ApplicationForm;
  revision: number;
  revisions: { revision: number; submitted_at: string }[];
  previous_form: ApplicationForm | null;
  requests: ChangeRequest[];
  reading: Reading;
  statement_text: string;
  sourcing_text: string;
  sourcing_map: { key: string; start: number; end: number }[];
  claims: Claim[];
  norm_version: string | null;
  matches: Match[];
  missing: { item: string; code: string }[];
  history: LogEvent[];
  notes: Note[];
  mails: MailBrief[];
  decision: Decision | null;
  letters: { id: string; purpose: string; subject: string; body: string; created_at: string }[];
  drafts: { kind: DraftKind; content: unknown; updated_at: string }[];
  commands: CommandState[];
  specialist_id: string | null;
  policies: { kind: string; version: string; id: string }[];
  files?: { id: string; name: string; size: number; media_type: string }[];
}
