import { hmac } from '../platform/digest.ts';
import type { Uow } from '../platform/uow.ts';
import { deliveriesOf } from './deliveries.ts';

export interface EventInput {
  /** `room_noun.verb_past`: "application.approved". */
  type: string;
  subject: { kind: string; id: string; version?: number };
  /** Ids, codes and numbers only; free text and personal values go to `texts`. */
  data?: Record<string, unknown>;
  /** Erasable texts by field; the event keeps only their HMAC. `personId` allows erasing one person's. */
  texts?: Record<string, string | { text: string; personId: string }>;
}

/**
 * Writes one event with its texts, and the jobs that wait for it, in the transaction of the change. The only writer of
 * the log: if it throws, the command fails (trust 50). Returns the event's id.
 */
export async function record(uow: Uow, event: EventInput): Promise<string> {
  const id = uow.id();
  const texts = Object.entries(event.texts ?? {}).map(([field, value]) =>
    typeof value === 'string'
      ? { field, body: value, person_id: null }
      : { field, body: value.text, person_id: value.personId },
  );
  const digests = Object.fromEntries(
    texts.map(({ field, body }) => [field, `${uow.hmacKey.id}:${hmac(uow.hmacKey.key, body)}`]),
  );
  const { actor } = uow;
  const written = uow.trx.raw(
    `with written as (
       insert into events (id, type, subject_kind, subject_id, subject_version, actor_kind, actor_id, actor_name, request_id, data, text_digests)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))
     insert into event_texts (event_id, field, body, person_id)
     select ?, t.field, t.body, t.person_id from jsonb_to_recordset(?::jsonb) as t(field text, body text, person_id uuid)`,
    [
      id,
      event.type,
      event.subject.kind,
      event.subject.id,
      event.subject.version ?? null,
      actor.kind,
      actor.id,
      'name' in actor ? actor.name : null,
      uow.requestId,
      JSON.stringify(event.data ?? {}),
      JSON.stringify(digests),
      id,
      JSON.stringify(texts),
    ],
  );
  const waiting = deliveriesOf(event.type).map((job) =>
    uow.enqueue({ name: job, data: { event_id: id, subject_id: event.subject.id } }),
  );
  await Promise.all([written, ...waiting]);
  return id;
}
