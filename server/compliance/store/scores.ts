import { Problem } from '../../kernel/problem.ts';
import type { Scores, Statements } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';
import type { AnswerPlace } from '../rules/compose.ts';
import type { Adjusted, Overridden } from '../rules/override.ts';
import type { StoredReading } from '../rules/stored-reading.ts';

export type StatementRow = Omit<Statements, 'created_at'> & { sourcing_map: AnswerPlace[] };

export type ScoreRow = Omit<Scores, 'created_at' | 'findings'> & { reading: StoredReading };

/** A score with what people judge otherwise, and how it comes out then. */
export interface ScoreWithJudgement extends ScoreRow {
  subject_id: string;
  revision: number;
  overrides: (Overridden & { state: 'standing' | 'awaiting_co_signature'; by: string })[] | null;
  adjusted: Pick<Adjusted, 'score' | 'band' | 'coherent'> | null;
  sheet_by: string | null;
}

export async function insertStatement(uow: Uow, row: StatementRow): Promise<void> {
  await uow.trx('statements').insert({ ...row, sourcing_map: JSON.stringify(row.sourcing_map) });
}

/** The statement of one revision. Throws `not_found`. */
export async function statementOf(uow: Uow, subjectId: string, revision: number): Promise<StatementRow> {
  const row = await uow.trx<StatementRow>('statements').where({ subject_id: subjectId, revision }).first();
  if (!row) throw new Problem('not_found');
  return row;
}

const scoreColumns = [
  'id',
  'statement_id',
  'policy_version_id',
  'score',
  'band',
  'completeness',
  'coherence',
  'coherent',
];

export async function scoreUnder(
  uow: Uow,
  statementId: string,
  policyVersionId: string,
): Promise<Omit<ScoreRow, 'reading'> | undefined> {
  return uow
    .trx<ScoreRow>('scores')
    .where({ statement_id: statementId, policy_version_id: policyVersionId })
    .orderBy('created_at', 'desc')
    .first(...scoreColumns, 'language', 'read_by');
}

/** Adds a score; false where this statement was already read under this book. */
export async function insertScore(uow: Uow, row: ScoreRow): Promise<boolean> {
  const rows = await uow
    .trx('scores')
    .insert({ ...row, reading: JSON.stringify(row.reading) })
    .onConflict(['statement_id', 'policy_version_id', 'read_by'])
    .ignore()
    .returning('id');
  return rows.length === 1;
}

export async function scoreById(uow: Uow, id: string): Promise<ScoreWithJudgement | undefined> {
  return uow
    .trx('scores as s')
    .join('statements as t', 't.id', 's.statement_id')
    .where('s.id', id)
    .first(
      ...[...scoreColumns, 'language', 'read_by', 'reading'].map((column) => `s.${column}`),
      't.subject_id',
      't.revision',
      uow.trx.raw(
        `(select json_agg(json_build_object('finding', o.finding, 'judged', o.judged, 'state', o.state, 'by', o.overridden_by) order by o.id)
          from overrides o where o.score_id = s.id and o.state in ('standing', 'awaiting_co_signature')) as overrides`,
      ),
      uow.trx.raw(
        `(select f.filled_by from reading_sheets f where f.statement_id = s.statement_id and f.state = 'awaiting_second') as sheet_by`,
      ),
      uow.trx.raw(
        `(select json_build_object('score', d.score, 'band', d.band, 'coherent', d.coherent)
          from adjusted_scores d where d.score_id = s.id) as adjusted`,
      ),
    );
}

export async function putConfirmation(
  uow: Uow,
  row: { score_id: string; finding: string; person_id: string; confirmed: boolean },
): Promise<void> {
  await uow
    .trx('finding_confirmations')
    .insert({ ...row, at: await uow.now() })
    .onConflict(['score_id', 'finding'])
    .merge();
}

export async function confirmationsOf(
  uow: Uow,
  scoreId: string,
): Promise<{ finding: string; confirmed: boolean; person_id: string }[]> {
  return uow
    .trx('finding_confirmations')
    .where({ score_id: scoreId })
    .select('finding', 'confirmed', 'person_id');
}
