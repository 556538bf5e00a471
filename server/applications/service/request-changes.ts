import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { deadlinesInForce } from '../../queue/service/deadlines.ts';
import { involve } from '../../queue/service/holder.ts';
import { pauseItem } from '../../queue/service/pause-item.ts';
import { applicationLifecycle } from '../lifecycle.ts';
import { itemsOf } from '../rules/items.ts';
import type { requestChangesBody } from '../schema/review.ts';
import { changeApplication } from '../store/applications.ts';
import { dropReviewDrafts } from '../store/drafts-of-review.ts';
import { insertRequests } from '../store/requests.ts';
import { formOf } from '../store/revisions.ts';
import { composeLetter, keepLetter } from './compose-letter.ts';
import { actingRole } from './preview-letter.ts';
import { reviewFor } from './review-facts.ts';

const day = 86_400_000;

/**
 * Asks the applicant to change exactly the named items, each with words of its own; at most two rounds. The desk's time
 * stands still meanwhile, the letter's link reopens these items alone.
 */
export async function requestChanges(
  uow: Uow,
  id: string,
  version: number,
  input: z.output<typeof requestChangesBody>,
): Promise<number> {
  const { application, findings, person } = await reviewFor(uow, id, version, 'request_changes');
  const form = await formOf(uow, id, application.revision);
  const known = new Set(itemsOf(form));
  const fields = input.requests.flatMap(({ item }, at) =>
    known.has(item) ? [] : [{ pointer: `/requests/${at}/item`, code: 'no_such_item' }],
  );
  if (fields.length > 0) throw new Problem('invalid_input', {}, { fields });
  const { book } = await deadlinesInForce(uow);
  const now = await uow.now();
  const round = application.round + 1;
  const due = new Date(now.getTime() + book.changes.due_days * day);
  const rendered = await composeLetter(uow, application, form, {
    kind: 'request_changes',
    requests: input.requests,
    note: input.note,
    role: actingRole(person),
    rubricVersion: findings?.rubricVersion ?? '',
    policyIds: [],
  });
  const letterId = await keepLetter(
    uow,
    application,
    'request_changes',
    input.letter ?? { subject: rendered.subject, body: rendered.body },
  );
  const state = step(applicationLifecycle, application.state, 'request_changes');
  await insertRequests(
    uow,
    input.requests.map(({ item, words }) => ({
      application_id: id,
      round,
      item,
      words,
      requested_by: person.id,
      revision_before: application.revision,
    })),
    now,
  );
  const change = { state, round, changes_due_at: due, reminded: 0 };
  const next = await changeApplication(uow, application, change, 'people');
  await involve(uow, id, 'requested_changes');
  await pauseItem(uow, id, 'application');
  await dropReviewDrafts(uow, id, person.id, ['request_changes']);
  await record(uow, {
    type: 'application.changes_requested',
    subject: { kind: 'application', id, version: next },
    data: {
      from: application.state,
      to: state,
      round,
      items: input.requests.map(({ item }) => item),
      due_at: due.toISOString(),
      letter_id: letterId,
    },
    texts: Object.fromEntries(input.requests.map(({ item, words }) => [item, words])),
  });
  return next;
}
