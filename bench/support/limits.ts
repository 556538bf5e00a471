/** What a bare server would do for the same effect: one BEGIN ... COMMIT with the fewest statements. */

const event = (type: string) => ({
  text: `insert into events (id, type, subject_kind, subject_id, actor_kind) values (gen_random_uuid(), '${type}', 'bench', gen_random_uuid(), 'system')`,
  values: [],
});

/** A value the caller of the limit sends in its body, by name. */
const given = (field: string) => ({ given: field });

/** The lean claim: the oldest waiting item of one kind, allowed time and urgency, skipping locked ones, and its event. */
export const leanClaim = (allowedMinutes: number, personId: string) => ({
  transaction: true,
  statements: [
    {
      text: `update work_items set state = 'claimed', claimed_at = now(), lease_until = now() + interval '30 minutes',
        version = version + 1, holder_id = $1
        where id = (select id from work_items where state = 'waiting' and kind = 'application' and allowed_minutes = $2
          and not critical order by effective_start limit 1 for update skip locked)`,
      values: [personId, allowedMinutes],
    },
    event('bench.claimed'),
  ],
});

/** Update with version check, and its event. */
export const leanDecision = {
  transaction: true,
  statements: [
    {
      text: 'update applications set updated_at = now(), version = version + 1 where id = $1 and version >= $2',
      values: [given('id'), given('version')],
    },
    event('bench.decided'),
  ],
};

/** One application, its document and its event. */
export const leanSubmission = (document: unknown) => ({
  transaction: true,
  statements: [
    {
      text: `with a as (insert into applications (id, state, source, locale, primary_channel, country, submitted_at)
          values (gen_random_uuid(), 'submitted', 'api', 'en', 'paid_search', 'GB', now()) returning id)
        insert into application_revisions (application_id, revision, document) select id, 1, $1::jsonb from a`,
      values: [JSON.stringify(document)],
    },
    event('bench.submitted'),
  ],
});
