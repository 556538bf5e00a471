import type { Uow } from '../../platform/uow.ts';
import { currentPolicy } from '../../policies/service/current-policy.ts';
import { compileBook, type Reader } from '../reader/read.ts';
import type { RubricBook } from '../schema/rubric.ts';

// compiling takes a moment and a published book never changes
const compiled = new Map<string, Reader>();

export interface CurrentReader {
  reader: Reader;
  book: RubricBook;
  policyVersionId: string;
}

/** The reader of the rubric in force. */
export async function currentReader(uow: Uow): Promise<CurrentReader> {
  const policy = await currentPolicy<RubricBook>(uow, 'rubric');
  let reader = compiled.get(policy.id);
  if (!reader) {
    reader = compileBook(policy.document);
    compiled.set(policy.id, reader);
  }
  return { reader, book: policy.document, policyVersionId: policy.id };
}
