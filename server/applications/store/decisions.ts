import type { Decisions } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';
import type { ChannelOutcomes, Reason } from '../schema/review.ts';

/** What undo gives back. */
export interface Restore {
  item_id: string;
  holder_id: string;
}

export type DecisionRow = Decisions & {
  reasons: Reason[];
  channels: ChannelOutcomes;
  restore: Restore;
};

// By name, not by star: a text whose columns are fixed can be prepared.
const columns = [
  'id',
  'application_id',
  'kind',
  'state',
  'revision',
  'decided_by',
  'decided_at',
  'second_reasons',
  'second_by',
  'second_at',
  'final_at',
  'closed_at',
  'closed_by',
  'reasons',
  'channels',
  'score_id',
  'claim_verdict_ids',
  'policy_version_ids',
  'letter_id',
  'restore',
  'version',
] as const satisfies readonly (keyof DecisionRow)[];

type New = Omit<DecisionRow, 'second_by' | 'second_at' | 'closed_at' | 'closed_by' | 'version'>;

export async function insertDecision(uow: Uow, decision: New): Promise<void> {
  await uow.trx('decisions').insert({
    ...decision,
    reasons: JSON.stringify(decision.reasons),
    channels: JSON.stringify(decision.channels),
    restore: JSON.stringify(decision.restore),
  });
}

/** The newest decision of an application, locked; an undone or declined one is no longer of interest. */
export async function lockDecision(uow: Uow, applicationId: string): Promise<DecisionRow | undefined> {
  return uow
    .trx<DecisionRow>('decisions')
    .where({ application_id: applicationId })
    .whereIn('state', ['awaiting_second', 'scheduled', 'final'])
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .forUpdate()
    .first(...columns);
}

/** Moves a locked decision. Throws where its version moved in spite of the lock. */
export async function moveDecision(
  uow: Uow,
  decision: DecisionRow,
  change: Partial<DecisionRow>,
): Promise<DecisionRow> {
  const [row] = await uow
    .trx<DecisionRow>('decisions')
    .where({ id: decision.id, version: decision.version })
    .update({ ...change, version: decision.version + 1 } as never)
    .returning([...columns]);
  if (!row) throw new Error(`decision ${decision.id} changed while it was locked`);
  return row as DecisionRow;
}

/** Applications with a decision whose time has come, oldest first. */
export async function dueDecisions(uow: Uow, limit: number): Promise<{ application_id: string }[]> {
  return uow
    .trx('decisions')
    .where({ state: 'scheduled' })
    .whereRaw('final_at <= assay_now()')
    .orderBy('final_at')
    .limit(limit)
    .select('application_id');
}
