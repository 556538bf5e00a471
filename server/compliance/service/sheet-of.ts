import type { Knex } from 'knex';
import type { Uow } from '../../platform/uow.ts';
import { currentPolicy } from '../../policies/service/current-policy.ts';
import { sheetText } from '../read/sheet.ts';
import { asked } from '../rules/sheet.ts';
import type { RubricBook } from '../schema/rubric.ts';
import type { SheetReply } from '../schema/sheet.ts';

/** What a sheet for a statement asks, and the newest one filled. Throws `not_found`. */
export async function sheetOf(db: Knex, subjectId: string, revision: number): Promise<SheetReply> {
  const { text, filled } = await sheetText(db, subjectId, revision);
  const policy = await currentPolicy<RubricBook>({ trx: db } as Uow, 'rubric');
  const book = policy.document;
  return {
    rubric_version: book.version,
    criteria: asked(book, text).map(({ id, area, core, weight, optional }) => ({
      id,
      area,
      core,
      weight,
      optional,
    })),
    red_flags: book.red_flags,
    filled,
  };
}
