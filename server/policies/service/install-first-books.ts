import { record } from '../../audit/record.ts';
import type { Uow } from '../../platform/uow.ts';
import type { PolicyKind } from '../schema.ts';
import { insertPublished, publishedHead } from '../store/policy-versions.ts';
import { checkDocument } from './registry.ts';

/** Publishes version 1 of each book that has none yet, in the name of the installation. Safe to repeat. */
export async function installFirstBooks(
  uow: Uow,
  books: readonly { kind: PolicyKind; version: string; document: unknown }[],
): Promise<void> {
  for (const book of books) {
    if (await publishedHead(uow, book.kind)) continue;
    checkDocument(book.kind, book.document);
    const id = await insertPublished(uow, book.kind, book.version, book.document);
    await record(uow, {
      type: 'policy.published',
      subject: { kind: 'policy', id },
      data: { kind: book.kind, version: book.version },
    });
  }
}
