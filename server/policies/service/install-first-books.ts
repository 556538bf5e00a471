import { record } from '../../audit/record.ts';
import type { Uow } from '../../platform/uow.ts';
import type { PolicyKind } from '../schema/policy.ts';
import { headAt, insertPublished } from '../store/policy-versions.ts';
import { checkDocument } from './registry.ts';

/** Publishes version 1 of each book that has none yet, in the name of the installation. Safe to repeat. */
export async function installFirstBooks(
  uow: Uow,
  books: readonly { kind: PolicyKind; version: string; document: unknown }[],
): Promise<void> {
  for (const { kind, version, document } of books) {
    if (await headAt(uow, kind)) continue;
    checkDocument(kind, document);
    const id = await insertPublished(uow, { kind, version, document });
    await record(uow, { type: 'policy.published', subject: { kind: 'policy', id }, data: { kind, version } });
  }
}
