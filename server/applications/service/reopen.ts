import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import type { Uow } from '../../platform/uow.ts';
import { openItem } from '../../queue/service/open-item.ts';
import { applicationLifecycle } from '../lifecycle.ts';
import { domainKey } from '../rules/match-keys.ts';
import { changeApplication } from '../store/applications.ts';
import { matchDigest } from '../store/match-keys.ts';
import { reviewFor } from './review-facts.ts';

/** An officer takes a rejection up again on new evidence: the application is in review, as work for anybody who may. */
export async function reopen(uow: Uow, id: string, version: number, reason: string): Promise<number> {
  const { application, findings } = await reviewFor(uow, id, version, 'reopen');
  const state = step(applicationLifecycle, application.state, 'reopen');
  const change = { state, decided_at: null };
  const next = await changeApplication(uow, application, change, 'people');
  await openItem(uow, {
    kind: 'application',
    channel: application.primary_channel ?? '',
    language: findings?.readBy === 'nobody' ? 'und' : application.locale,
    subject: { kind: 'application', id },
    partyKey: matchDigest(uow, { kind: 'domain', value: domainKey(application.web_domain) }),
  });
  await record(uow, {
    type: 'application.reopened',
    subject: { kind: 'application', id, version: next },
    data: { from: application.state, to: state },
    texts: { reason },
  });
  return next;
}
