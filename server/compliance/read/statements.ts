import type { Knex } from 'knex';
import { type Adjusted, findingsWith, type Overridden } from '../rules/override.ts';
import type { StoredReading } from '../rules/stored-reading.ts';
import type { OverrideReply, ReadingReply } from '../schema/reading.ts';

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
  read_by: ReadingReply['read_by'];
  sheet_by: string | null;
  adjusted: (Adjusted & { caps: ReadingReply['caps'] }) | null;
  overrides: (Omit<OverrideReply, 'at'> & { at: string })[] | null;
  confirmations:
    | { finding: string; confirmed: boolean; person: { id: string; name: string }; at: string }[]
    | null;
}

/** The latest two revisions of a subject's statement with what reading found, newest first; one query. */
export async function statementsOf(db: Knex, subjectId: string): Promise<StatementWithReading[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select t.revision, t.statement, t.data_sourcing, t.sourcing_map, s.id as score_id, s.policy_version_id, s.score, s.band,
       s.completeness, s.coherence, s.coherent, s.language, s.reading, c.confirmations, o.overrides, to_jsonb(d) as adjusted, s.read_by,
       (select f.filled_by from reading_sheets f where f.statement_id = t.id and f.state = 'awaiting_second') as sheet_by
     from statements t
     left join lateral (select * from scores where statement_id = t.id order by created_at desc limit 1) s on true
     left join lateral (
       select json_agg(json_build_object('finding', f.finding, 'confirmed', f.confirmed, 'at', f.at,
         'person', json_build_object('id', p.id, 'name', p.name)) order by f.at) as confirmations
       from finding_confirmations f join person_view p on p.id = f.person_id where f.score_id = s.id) c on true
     left join adjusted_scores d on d.score_id = s.id
     left join lateral (
       select json_agg(json_build_object('id', v.id, 'finding', v.finding, 'machine', v.machine, 'judged', v.judged, 'points', v.points,
         'reason', v.reason, 'state', v.state, 'at', v.overridden_at, 'by', json_build_object('id', b.id, 'name', b.name),
         'co_signed_by', case when c2.id is null then null else json_build_object('id', c2.id, 'name', c2.name) end)
         order by v.overridden_at) as overrides
       from overrides v join person_view b on b.id = v.overridden_by left join person_view c2 on c2.id = v.co_signed_by
       where v.score_id = s.id and v.state <> 'withdrawn') o on true
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

const result = (of: { score: number; band: 'pass' | 'review' | 'reject'; coherent: boolean }) => ({
  score: of.score,
  score_floor: Math.floor(of.score),
  band: of.band,
  coherent: of.coherent,
});

/** What counts is what people judge where they do; the machine's stays beside it. */
function asReply(row: Row): ReadingReply {
  const { reading, adjusted } = row;
  const read = reading !== null && !reading.not_read;
  const machine =
    read && row.score !== null && row.band !== null
      ? result({ score: row.score, band: row.band, coherent: row.coherent ?? false })
      : null;
  const counts = adjusted && machine ? result(adjusted) : machine;
  const overrides = (row.overrides ?? []).map((one) => ({ ...one, at: new Date(one.at) }));
  const standing = overrides.filter(({ state }) => state === 'standing');
  const judged = findingsWith({ criteria: reading?.criteria ?? [], red_flags: [] }, standing as Overridden[]);
  const lifted = new Set(standing.map(({ finding }) => finding));
  return {
    state: reading === null ? 'waiting' : reading.not_read ? 'not_read' : 'read',
    read_by: row.read_by,
    sheet_by: row.sheet_by,
    score_id: row.score_id,
    policy_version_id: row.policy_version_id,
    score: counts?.score ?? null,
    score_floor: counts?.score_floor ?? null,
    band: counts?.band ?? row.band,
    completeness: counts && (adjusted?.completeness ?? row.completeness),
    coherence: counts && (adjusted?.coherence ?? row.coherence),
    coherent: counts?.coherent ?? null,
    language: row.language,
    rubric_version: reading?.rubric_version ?? null,
    criteria: judged.criteria,
    red_flags: (reading?.red_flags ?? []).map((flag) =>
      lifted.has(`flag:${flag.id}`) ? { ...flag, lifted: true } : flag,
    ),
    caps: adjusted?.caps ?? reading?.caps ?? [],
    machine: adjusted ? machine : null,
    overrides,
    confirmations: (row.confirmations ?? []).map((one) => ({ ...one, at: new Date(one.at) })),
  };
}
