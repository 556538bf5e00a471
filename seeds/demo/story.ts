import type { ApplicationDraft } from '../../server/applications/schema/draft.ts';
import { takeIn } from '../../server/applications/service/intake.ts';
import { resubmitOwn } from '../../server/applications/service/resubmit.ts';
import { saveDraft } from '../../server/applications/service/save.ts';
import { startApplication } from '../../server/applications/service/start.ts';
import { submitOwn } from '../../server/applications/service/submit.ts';
import { withdrawOwn } from '../../server/applications/service/withdraw.ts';
import { type Actor, installationActor, systemActor } from '../../server/kernel/actor.ts';
import type { Cast } from './cast.ts';
import { agree, type Case, deskStep } from './desk.ts';
import { type DemoApplication, type DemoPerson, instantOf, type PlanStep } from './plan.ts';
import type { Stage } from './stage.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Who gives a second look where one is needed, in this order, except whoever decided. */
const seconds: readonly DemoPerson[] = ['second_officer', 'compliance_officer', 'lead'];

/** Filling in the form took an evening, or came back to over two days; fixed by the firm's key. */
function begunBefore(one: DemoApplication): number {
  const sum = [...one.key].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return one.plan.ends === 'submitted' ? 47 * minute : (35 + ((sum * 37) % 2_600)) * minute;
}

async function save(stage: Stage, actor: Actor, id: string, document: ApplicationDraft): Promise<void> {
  await stage.as(actor, async (uow) => {
    const kept = await uow.trx('application_drafts').where({ application_id: id }).first('saves');
    await saveDraft(uow, { document, saves: Number(kept?.saves ?? 0) });
  });
}

async function begin(stage: Stage, one: DemoApplication, email: string | undefined): Promise<string> {
  const { id } = await stage.as(systemActor('portal'), (uow) =>
    startApplication(uow, { locale: one.locale, ...(email ? { email } : {}) }),
  );
  return id;
}

/** A draft as it grows: its first parts at the first saving, all of it at the last. */
function tellDraft(stage: Stage, cast: Cast, one: Extract<DemoApplication, { draft: unknown }>): void {
  const { arrive, story } = one.plan;
  stage.at(instantOf(arrive, stage.now), async () => {
    const id = await begin(stage, one, one.draft.responsible_person?.email ?? undefined);
    const actor = cast.applicant(id, 'draft');
    for (const [index, step] of story.entries()) {
      const { organisation, responsible_person } = one.draft;
      const document = index === story.length - 1 ? one.draft : { organisation, responsible_person };
      stage.at(instantOf(step.at, stage.now), () => save(stage, actor, id, document));
    }
  });
}

async function arriveByPortal(
  stage: Stage,
  cast: Cast,
  one: Extract<DemoApplication, { form: unknown }>,
  arrives: number,
  known: (id: string) => void,
): Promise<void> {
  const id = await begin(stage, one, one.form.responsible_person.email);
  known(id);
  const actor = cast.applicant(id, 'draft');
  stage.at(arrives - 2 * minute, () => save(stage, actor, id, one.form));
  stage.at(arrives, async () => {
    await stage.as(actor, (uow) => submitOwn(uow));
    tellRest(stage, cast, one, { id, form: one.form });
  });
}

async function arriveByMachine(
  stage: Stage,
  cast: Cast,
  one: Extract<DemoApplication, { form: unknown }>,
): Promise<string> {
  const source = one.source === 'api' ? 'api' : 'import';
  const actor = source === 'api' ? cast.marketplace : installationActor;
  const taken = await stage.as(actor, (uow) =>
    takeIn(uow, { source, externalId: `signup-${one.key}`, locale: one.locale, form: one.form }),
  );
  return taken.id;
}

async function applicantStep(stage: Stage, cast: Cast, about: Case, step: PlanStep): Promise<void> {
  if (step.do === 'answer') {
    const document: ApplicationDraft = {
      ...about.form,
      ...step.with,
      sourcing: { ...about.form.sourcing, ...step.with.sourcing },
    };
    await stage.as(cast.applicant(about.id, 'changes'), async (uow) => {
      const kept = await uow.trx('application_drafts').where({ application_id: about.id }).first('saves');
      return resubmitOwn(uow, { document, saves: kept?.saves ?? 0 });
    });
  } else if (step.do === 'withdraw')
    await stage.as(cast.applicant(about.id, 'status'), (uow) => withdrawOwn(uow, { reason: step.reason }));
}

/** Where the decision waits for a second person and the story goes on, somebody who took no part agrees. */
function secondIfNeeded(stage: Stage, cast: Cast, about: Case, step: PlanStep, ends: string): void {
  if (!('by' in step) || ends === 'awaiting_second') return;
  stage.at(instantOf(step.at, stage.now) + 26 * minute, async () => {
    const waiting = await stage
      .trx('decisions')
      .where({ application_id: about.id, state: 'awaiting_second' })
      .first();
    const other = seconds.find((name) => name !== step.by);
    if (waiting && other) await agree(stage, cast.person(other), about.id);
  });
}

function tellRest(stage: Stage, cast: Cast, one: DemoApplication, about: Case): void {
  for (const step of one.plan.story) {
    const moment = instantOf(step.at, stage.now);
    if ('by' in step) stage.at(moment, () => deskStep(stage, cast.person(step.by), about, step));
    else stage.at(moment, () => applicantStep(stage, cast, about, step));
    if (step.do === 'approve' || step.do === 'reject')
      secondIfNeeded(stage, cast, about, step, one.plan.ends);
    if (step.do === 'request_changes') {
      for (const days of [5, 10]) stage.cron('applications.remind_applicants', moment + days * day + minute);
      stage.cron('applications.lapse_applications', moment + 21 * day + minute);
    }
  }
}

/** Puts everything that happens to one application on the stage. `known` is told the id of a draft begun in the portal before it is handed in. */
export function tell(stage: Stage, cast: Cast, one: DemoApplication, known: (id: string) => void): void {
  if ('draft' in one) {
    tellDraft(stage, cast, one);
    return;
  }
  const arrives = instantOf(one.plan.arrive, stage.now);
  if (one.source === 'portal')
    stage.at(arrives - begunBefore(one), () => arriveByPortal(stage, cast, one, arrives, known));
  else
    stage.at(arrives, async () => {
      const id = await arriveByMachine(stage, cast, one);
      tellRest(stage, cast, one, { id, form: one.form });
    });
}
