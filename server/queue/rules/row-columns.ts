/** Subject, names and the viewer's own standing beside the rows of `w`; `me` is the viewer's id in SQL. */
export const rowColumnsFor = (
  me: string,
): string => `w.id, w.kind, w.channel, w.language, w.subject_kind, w.subject_id, w.state, w.critical,
  w.allowed_minutes, w.effective_start, w.clock_start, w.due_at, w.holder_id, holder.name as holder_name, w.claimed_at,
  w.lease_until, w.held_reason, w.held_until, w.preferred_id, preferred.name as preferred_name, w.preferred_until,
  w.used_minutes, w.nobody_eligible, w.opened_at, w.closed_at, w.version, a.number, a.created_at as begun_at, a.trading_name as subject_label,
  a.state as subject_state, a.band, a.score, a.round,
  array(select i.part from involvements i where i.subject_id = w.subject_id and i.person_id = ${me}) as my_parts,
  exists (select from conflicts_of_interest c
    where c.person_id = ${me} and c.party_key = w.party_key and c.withdrawn_at is null) as my_conflict`;

/** The same with the viewer's id bound, twice. */
export const rowColumns = rowColumnsFor('?::uuid');

export const rowJoins = `left join application_view a on a.id = w.subject_id
  left join person_view holder on holder.id = w.holder_id
  left join person_view preferred on preferred.id = w.preferred_id`;
