import { canonical } from '../platform/digest.ts';

/** One event as it is sealed. */
export interface SealedEvent {
  id: string;
  recorded_at: Date;
  type: string;
  subject_kind: string;
  subject_id: string;
  subject_version: number | null;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string | null;
  request_id: string | null;
  data: unknown;
  text_digests: unknown;
  /** Microseconds since 1970 as text: a Date would lose the last three digits. */
  recorded_us: string;
}

/**
 * The bytes a leaf is the hash of: JSON with sorted keys. Texts are present only by their keyed digests, so erasing one
 * leaves the proof whole. Stated in docs/operations.md for independent verifiers.
 */
export function entryOf(event: Omit<SealedEvent, 'recorded_at'>): string {
  return canonical({
    id: event.id,
    recorded_us: event.recorded_us,
    type: event.type,
    subject_kind: event.subject_kind,
    subject_id: event.subject_id,
    subject_version: event.subject_version,
    actor_kind: event.actor_kind,
    actor_id: event.actor_id,
    actor_name: event.actor_name,
    request_id: event.request_id,
    data: event.data,
    text_digests: event.text_digests,
  });
}

export const entryColumns = `e.id, e.type, e.subject_kind, e.subject_id, e.subject_version, e.actor_kind, e.actor_id,
  e.actor_name, e.request_id, e.data, e.text_digests,
  (extract(epoch from e.recorded_at) * 1000000)::bigint::text as recorded_us`;
