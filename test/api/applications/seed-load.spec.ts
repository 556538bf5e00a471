import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedLoad } from '../../../seeds/load/run.ts';
import { formSchema } from '../../../server/applications/schema/form.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
const count = 400;

beforeAll(async () => {
  app = await startTestApp();
  await seedLoad(app.services, count, () => undefined);
});
afterAll(() => app.stop());

const number = async (sql: string): Promise<number> => {
  const { rows } = await app.services.db.raw<{ rows: { n: number }[] }>(sql);
  return Number(rows[0]?.n);
};

describe('seed load', () => {
  it('writes each application with its revision, statement, score, event and work item', async () => {
    for (const table of ['applications', 'application_revisions', 'statements', 'scores', 'work_items'])
      expect([table, await number(`select count(*) as n from ${table}`)]).toEqual([table, count]);
    expect(await number("select count(*) as n from events where type = 'application.submitted'")).toBe(count);
    expect(await number('select count(*) as n from claims')).toBe(2 * count);
    expect(
      await number(
        'select count(*) as n from claims c where not exists (select from claim_verdicts v where v.claim_id = c.id)',
      ),
    ).toBe(0);
    expect(
      await number(
        `select count(*) as n from applications a where (select count(distinct kind) from application_match_keys k
           where k.application_id = a.id) < 7`,
      ),
    ).toBe(0);
  });

  it('keeps the counters of the queue right', async () => {
    expect(await number("select sum(items) as n from work_item_counts where state = 'waiting'")).toBe(count);
  });

  it('copies the reading of a text to every application that has it, and its own to each other', async () => {
    expect(
      await number(
        `select count(*) as n from applications a join scores s on s.id = a.score_id
           join statements t on t.id = s.statement_id and t.subject_id = a.id
         where s.score = a.score and s.band = a.band`,
      ),
    ).toBe(count);
    expect(
      await number(
        `select count(*) as n from (select t.statement from statements t join scores s on s.statement_id = t.id
           group by t.statement, t.channels, t.regions having count(distinct s.reading::text) > 1) x`,
      ),
    ).toBe(0);
    await seedLoad(app.services, 40, () => undefined);
    expect(await number('select count(*) as n from applications')).toBe(count + 40);
  });

  it('sets foreign keys and indexes aside for a large load and puts every one back, validated', async () => {
    const structure = async () => {
      const { rows } = await app.services.db.raw<{ rows: { d: string }[] }>(
        `select conname || pg_get_constraintdef(oid) || convalidated as d from pg_constraint
           where conrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
         union all select pg_get_indexdef(indexrelid) from pg_index
           where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) order by 1`,
      );
      return rows.map((row) => row.d);
    };
    const before = await structure();
    await seedLoad(app.services, 60, () => undefined, { asideFrom: 1 });
    expect(await structure()).toEqual(before);
    expect(await number('select count(*) as n from applications')).toBe(count + 100);
  });

  it('keeps forms that are complete (M2) and say the statement that was read', async () => {
    const rows = await app.services
      .db('application_revisions as r')
      .join('statements as s', 's.subject_id', 'r.application_id')
      .limit(50)
      .select('r.document', 's.statement');
    for (const row of rows) {
      expect(formSchema.safeParse(row.document).error?.issues ?? []).toEqual([]);
      expect(row.document.statement).toBe(row.statement);
    }
  });
});
