import type { Knex } from 'knex';
import type { StoredReading } from './rules/stored-reading.ts';
import type { ReadingReply } from './schema/reading.ts';

export interface StatementWithReading {
  revision: number;
  statement: string;
  data_sourcing: string;
  sourcing_map: { key: string; start: number; end: number }[];
  reading: ReadingReply;
}

interface Row {
  revision: number;
  statement: string;
  data_sourcing: string;
  sourcing_map: { key: string; start: number; end: number }[];
  score_id: string | null;
  policy_version_id: string | null;
  score: number | null;
  band: ReadingReply['band'];
  completeness: number | null;
  coherence: number | null;
  coherent: boolean | null;
  language: string | null;
  reading: StoredReading | null;
  confirmations:
    | { finding: string; confirmed: boolean; person: { id: string; name: string }; at: string }[]
    | null;
}

/** The latest two revisions of a subject's statement with what reading found, newest first; one query. */
export async function statementsOf(db: Knex, subjectId: string): Promise<StatementWithReading[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select t.revision, t.statement, t.data_sourcing, t.sourcing_map, s.id as score_id, s.policy_version_id, s.score, s.band,
       s.completeness, s.coherence, s.coherent, s.language, s.reading, c.confirmations
     from statements t
     left join lateral (select * from scores where statement_id = t.id order by created_at desc limit 1) s on true
     left join lateral (
       select json_agg(json_build_object('finding', f.finding, 'confirmed', f.confirmed, 'at', f.at,
         'person', json_build_object('id', p.id, 'name', p.name)) order by f.at) as confirmations
       from finding_confirmations f join person_view p on p.id = f.person_id where f.score_id = s.id) c on true
     where t.subject_id = ? order by t.revision desc limit 2`,
    [subjectId],
  );
  return rows.map((row) => ({
    revision: row.revision,
    statement: row.statement,
    data_sourcing: row.data_sourcing,
    sourcing_map: row.sourcing_map,
    reading: asReply(row),
  }));
}

function asReply(row: Row): ReadingReply {
  const { reading } = row;
  const score = reading?.not_read ? null : row.score;
  return {
    state: reading === null ? 'waiting' : reading.not_read ? 'not_read' : 'read',
    score_id: row.score_id,
    policy_version_id: row.policy_version_id,
    score,
    score_floor: score === null ? null : Math.floor(score),
    band: row.band,
    completeness: score === null ? null : row.completeness,
    coherence: score === null ? null : row.coherence,
    coherent: score === null ? null : row.coherent,
    language: row.language,
    rubric_version: reading?.rubric_version ?? null,
    criteria: reading?.criteria ?? [],
    red_flags: reading?.red_flags ?? [],
    caps: reading?.caps ?? [],
    confirmations: (row.confirmations ?? []).map((one) => ({ ...one, at: new Date(one.at) })),
  };
}
