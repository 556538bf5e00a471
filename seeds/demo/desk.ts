import { openFindings } from '../../server/applications/rules/open-findings.ts';
import type { ApplicationForm } from '../../server/applications/schema/form.ts';
import type { ChannelOutcomes } from '../../server/applications/schema/review.ts';
import { approve } from '../../server/applications/service/approve.ts';
import { previewLetter } from '../../server/applications/service/preview-letter.ts';
import { reject } from '../../server/applications/service/reject.ts';
import { requestChanges } from '../../server/applications/service/request-changes.ts';
import { acceptItem, confirmReviewFinding } from '../../server/applications/service/review-steps.ts';
import { second } from '../../server/applications/service/second.ts';
import { findingsOf } from '../../server/compliance/service/findings-of.ts';
import type { Actor } from '../../server/kernel/actor.ts';
import { addNote } from '../../server/notes/service/add-note.ts';
import type { Uow } from '../../server/platform/uow.ts';
import { claim } from '../../server/queue/service/claim.ts';
import { hold } from '../../server/queue/service/hold.ts';
import type { PlanStep } from './plan.ts';
import { citedReasons, withOwnWords } from './reasons.ts';
import type { Stage } from './stage.ts';

type By = Extract<PlanStep, { by: string }>;
type Of<Do extends PlanStep['do']> = Extract<By, { do: Do }>;

export interface Case {
  id: string;
  form: ApplicationForm;
}

async function versionOf(uow: Uow, id: string): Promise<number> {
  const row = await uow.trx('applications').where({ id }).first('version');
  return Number(row?.version);
}

async function openItem(uow: Uow, id: string, kind: 'application' | 'second_decision') {
  const row = await uow
    .trx('work_items')
    .where({ subject_id: id, kind })
    .whereNotIn('state', ['done', 'cancelled'])
    .first('id', 'version');
  if (!row) throw new Error(`no open item of kind ${kind}`);
  return { id: String(row.id), version: Number(row.version) };
}

async function scoreOf(uow: Uow, id: string) {
  const row = await uow.trx('applications').where({ id }).first('score_id');
  return findingsOf(uow, String(row?.score_id));
}

async function rejectOn(stage: Stage, actor: Actor, { id, form }: Case, one: Of<'reject'>): Promise<void> {
  const reasons = await stage.as(actor, async (uow) =>
    citedReasons(one.reasons, await scoreOf(uow, id), form),
  );
  for (const finding of await stage.as(actor, async (uow) => openFindings(await scoreOf(uow, id), [])))
    await stage.as(actor, async (uow) =>
      confirmReviewFinding(uow, id, await versionOf(uow, id), { finding, confirmed: true }),
    );
  await stage.as(actor, async (uow) => {
    const letter = await previewLetter(uow, id, { kind: 'reject', reasons });
    await reject(uow, id, await versionOf(uow, id), {
      reasons,
      letter: { subject: letter.subject, body: withOwnWords(letter.body, one.letter) },
    });
  });
}

async function approveAll(uow: Uow, { id, form }: Case, one: Of<'approve'>): Promise<void> {
  const channels: ChannelOutcomes = Object.fromEntries(
    form.offer.channels.map((channel) => [channel, { outcome: one.channels[channel] ?? 'accept' }]),
  );
  const { subject, body } = await previewLetter(uow, id, { kind: 'approve', channels });
  await approve(uow, id, await versionOf(uow, id), { channels, letter: { subject, body } });
}

async function acceptAnswer(uow: Uow, { id }: Case, one: Of<'accept_item'>): Promise<void> {
  const request = await uow
    .trx('change_requests')
    .where({ application_id: id, item: one.item, state: 'answered' })
    .first('id');
  await acceptItem(uow, id, await versionOf(uow, id), String(request?.id));
}

/** What somebody at the desk does in one step of a story, by the same commands as behind the console. */
export async function deskStep(stage: Stage, actor: Actor, about: Case, one: By): Promise<void> {
  const { id } = about;
  if (one.do === 'reject') return rejectOn(stage, actor, about, one);
  await stage.as(actor, async (uow) => {
    if (one.do === 'claim') {
      const item = await openItem(uow, id, 'application');
      await claim(uow, item.id, item.version);
    } else if (one.do === 'hold') {
      const item = await openItem(uow, id, 'application');
      const until = new Date((await uow.now()).getTime() + one.days * 86_400_000);
      await hold(uow, item.id, item.version, { reason: one.reason, until });
    } else if (one.do === 'note') await addNote(uow, { kind: 'application', id }, one.text);
    else if (one.do === 'request_changes')
      await requestChanges(uow, id, await versionOf(uow, id), { requests: one.items });
    else if (one.do === 'accept_item') await acceptAnswer(uow, about, one);
    else await approveAll(uow, about, one);
  });
}

/** Another person claims the second look that a decision against the band needs, and agrees. */
export async function agree(stage: Stage, actor: Actor, id: string): Promise<void> {
  await stage.as(actor, async (uow) => {
    const item = await openItem(uow, id, 'second_decision');
    await claim(uow, item.id, item.version);
  });
  await stage.as(actor, async (uow) => {
    await second(uow, id, await versionOf(uow, id), { agree: true });
  });
}
