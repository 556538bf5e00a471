import { createKey } from '../../../server/access/service/api-keys.ts';
import { systemActor } from '../../../server/kernel/actor.ts';
import type { TestApp } from '../../support/app.ts';
import { intakeForm } from '../../support/forms.ts';

let made = 0;

/** The secret of a new API key that may hand in applications. */
export async function intakeKey(app: TestApp): Promise<string> {
  made += 1;
  const { key } = await app.services.run({ actor: systemActor('test') }, (uow) =>
    createKey(uow, { name: `Partner ${made}`, scopes: ['intake'] }),
  );
  return key;
}

/** What a partner sends: a complete application under a name of its own. */
export const sending = (external_id: string) => ({ external_id, locale: 'en', form: intakeForm() });

/** Everything a handed-in application leaves behind: rows, events, jobs and stored replies. */
export async function traces(app: TestApp, externalId: string) {
  const { db } = app.services;
  const applications = await db('applications').where({ external_id: externalId }).select('id', 'state');
  const ids = applications.map((one: { id: string }) => one.id);
  const events = await db('events').whereIn('subject_id', ids).select('type');
  const jobs = await db.raw<{ rows: unknown[] }>(
    "select 1 from pgboss.job where data ->> 'subject_id' = any(?::text[])",
    [ids],
  );
  return { applications, events: events.map((one: { type: string }) => one.type), jobs: jobs.rows.length };
}

/** Everything counted, but for the note of a refusal, which is written when there is time: for effects whose rows have no name yet. */
export async function totals(app: TestApp) {
  const { rows } = await app.services.db.raw<{ rows: Record<string, number>[] }>(
    `select (select count(*) from applications) as applications, (select count(*) from events where type <> 'request.unknown_fields') as events,
            (select count(*) from pgboss.job) as jobs, (select count(*) from idempotency_keys) as keys`,
  );
  return rows[0];
}
