import type { Knex } from 'knex';
import type { z } from 'zod';
import { nextItemFor } from '../../queue/service/next-item.ts';
import { decisionOf } from '../read/decision.ts';
import { headOf } from '../read/dossier.ts';
import type { afterDecisionReply } from '../schema/review.ts';

/** The application's head, its newest decision, and what this person could take up next. */
export async function afterDecision(
  trx: Knex,
  id: string,
  personId: string,
): Promise<z.input<typeof afterDecisionReply>> {
  const [head, decision, next_item_id] = await Promise.all([
    headOf(trx, id),
    decisionOf(trx, id),
    nextItemFor(trx, personId),
  ]);
  return { ...head, decision, next_item_id };
}
