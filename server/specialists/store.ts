import type { Uow } from '../platform/uow.ts';
import type { NewSpecialist } from './schema.ts';

/** Inserts the specialist and its channels; null where the application already made one. */
export async function insertSpecialist(uow: Uow, given: NewSpecialist): Promise<string | null> {
  const id = uow.id();
  const rows = await uow
    .trx('specialists')
    .insert({
      id,
      number: given.number,
      application_id: given.applicationId,
      legal_name: given.legalName,
      trading_name: given.tradingName,
      web_domain: given.webDomain,
      country: given.country,
      locale: given.locale,
      regions: given.regions,
      verticals: given.verticals,
      icp_sizes: given.icpSizes,
      engagement_models: given.engagementModels,
    })
    .onConflict('application_id')
    .ignore()
    .returning('id');
  if (rows.length === 0) return null;
  const now = await uow.now();
  await uow.trx('specialist_channels').insert(
    given.acceptedChannels.map((channel) => ({
      specialist_id: id,
      channel,
      is_primary: channel === given.primaryChannel,
      accepted_at: now,
    })),
  );
  return id;
}

export async function specialistOfApplication(uow: Uow, applicationId: string): Promise<string | undefined> {
  const row = await uow.trx('specialists').where({ application_id: applicationId }).first('id');
  return row?.id;
}
