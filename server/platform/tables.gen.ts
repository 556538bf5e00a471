// Made from the migrated database by `npm run tables`; a test holds it to the database. Do not edit.

/** What a jsonb column holds: its shape is the business of the room that owns it. */
export type Json = unknown;

export interface AdjustedScores {
  score_id: string;
  score: number;
  band: 'pass' | 'review' | 'reject';
  completeness: number;
  coherence: number;
  coherent: boolean;
  caps: Json;
  overrides: number;
  adjusted_at: Date;
}

export interface ApiKeys {
  id: string;
  name: string;
  scopes: string[];
  key_digest: string;
  hint: string;
  created_by: string | null;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
  version: number;
}

export interface ApplicationDrafts {
  application_id: string;
  document: Json;
  saved_at: Date;
  saves: number;
  erased_at: Date | null;
}

export interface ApplicationMatchKeys {
  application_id: string;
  kind: 'register_number' | 'domain' | 'phone' | 'address' | 'person' | 'referee' | 'email' | 'statement' | 'statement_near' | 'case_study';
  digest: string;
}

export interface ApplicationNameView {
  application_id: string | null;
  names: string | null;
}

export interface ApplicationNames {
  application_id: string;
  names: string;
}

export interface ApplicationRevisions {
  application_id: string;
  revision: number;
  document: Json;
  submitted_at: Date;
}

export interface ApplicationView {
  id: string | null;
  number: number | null;
  state: string | null;
  locale: string | null;
  legal_name: string | null;
  trading_name: string | null;
  web_domain: string | null;
  primary_channel: string | null;
  channels: string[] | null;
  regions: string[] | null;
  round: number | null;
  revision: number | null;
  score: number | null;
  band: string | null;
  worst_claim: string | null;
  submitted_at: Date | null;
  created_at: Date | null;
  version: number | null;
}

export interface Applications {
  id: string;
  number: number;
  state: 'draft' | 'submitted' | 'in_review' | 'changes_requested' | 'approved' | 'rejected' | 'withdrawn' | 'lapsed';
  source: 'portal' | 'api' | 'import';
  external_id: string | null;
  locale: 'en' | 'de';
  legal_name: string;
  trading_name: string;
  web_domain: string;
  country: string | null;
  primary_channel: string | null;
  channels: string[];
  regions: string[];
  round: number;
  revision: number;
  score: number | null;
  band: 'pass' | 'review' | 'reject' | null;
  score_id: string | null;
  worst_claim: string | null;
  submitted_at: Date | null;
  changes_due_at: Date | null;
  reminded: number;
  decided_at: Date | null;
  created_at: Date;
  updated_at: Date;
  version: number;
  api_key_id: string | null;
}

export interface ChangeRequests {
  id: string;
  application_id: string;
  round: number;
  item: string;
  words: string;
  state: 'open' | 'answered' | 'accepted' | 'lapsed';
  requested_by: string;
  requested_at: Date;
  revision_before: number;
  answered_at: Date | null;
  accepted_by: string | null;
  accepted_at: Date | null;
}

export interface ClaimVerdicts {
  id: string;
  claim_id: string;
  metric: string;
  norm_version_id: string | null;
  policy_version_id: string;
  verdict: 'plausible' | 'ask' | 'second_reviewer' | 'no_norm' | 'arithmetic';
  result: Json;
  created_at: Date;
}

export interface ClaimView {
  id: string | null;
  application_id: string | null;
  revision: number | null;
  position: number | null;
  state: string | null;
  channel: string | null;
  vertical: string | null;
  currency: string | null;
  cpl_minor: number | null;
  worst_verdict: string | null;
}

export interface Claims {
  id: string;
  application_id: string;
  revision: number;
  position: number;
  state: 'self_declared' | 'verified' | 'refused' | 'expired' | 'withdrawn';
  channel: string;
  vertical: string;
  currency: string;
  cpl_minor: number;
  figures: Json;
  worst_verdict: 'plausible' | 'ask' | 'second_reviewer' | 'no_norm' | 'arithmetic';
  let_stand_by: string | null;
  let_stand_reason: string | null;
  let_stand_at: Date | null;
  created_at: Date;
}

export interface ConflictView {
  person_id: string | null;
  party_key: string | null;
}

export interface ConflictsOfInterest {
  id: string;
  person_id: string;
  party_key: string;
  reason: string;
  declared_at: Date;
  withdrawn_at: Date | null;
}

export interface DecidedView {
  id: string | null;
  number: number | null;
  trading_name: string | null;
  created_at: Date | null;
  state: string | null;
  decided_at: Date | null;
  revision: number | null;
  score: number | null;
  band: string | null;
  score_id: string | null;
}

export interface Decisions {
  id: string;
  application_id: string;
  kind: 'approve' | 'reject';
  state: 'awaiting_second' | 'scheduled' | 'final' | 'undone' | 'declined';
  revision: number;
  decided_by: string;
  decided_at: Date;
  second_reasons: string[];
  second_by: string | null;
  second_at: Date | null;
  final_at: Date | null;
  closed_at: Date | null;
  closed_by: string | null;
  reasons: Json;
  channels: Json;
  score_id: string;
  claim_verdict_ids: string[];
  policy_version_ids: string[];
  letter_id: string;
  restore: Json;
  version: number;
}

export interface EventPositions {
  position: number;
  event_id: string;
  recorded_at: Date;
  xid: string;
  leaf: Buffer;
}

export interface EventTexts {
  event_id: string;
  field: string;
  person_id: string | null;
  body: string | null;
  erased_at: Date | null;
}

export interface EventView {
  id: string | null;
  recorded_at: Date | null;
  type: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  data: Json | null;
}

export interface Events {
  id: string;
  recorded_at: Date;
  type: string;
  subject_kind: string;
  subject_id: string;
  subject_version: number | null;
  actor_kind: 'person' | 'portal' | 'api_key' | 'system' | 'installation';
  actor_id: string | null;
  actor_name: string | null;
  request_id: string | null;
  data: Json;
  text_digests: Json;
  xid: string;
}

export interface Files {
  id: string;
  subject_kind: string;
  subject_id: string;
  name: string;
  media_type: 'application/pdf' | 'image/png' | 'image/jpeg' | 'text/csv';
  size: number;
  sha256: string;
  storage_key: string;
  uploaded_by: string;
  created_at: Date;
  removed_at: Date | null;
}

export interface FindingConfirmations {
  score_id: string;
  finding: string;
  person_id: string;
  confirmed: boolean;
  at: Date;
}

export interface FindingView {
  score_id: string | null;
  findings: string[] | null;
}

export interface IdempotencyKeys {
  owner: string;
  key_digest: string;
  request_digest: string;
  status: number;
  reply: Json;
  created_at: Date;
}

export interface Installation {
  singleton: boolean;
  mode: 'real' | 'demo' | 'test';
  clock_offset: unknown;
  created_at: Date;
}

export interface Invitations {
  token_digest: string;
  person_id: string;
  expires_at: Date;
  used_at: Date | null;
}

export interface InvolvementView {
  subject_id: string | null;
  person_id: string | null;
  part: string | null;
}

export interface Involvements {
  subject_id: string;
  person_id: string;
  part: 'held' | 'requested_changes' | 'decided' | 'seconded';
  at: Date;
}

export interface LetterView {
  id: string | null;
  application_id: string | null;
  purpose: string | null;
  locale: string | null;
  template_version: string | null;
  subject: string | null;
  body: string | null;
  created_at: Date | null;
  recipient_email: string | null;
  recipient_name: string | null;
}

export interface Letters {
  id: string;
  application_id: string;
  purpose: 'draft_link' | 'received' | 'changes_requested' | 'reminder' | 'lapsed' | 'approved' | 'rejected' | 'withdrawn' | 'new_link' | 'draft_withdrawn';
  locale: string;
  template_version: string;
  subject: string;
  body: string;
  to_email: string | null;
  created_at: Date;
}

export interface LinkRequests {
  id: string;
  email: string | null;
  email_digest: string;
  requested_at: Date;
  done_at: Date | null;
}

export interface LogCheckpoints {
  size: number;
  root: Buffer;
  key_id: string;
  signature: Buffer;
  signed_at: Date;
}

export interface MailView {
  id: string | null;
  subject_id: string | null;
  template: string | null;
  state: string | null;
  last_error: string | null;
  created_at: Date | null;
  sent_at: Date | null;
}

export interface Mails {
  id: string;
  effect_key: string;
  event_id: string;
  letter_id: string | null;
  subject_kind: string;
  subject_id: string;
  template: string;
  locale: string;
  to_address: string | null;
  to_name: string | null;
  subject: string | null;
  text_body: string | null;
  html_body: string | null;
  message_id: string;
  state: 'queued' | 'sent' | 'kept' | 'refused' | 'failed';
  attempts: number;
  last_error: string | null;
  smtp_reply: string | null;
  created_at: Date;
  sent_at: Date | null;
  version: number;
}

export interface NormVersionView {
  id: string | null;
  version: string | null;
  state: string | null;
  policy_version_id: string | null;
  published_at: Date | null;
}

export interface NormVersions {
  id: string;
  version: string;
  state: 'draft' | 'published' | 'superseded';
  policy_version_id: string;
  document: Json;
  figures_digest: string;
  created_at: Date;
  published_at: Date | null;
}

export interface NoteView {
  id: string | null;
  subject_id: string | null;
  author_id: string | null;
  body: string | null;
  mentions: string[] | null;
  created_at: Date | null;
}

export interface Notes {
  id: string;
  subject_kind: string;
  subject_id: string;
  author_id: string;
  body: string | null;
  mentions: string[];
  created_at: Date;
  erased_at: Date | null;
}

export interface OverrideView {
  id: string | null;
  score_id: string | null;
  finding: string | null;
  machine: string | null;
  judged: string | null;
  reason: string | null;
  overridden_by: string | null;
  overridden_at: Date | null;
  co_signed_by: string | null;
}

export interface Overrides {
  id: string;
  score_id: string;
  finding: string;
  machine: string;
  judged: 'met' | 'partial' | 'missing' | 'contradicted' | 'lifted';
  reason: string;
  state: 'awaiting_co_signature' | 'standing' | 'withdrawn' | 'refused';
  points: number | null;
  moves_band: boolean;
  overridden_by: string;
  overridden_at: Date;
  co_signed_by: string | null;
  closed_at: Date | null;
}

export interface Passkeys {
  credential_id: string;
  person_id: string;
  public_key: Buffer;
  sign_count: number;
  transports: string[];
  label: string;
  created_at: Date;
  last_used_at: Date | null;
  removed_at: Date | null;
}

export interface PersonLetterView {
  id: string | null;
  person_id: string | null;
  purpose: string | null;
  locale: string | null;
  subject: string | null;
  body: string | null;
  recipient_email: string | null;
  recipient_name: string | null;
}

export interface PersonLetters {
  id: string;
  person_id: string;
  purpose: 'invitation' | 'new_password' | 'second_factors_reset';
  locale: string;
  template_version: string;
  subject: string;
  body: string;
  created_at: Date;
}

export interface PersonRoleView {
  person_id: string | null;
  role: string | null;
  granted_by: string | null;
  granted_at: Date | null;
}

export interface PersonRoles {
  person_id: string;
  role: 'reviewer' | 'compliance_officer' | 'account_manager' | 'auditor' | 'admin' | 'lead';
  granted_by: string | null;
  approved_by: string | null;
  granted_at: Date;
}

export interface PersonView {
  id: string | null;
  name: string | null;
  state: string | null;
  demo: boolean | null;
  email: string | null;
}

export interface Persons {
  id: string;
  email: string;
  name: string;
  state: 'invited' | 'active' | 'disabled';
  password_hash: string | null;
  locale: 'en' | 'de';
  totp_secret: Buffer | null;
  totp_confirmed_at: Date | null;
  demo: boolean;
  preferences: Json;
  created_at: Date;
  version: number;
}

export interface PolicyVersions {
  id: string;
  kind: 'rubric' | 'plausibility' | 'deadlines';
  version: string;
  state: 'draft' | 'in_review' | 'published' | 'superseded' | 'discarded';
  document: Json;
  digest: string;
  author_kind: 'person' | 'installation';
  author_id: string | null;
  publisher_id: string | null;
  effective_from: Date;
  published_at: Date | null;
  revision: number;
  based_on: string | null;
  editors: string[];
  summary: string | null;
  created_at: Date;
  open_work: 'rescore_now' | 'on_touch' | 'leave';
}

export interface PolicyView {
  id: string | null;
  kind: string | null;
  version: string | null;
  state: string | null;
  published_at: Date | null;
  effective_from: Date | null;
  revision: number | null;
}

export interface PortalLinks {
  id: string;
  purpose: 'draft' | 'status' | 'changes';
  subject_id: string;
  token_digest: string;
  single_use: boolean;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  used_at: Date | null;
  replaces: boolean;
}

export interface PortalSessions {
  token_digest: string;
  csrf_digest: string;
  link_id: string;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

export interface RateWindows {
  bucket: string;
  window_start: Date;
  hits: number;
}

export interface ReadingSheets {
  id: string;
  statement_id: string;
  policy_version_id: string;
  state: 'awaiting_second' | 'confirmed' | 'returned' | 'replaced';
  verdicts: Json;
  flags: Json;
  filled_by: string;
  filled_at: Date;
  second_by: string | null;
  closed_at: Date | null;
  reason: string | null;
}

export interface RescoreRuns {
  id: string;
  policy_version_id: string;
  mode: 'rescore_now' | 'on_touch';
  state: 'running' | 'done' | 'overtaken';
  total: number;
  done: number;
  reread: number;
  moved: number;
  skipped: number;
  after_id: string | null;
  started_at: Date;
  finished_at: Date | null;
}

export interface RescoreSkips {
  run_id: string;
  application_id: string;
  reason: 'decision_waits' | 'judged' | 'confirmed' | 'read_by_people';
  skipped_at: Date;
}

export interface ReviewDrafts {
  application_id: string;
  person_id: string;
  kind: 'approve' | 'reject' | 'request_changes' | 'note';
  content: Json;
  updated_at: Date;
}

export interface RoleRequests {
  id: string;
  person_id: string;
  role: string;
  requested_by: string;
  requested_at: Date;
  state: 'open' | 'approved' | 'refused' | 'withdrawn';
  decided_by: string | null;
  decided_at: Date | null;
  version: number;
}

export interface ScoreView {
  id: string | null;
  subject_id: string | null;
  revision: number | null;
  score: number | null;
  band: string | null;
  coherent: boolean | null;
  language: string | null;
  policy_version_id: string | null;
  created_at: Date | null;
}

export interface Scores {
  id: string;
  statement_id: string;
  policy_version_id: string;
  score: number;
  band: 'pass' | 'review' | 'reject';
  completeness: number;
  coherence: number;
  coherent: boolean;
  language: string;
  read_by: 'machine' | 'people' | 'nobody';
  reading: Json;
  created_at: Date;
  findings: string[] | null;
}

export interface Sessions {
  token_digest: string;
  id: string;
  person_id: string;
  csrf_digest: string;
  state: 'second_factor_pending' | 'enrolment_pending' | 'full';
  created_at: Date;
  last_seen_at: Date;
  absolute_until: Date;
  ended_at: Date | null;
  second_factor_at: Date | null;
  user_agent: string | null;
  challenge: string | null;
}

export interface SpecialistChannels {
  specialist_id: string;
  channel: string;
  is_primary: boolean;
  accepted_at: Date;
}

export interface SpecialistView {
  id: string | null;
  number: number | null;
  application_id: string | null;
  legal_name: string | null;
  trading_name: string | null;
  tier: string | null;
  state: string | null;
}

export interface Specialists {
  id: string;
  number: number;
  application_id: string;
  legal_name: string;
  trading_name: string;
  web_domain: string;
  country: string;
  locale: string;
  regions: string[];
  verticals: string[];
  icp_sizes: string[];
  engagement_models: string[];
  tier: 'new_specialist' | 'verified_specialist' | 'compliance_verified_expert';
  state: 'active' | 'suspended' | 'removed';
  open_high_flags: number;
  open_concerns: number;
  created_at: Date;
  version: number;
}

export interface StatementView {
  subject_id: string | null;
  revision: number | null;
  channels: string[] | null;
  regions: string[] | null;
  statement: string | null;
  data_sourcing: string | null;
}

export interface Statements {
  id: string;
  subject_id: string;
  revision: number;
  channels: string[];
  regions: string[];
  statement: string;
  data_sourcing: string;
  sourcing_map: Json;
  created_at: Date;
}

export interface TotpUses {
  person_id: string;
  time_step: number;
  used_at: Date;
}

export interface WhatIfChanges {
  run_id: string;
  application_id: string;
  decision: 'approved' | 'rejected';
  band_before: string;
  band_after: string;
  score_before: number;
  score_after: number;
  distance: number;
}

export interface WhatIfRuns {
  id: string;
  policy_version_id: string;
  policy_revision: number;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  decided_from: Date | null;
  decided_to: Date | null;
  asked_by: string;
  asked_at: Date;
  finished_at: Date | null;
  total: number;
  done: number;
  after_id: string | null;
  tally: Json;
  version: number;
}

export interface WorkItemCounts {
  kind: string;
  channel: string;
  state: string;
  slot: number;
  items: number;
}

export interface WorkItemDueView {
  id: string | null;
  subject_id: string | null;
  party_key: string | null;
  kind: string | null;
  state: string | null;
  holder_id: string | null;
  preferred_id: string | null;
  due_at: Date | null;
}

export interface WorkItemView {
  id: string | null;
  subject_id: string | null;
  kind: string | null;
  state: string | null;
  holder_id: string | null;
  opened_at: Date | null;
  due_at: Date | null;
}

export interface WorkItems {
  id: string;
  kind: 'application' | 'second_decision';
  channel: string;
  language: string;
  subject_kind: string;
  subject_id: string;
  party_key: string;
  state: 'waiting' | 'claimed' | 'held' | 'snoozed' | 'done' | 'cancelled';
  critical: boolean;
  allowed_minutes: number;
  effective_start: Date;
  clock_start: number;
  due_at: Date;
  holder_id: string | null;
  claimed_at: Date | null;
  lease_until: Date | null;
  held_reason: string | null;
  held_until: Date | null;
  preferred_id: string | null;
  preferred_until: Date | null;
  used_minutes: number | null;
  nobody_eligible: boolean;
  opened_at: Date;
  closed_at: Date | null;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    adjusted_scores: AdjustedScores;
    api_keys: ApiKeys;
    application_drafts: ApplicationDrafts;
    application_match_keys: ApplicationMatchKeys;
    application_names: ApplicationNames;
    application_revisions: ApplicationRevisions;
    applications: Applications;
    change_requests: ChangeRequests;
    claim_verdicts: ClaimVerdicts;
    claims: Claims;
    conflicts_of_interest: ConflictsOfInterest;
    decisions: Decisions;
    event_positions: EventPositions;
    event_texts: EventTexts;
    events: Events;
    files: Files;
    finding_confirmations: FindingConfirmations;
    idempotency_keys: IdempotencyKeys;
    installation: Installation;
    invitations: Invitations;
    involvements: Involvements;
    letters: Letters;
    link_requests: LinkRequests;
    log_checkpoints: LogCheckpoints;
    mails: Mails;
    norm_versions: NormVersions;
    notes: Notes;
    overrides: Overrides;
    passkeys: Passkeys;
    person_letters: PersonLetters;
    person_roles: PersonRoles;
    persons: Persons;
    policy_versions: PolicyVersions;
    portal_links: PortalLinks;
    portal_sessions: PortalSessions;
    rate_windows: RateWindows;
    reading_sheets: ReadingSheets;
    rescore_runs: RescoreRuns;
    rescore_skips: RescoreSkips;
    review_drafts: ReviewDrafts;
    role_requests: RoleRequests;
    scores: Scores;
    sessions: Sessions;
    specialist_channels: SpecialistChannels;
    specialists: Specialists;
    statements: Statements;
    totp_uses: TotpUses;
    what_if_changes: WhatIfChanges;
    what_if_runs: WhatIfRuns;
    work_item_counts: WorkItemCounts;
    work_items: WorkItems;
  }
}
