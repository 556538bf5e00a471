import type { Role } from '../../kernel/actor.ts';
import type { Uow } from '../../platform/uow.ts';
import { decidingRoles, excludingParts, type InvolvementPart, type WorkKind } from '../rules/eligibility.ts';

export interface PersonStanding {
  parts: InvolvementPart[];
  conflict: boolean;
}

/** What a person did on a subject, and whether a conflict of interest with its party stands. */
export async function standingOf(
  uow: Pick<Uow, 'trx'>,
  personId: string,
  subjectId: string,
  partyKey: string,
): Promise<PersonStanding> {
  const found = await uow.trx.raw<{ rows: PersonStanding[] }>(
    `select array(select part from involvements where subject_id = ? and person_id = ?) as parts,
       exists (select from conflicts_of_interest
         where person_id = ? and party_key = ? and withdrawn_at is null) as conflict`,
    [subjectId, personId, personId, partyKey],
  );
  return found.rows[0] ?? { parts: [], conflict: false };
}

/** The same where the party is that of the subject's oldest open item, or of its newest one when none is open. */
export async function subjectStanding(
  uow: Pick<Uow, 'trx'>,
  personId: string,
  subjectId: string,
): Promise<PersonStanding> {
  const found = await uow.trx.raw<{ rows: PersonStanding[] }>(
    `select array(select part from involvements where subject_id = v.subject and person_id = v.person) as parts,
       exists (select from conflicts_of_interest where person_id = v.person and withdrawn_at is null
         and party_key = (select party_key from work_items where subject_id = v.subject
           order by state in ('done', 'cancelled'), case when state not in ('done', 'cancelled') then id end, id desc
           limit 1)) as conflict
     from (select ?::uuid as subject, ?::uuid as person) v`,
    [subjectId, personId],
  );
  return found.rows[0] ?? { parts: [], conflict: false };
}

export async function addInvolvement(
  uow: Uow,
  subjectId: string,
  personId: string,
  part: InvolvementPart,
): Promise<void> {
  await uow
    .trx('involvements')
    .insert({ subject_id: subjectId, person_id: personId, part })
    .onConflict(['subject_id', 'person_id', 'part'])
    .ignore();
}

/** One standing declaration per person and party; repeating it changes nothing. */
export async function addConflict(
  uow: Uow,
  personId: string,
  partyKey: string,
  reason: string,
): Promise<void> {
  await uow.trx.raw(
    `insert into conflicts_of_interest (id, person_id, party_key, reason) values (?, ?, ?, ?)
     on conflict (person_id, party_key) where withdrawn_at is null do nothing`,
    [uow.id(), personId, partyKey, reason],
  );
}

/** How many active people in a deciding role may take this kind of work on this subject. */
export async function countEligible(
  uow: Uow,
  kind: WorkKind,
  subjectId: string,
  partyKey: string,
): Promise<number> {
  const found = await uow.trx.raw<{ rows: { n: number }[] }>(
    `select count(*)::int as n from person_view p
     where p.state = 'active'
       and exists (select from person_role_view r where r.person_id = p.id and r.role = any(?))
       and not exists (select from conflicts_of_interest c
         where c.person_id = p.id and c.party_key = ? and c.withdrawn_at is null)
       and not exists (select from involvements i
         where i.subject_id = ? and i.person_id = p.id and i.part = any(?))`,
    [[...decidingRoles], partyKey, subjectId, [...excludingParts[kind]]],
  );
  return found.rows[0]?.n ?? 0;
}

/** The roles of an active person; undefined for anybody else. */
export async function rolesOf(uow: Uow, personId: string): Promise<Role[] | undefined> {
  const found = await uow.trx.raw<{ rows: { roles: Role[] }[] }>(
    `select array(select role from person_role_view r where r.person_id = p.id and r.role <> 'lead') as roles
     from person_view p where p.id = ? and p.state = 'active'`,
    [personId],
  );
  return found.rows[0]?.roles;
}
