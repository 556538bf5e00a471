import { record } from '../../audit/record.ts';
import type { Uow } from '../../platform/uow.ts';
import type { NewSpecialist } from '../schema.ts';
import { insertSpecialist, specialistOfApplication } from '../store.ts';

/** Makes the specialist of a final approval, tier New Specialist (M1, M47). Run twice it finds the first one. Returns its id. */
export async function createSpecialist(uow: Uow, given: NewSpecialist): Promise<string> {
  const id = await insertSpecialist(uow, given);
  if (id === null) return (await specialistOfApplication(uow, given.applicationId)) ?? '';
  await record(uow, {
    type: 'specialist.created',
    subject: { kind: 'specialist', id, version: 1 },
    data: { application_id: given.applicationId, tier: 'new_specialist', channels: given.acceptedChannels },
  });
  return id;
}
