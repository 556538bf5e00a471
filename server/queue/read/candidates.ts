import type { Knex } from 'knex';
import type { Role } from '../../kernel/actor.ts';
import { decidingRoles, type InvolvementPart, type WorkKind, whyNot } from '../rules/eligibility.ts';
import type { CandidateReply } from '../schema/assignment.ts';

const atMost = 200;

interface PersonRow {
  id: string;
  name: string;
  roles: Role[];
  holding: number;
}
interface StandingRow {
  item_id: string;
  kind: WorkKind;
  person_id: string;
  parts: InvolvementPart[];
  conflict: boolean;
}

/** Active people in a deciding role by name, with how much they hold and which of these items they may not take. */
export async function candidatesFor(db: Knex, itemIds: readonly string[]): Promise<CandidateReply[]> {
  const [people, standings] = await Promise.all([
    db.raw<{ rows: PersonRow[] }>(
      `select p.id, p.name,
         array(select r.role from person_role_view r where r.person_id = p.id and r.role <> 'lead' order by 1) as roles,
         (select count(*) from work_items w where w.holder_id = p.id and w.state in ('claimed', 'held'))::int as holding
       from person_view p
       where p.state = 'active'
         and exists (select from person_role_view r where r.person_id = p.id and r.role = any(?))
       order by p.name, p.id limit ${atMost}`,
      [[...decidingRoles]],
    ),
    // Only people who did something on a subject, or declared a conflict with its party, have a row here.
    db.raw<{ rows: StandingRow[] }>(
      `with asked as (select id, kind, subject_id, party_key from work_items where id = any(?::uuid[])),
       said as (
         select a.id, a.kind, i.person_id, i.part, false as conflict from asked a
         join involvements i on i.subject_id = a.subject_id
         union all
         select a.id, a.kind, c.person_id, null, true from asked a
         join conflicts_of_interest c on c.party_key = a.party_key and c.withdrawn_at is null)
       select id as item_id, kind, person_id, array_remove(array_agg(part), null) as parts, bool_or(conflict) as conflict
       from said group by 1, 2, 3`,
      [[...itemIds]],
    ),
  ]);
  return people.rows.map((person) => ({
    ...person,
    barred: standings.rows
      .filter(({ person_id }) => person_id === person.id)
      .flatMap(({ item_id, kind, parts, conflict }) => {
        const why = whyNot(kind, person.roles, { parts, conflict, preferredOther: false });
        return why ? [{ item_id, why }] : [];
      }),
  }));
}
