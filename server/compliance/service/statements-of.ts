import type { Knex } from 'knex';
import { statementsOf as readStatements, type StatementWithReading } from '../read/statements.ts';

export type { StatementWithReading } from '../read/statements.ts';

/** The latest two revisions of a subject's statement with their readings, newest first: the dossier's piece of this room. */
export const statementsOf = (db: Knex, subjectId: string): Promise<StatementWithReading[]> =>
  readStatements(db, subjectId);
