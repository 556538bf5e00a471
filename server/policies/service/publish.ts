import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import { Problem } from '../../kernel/problem.ts';
import { violates } from '../../platform/db/failures.ts';
import type { Uow } from '../../platform/uow.ts';
import { policyLifecycle } from '../lifecycle.ts';
import { publisherRefusal } from '../rules/publisher.ts';
import type { OpenWork, PolicyKind } from '../schema/policy.ts';
import {
  changePolicy,
  lockPolicy,
  newestPublished,
  type PolicyRow,
  supersedeOlder,
} from '../store/policy-versions.ts';
import { numbered, personOf } from './drafts.ts';
import { checkDocument } from './registry.ts';

/** Throws `conflict` where the draft changes nothing, or was compared with a book that is no longer the newest. */
async function comparedWithNewest(uow: Uow, row: PolicyRow) {
  const published = await newestPublished(uow, row.kind);
  if (published.id !== row.based_on) throw new Problem('conflict', { reason: 'based_on_older' });
  const { changes, content } = numbered(row.kind, published, row.document);
  if (changes === 0) throw new Problem('conflict', { reason: 'no_change' });
  return { changes, content, published };
}

/** Asks a second person to publish. Throws `invalid_input` naming every wrong place, `conflict`, `wrong_state`. */
export async function proposeDraft(
  uow: Uow,
  input: { id: string; revision: number; summary: string },
): Promise<{ revision: number }> {
  personOf(uow);
  const row = await lockPolicy(uow, input.id, input.revision);
  const state = step(policyLifecycle, row.state, 'propose');
  checkDocument(row.kind, row.document);
  const { changes, content } = await comparedWithNewest(uow, row);
  const revision = await changePolicy(uow, row, { state, summary: input.summary, content });
  await record(uow, {
    type: 'policy.proposed',
    subject: { kind: 'policy', id: row.id, version: revision },
    data: { kind: row.kind, version: content.version, changes },
    texts: { summary: input.summary },
  });
  return { revision };
}

/** Back to its author with a reason. Throws `stale_version`, `wrong_state`. */
export async function sendBack(
  uow: Uow,
  input: { id: string; revision: number; reason: string },
): Promise<{ revision: number }> {
  personOf(uow);
  const row = await lockPolicy(uow, input.id, input.revision);
  const state = step(policyLifecycle, row.state, 'send_back');
  const revision = await changePolicy(uow, row, { state });
  await record(uow, {
    type: 'policy.sent_back',
    subject: { kind: 'policy', id: row.id, version: revision },
    data: { kind: row.kind },
    texts: { reason: input.reason },
  });
  return { revision };
}

/**
 * Puts a proposed book in force, now or from a later instant. Whoever wrote a word of it cannot. What becomes of open
 * work is chosen with it, of a rubric: the rooms that hold that work hear of it by the event. Throws
 * `second_person_required`, `invalid_input`, `conflict`, `stale_version`, `wrong_state`.
 */
export async function publishDraft(
  uow: Uow,
  input: { id: string; revision: number; effectiveFrom: Date | null; openWork: OpenWork },
): Promise<{ revision: number; version: string; effective_from: Date }> {
  const publisher = personOf(uow);
  const row = await lockPolicy(uow, input.id, input.revision);
  const state = step(policyLifecycle, row.state, 'publish');
  const refusal = publisherRefusal({ authorId: row.author_id, editors: row.editors }, publisher);
  if (refusal) throw new Problem('second_person_required', { reason: refusal });
  if (row.kind !== 'rubric' && input.openWork !== 'leave')
    throw new Problem('conflict', { reason: 'reads_no_statement' });
  checkDocument(row.kind, row.document);
  const { content, published } = await comparedWithNewest(uow, row);
  const now = await uow.now();
  const from = input.effectiveFrom && input.effectiveFrom > now ? input.effectiveFrom : now;
  if (from <= published.effective_from) throw new Problem('conflict', { reason: 'before_newest' });
  try {
    const revision = await changePolicy(uow, row, {
      state,
      content,
      publisher_id: publisher,
      published_at: now,
      effective_from: from,
      open_work: input.openWork,
    });
    await record(uow, {
      type: 'policy.published',
      subject: { kind: 'policy', id: row.id, version: revision },
      data: { kind: row.kind, version: content.version, open_work: input.openWork },
    });
    await uow.enqueue({
      name: 'policies.supersede_older',
      data: { kind: row.kind },
      startAfter: from,
    });
    return { revision, version: content.version, effective_from: from };
  } catch (error) {
    if (violates(error, 'policy_versions_number')) throw new Problem('conflict', { reason: 'number_taken' });
    throw error;
  }
}

/** Marks the books that the one now in force replaced; run by a job when its day comes. Safe to repeat. */
export async function closeOlder(uow: Uow, kind: PolicyKind): Promise<void> {
  for (const { id, version } of await supersedeOlder(uow, kind))
    await record(uow, {
      type: 'policy.superseded',
      subject: { kind: 'policy', id },
      data: { kind, version },
    });
}
