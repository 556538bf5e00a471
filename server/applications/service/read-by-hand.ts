import type { Knex } from 'knex';
import type { z } from 'zod';
import type { SheetReply } from '../../compliance/schema/sheet.ts';
import { confirmSheet, fillSheet } from '../../compliance/service/sheet.ts';
import { sheetOf } from '../../compliance/service/sheet-of.ts';
import type { Uow } from '../../platform/uow.ts';
import { involve, renewLease } from '../../queue/service/holder.ts';
import { headOf } from '../read/dossier.ts';
import type { confirmSheetBody, fillSheetBody } from '../schema/review.ts';
import { changeApplication } from '../store/applications.ts';
import { heldItem, reviewFor } from './review-facts.ts';

/** The sheet of the present revision. Throws `not_found`. */
export async function sheetFor(db: Knex, id: string): Promise<SheetReply> {
  const { revision } = await headOf(db, id);
  return sheetOf(db, id, revision);
}

/** The holder fills the sheet of a statement no machine reads. Returns the application's new version. */
export async function fillByHand(
  uow: Uow,
  id: string,
  version: number,
  input: z.output<typeof fillSheetBody>,
): Promise<number> {
  const review = await reviewFor(uow, id, version, 'fill_sheet');
  const { application, person } = review;
  await fillSheet(uow, { kind: 'application', id }, person.id, application.revision, input);
  await involve(uow, id, 'held');
  await renewLease(uow, heldItem(review, 'application'));
  return changeApplication(uow, application, {}, 'people');
}

/** A second person confirms the sheet; from then on its score counts. Returns the application's new version. */
export async function confirmByHand(
  uow: Uow,
  id: string,
  version: number,
  input: z.output<typeof confirmSheetBody>,
): Promise<number> {
  const { application, person } = await reviewFor(uow, id, version, 'confirm_sheet');
  const subject = { kind: 'application', id };
  const read = await confirmSheet(uow, subject, person.id, application.revision, input);
  await involve(uow, id, 'seconded');
  const change = read ? { score_id: read.scoreId, score: read.score, band: read.band } : {};
  return changeApplication(uow, application, change, 'people');
}
