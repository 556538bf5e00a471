import type { Knex } from 'knex';
import { Problem } from '../../kernel/problem.ts';
import type { AnswerPlace } from '../rules/compose.ts';
import type { SheetReply } from '../schema/sheet.ts';

interface Row {
  channels: string[];
  regions: string[];
  statement: string;
  data_sourcing: string;
  sourcing_map: AnswerPlace[];
  filled: (Omit<NonNullable<SheetReply['filled']>, 'at'> & { at: string }) | null;
}

/** A statement as a sheet needs it, with the newest sheet filled for it. Throws `not_found`. */
export async function sheetText(
  db: Knex,
  subjectId: string,
  revision: number,
): Promise<{ text: Omit<Row, 'filled'>; filled: SheetReply['filled'] }> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select t.channels, t.regions, t.statement, t.data_sourcing, t.sourcing_map, f.filled
     from statements t
     left join lateral (
       select json_build_object('state', s.state, 'at', s.filled_at, 'reason', s.reason, 'verdicts', s.verdicts,
         'flags', s.flags, 'by', json_build_object('id', p.id, 'name', p.name)) as filled
       from reading_sheets s join person_view p on p.id = s.filled_by
       where s.statement_id = t.id order by s.filled_at desc limit 1) f on true
     where t.subject_id = ? and t.revision = ?`,
    [subjectId, revision],
  );
  const [row] = rows;
  if (!row) throw new Problem('not_found');
  const { filled, ...text } = row;
  return { text, filled: filled && { ...filled, at: new Date(filled.at) } };
}
