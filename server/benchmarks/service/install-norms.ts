import { record } from '../../audit/record.ts';
import type { Uow } from '../../platform/uow.ts';
import { currentPolicy } from '../../policies/service/current-policy.ts';
import type { PlausibilityBook } from '../plausibility/book.ts';
import { buildNorms } from '../plausibility/norms.ts';
import { parseFigures } from '../plausibility/parse-figures.ts';
import { insertPublishedNorms, publishedNormsId } from '../store.ts';

/** Publishes the first norm version from the published figures (CSV text) where none is in force. Safe to repeat. */
export async function installNorms(uow: Uow, csv: string): Promise<void> {
  if (await publishedNormsId(uow)) return;
  const policy = await currentPolicy<PlausibilityBook>(uow, 'plausibility');
  const norms = buildNorms(parseFigures(csv), policy.document, (await uow.now()).getUTCFullYear());
  const id = await insertPublishedNorms(uow, norms, policy.id);
  await record(uow, {
    type: 'norms.published',
    subject: { kind: 'norms', id },
    data: { version: norms.version, figures: norms.figures.length, policy_version_id: policy.id },
  });
}
