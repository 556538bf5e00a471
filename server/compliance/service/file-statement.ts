import { record } from '../../audit/record.ts';
import type { Uow } from '../../platform/uow.ts';
import { composeSourcing } from '../rules/compose.ts';
import { insertStatement } from '../store/scores.ts';

export interface StatementInput {
  subject: { kind: string; id: string };
  revision: number;
  channels: readonly string[];
  regions: readonly string[];
  statement: string;
  /** The sourcing answers in the form's order; labels only separate them, the map leads back to each. */
  sourcing: readonly { key: string; label: string; text: string }[];
}

/** Keeps the statement of one revision exactly as submitted (M17, M28). Returns its id. */
export async function fileStatement(uow: Uow, input: StatementInput): Promise<string> {
  const { text, map } = composeSourcing([...input.sourcing]);
  const id = uow.id();
  await insertStatement(uow, {
    id,
    subject_id: input.subject.id,
    revision: input.revision,
    channels: [...input.channels],
    regions: [...input.regions],
    statement: input.statement,
    data_sourcing: text,
    sourcing_map: map,
  });
  await record(uow, {
    type: 'statement.filed',
    subject: input.subject,
    data: { revision: input.revision, statement_id: id },
  });
  return id;
}
