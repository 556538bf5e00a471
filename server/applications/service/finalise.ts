import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import { eachByItself, type Uow } from '../../platform/uow.ts';
import { createSpecialist } from '../../specialists/service/create-specialist.ts';
import { acceptedChannels } from '../rules/channels.ts';
import { decisionLifecycle } from '../rules/decision-states.ts';
import { type ApplicationRow, lockApplication } from '../store/applications.ts';
import { type DecisionRow, dueDecisions, lockDecision, moveDecision } from '../store/decisions.ts';
import { formOf } from '../store/revisions.ts';

async function makeSpecialist(uow: Uow, application: ApplicationRow, decision: DecisionRow): Promise<string> {
  const { offer } = await formOf(uow, application.id, decision.revision);
  return createSpecialist(uow, {
    applicationId: application.id,
    number: application.number,
    legalName: application.legal_name,
    tradingName: application.trading_name,
    webDomain: application.web_domain,
    country: application.country ?? '',
    locale: application.locale,
    regions: offer.regions,
    verticals: offer.verticals,
    icpSizes: offer.icp_sizes,
    engagementModels: offer.engagement_models,
    primaryChannel: offer.primary_channel,
    acceptedChannels: acceptedChannels(decision.channels),
  });
}

/** Makes a locked, scheduled decision final: the specialist exists from now on, and the letter is owed. */
export async function makeFinal(uow: Uow, application: ApplicationRow, decision: DecisionRow): Promise<void> {
  const state = step(decisionLifecycle, decision.state, 'finalise');
  const closedBy = uow.actor.kind === 'person' ? uow.actor.id : null;
  await moveDecision(uow, decision, { state, closed_at: await uow.now(), closed_by: closedBy });
  const specialistId = decision.kind === 'approve' ? await makeSpecialist(uow, application, decision) : null;
  await record(uow, {
    type: 'application.decision_final',
    subject: { kind: 'application', id: application.id },
    data: {
      decision_id: decision.id,
      kind: decision.kind,
      letter_id: decision.letter_id,
      specialist_id: specialistId,
    },
  });
}

/** The job at `final_at`. A decision undone, sent at once or not yet due is left alone: running it twice makes it final once. */
export async function finaliseDecision(uow: Uow, applicationId: string): Promise<boolean> {
  const application = await lockApplication(uow, applicationId);
  const decision = await lockDecision(uow, applicationId);
  if (decision?.state !== 'scheduled' || !decision.final_at) return false;
  if (decision.final_at > (await uow.now())) return false;
  await makeFinal(uow, application, decision);
  return true;
}

/** Every minute: whatever a lost job left behind. */
export async function finaliseDue(uow: Uow): Promise<number> {
  const due = (await dueDecisions(uow, 200)).map(({ application_id }) => application_id);
  return eachByItself(uow, 'finalise', due, (id) => finaliseDecision(uow, id));
}
