import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record } from '../../../server/audit/record.ts';
import { systemActor } from '../../../server/kernel/actor.ts';
import { Problem } from '../../../server/kernel/problem.ts';
import { connect } from '../../../server/platform/db/connect.ts';
import type { Uow } from '../../../server/platform/uow.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { asSuperuser } from '../../support/cluster.ts';
import { intakeKey, sending, totals, traces } from './machines.ts';

let app: TestApp;
let owner: Knex;
const actor = systemActor('test');

beforeAll(async () => {
  app = await startTestApp();
  owner = connect(app.database.adminUrl, { max: 2, applicationName: 'assay-test' });
});
afterAll(async () => {
  await owner.destroy();
  await app.stop();
});

const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
  const error = await work.then(
    () => new Error('it succeeded'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Problem) return error;
  throw error;
};

const superUrl = () => process.env.ASSAY_TEST_SUPER_URL ?? '';
const kill = (pid: number) =>
  asSuperuser(superUrl(), (client) => client.query('select pg_terminate_backend($1)', [pid]));

async function writeSomething(uow: Uow): Promise<void> {
  await uow.trx('rate_windows').insert({ bucket: uow.id(), window_start: new Date(), hits: 1 });
  await record(uow, { type: 'test.happened', subject: { kind: 'test', id: uow.id() } });
}

/** Makes every COMMIT after an insert into the table wait, so that a test can do something meanwhile. */
async function slowCommits(table: string): Promise<() => Promise<void>> {
  await owner.raw(`create function slow_commit() returns trigger language plpgsql
    as $$ begin perform pg_sleep(5); return null; end $$`);
  await owner.raw(`create constraint trigger slow_commit after insert on ${table}
    deferrable initially deferred for each row execute function slow_commit()`);
  return async () => {
    await owner.raw('drop function slow_commit() cascade');
  };
}

/** The backend that is waiting in its COMMIT. */
async function committing(): Promise<number> {
  const name = new URL(app.database.appUrl).pathname.slice(1);
  for (let tries = 0; tries < 100; tries += 1) {
    const pid = await asSuperuser(superUrl(), async (client) => {
      const { rows } = await client.query(
        "select pid from pg_stat_activity where datname = $1 and state = 'active' and query ilike 'commit%'",
        [name],
      );
      return rows[0]?.pid;
    });
    if (pid) return pid;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('no transaction is committing');
}

describe('a connection dies', () => {
  it('trust 4: between two statements: the command fails as unavailable and left nothing behind', async () => {
    const before = await totals(app);
    const problem = await problemOf(
      app.services.run({ actor }, async (uow) => {
        await writeSomething(uow);
        const { rows } = await uow.trx.raw<{ rows: { pid: number }[] }>('select pg_backend_pid() as pid');
        await kill(rows[0]?.pid ?? 0);
        await writeSomething(uow);
      }),
    );
    expect(problem.code).toBe('unavailable');
    expect(await totals(app)).toEqual(before);
  });

  it('trust 4: and the pool gives a living connection to whoever comes next', async () => {
    await app.services.run({ actor }, writeSomething);
    expect((await app.anonymous().get('/readyz')).status).toBe(200);
  });

  it('trust 4: during COMMIT: the outcome is said to be unknown, and the key settles it', async () => {
    const machine = app.withKey(await intakeKey(app));
    const fast = await slowCommits('applications');
    const asked = machine.post('/api/intake/applications', sending('ext-c'), { key: 'unsure' });
    await kill(await committing());
    const reply = await asked;
    await fast();
    expect(reply.status).toBe(503);
    expect(reply.body.code).toBe('unknown_outcome');
    expect(reply.headers.get('retry-after')).toBe('2');
    const again = await machine.post('/api/intake/applications', sending('ext-c'), { key: 'unsure' });
    expect(again.status).toBe(201);
    expect((await traces(app, 'ext-c')).applications).toHaveLength(1);
  });

  it('trust 2: a statement that failed and was caught never lets the rest count as done', async () => {
    const before = await totals(app);
    const swallowed = app.services.run({ actor }, async (uow) => {
      await writeSomething(uow);
      await uow.trx.raw('select 1 / 0').catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow(/ROLLBACK/);
    expect(await totals(app)).toEqual(before);
  });

  it('trust 7: with every connection of the pool taken, a command is refused within seconds and health answers', async () => {
    const held = await Promise.all(Array.from({ length: 12 }, () => app.services.db.transaction()));
    try {
      const asked = Date.now();
      const health = await app.anonymous().get('/healthz');
      expect(health.status).toBe(200);
      const reply = await app.anonymous().post('/api/portal/applications', { locale: 'en' });
      expect(reply.status).toBe(503);
      expect(reply.body.code).toBe('unavailable');
      expect(Date.now() - asked).toBeLessThan(4_000);
    } finally {
      await Promise.all(held.map((trx) => trx.rollback()));
    }
    expect((await app.anonymous().post('/api/portal/applications', { locale: 'en' })).status).toBe(201);
  });
});

describe('transactions collide', () => {
  const bucket = (name: string) => ({ bucket: name, window_start: new Date(0), hits: 0 });

  it('trust 10: two that wait for each other are both done, one of them at its second try', async () => {
    await app.services.db('rate_windows').insert([bucket('left'), bucket('right')]);
    let attempts = 0;
    const raise = (first: string, second: string) => {
      return app.services.run({ actor }, async (uow) => {
        attempts += 1;
        await uow.trx('rate_windows').where({ bucket: first }).increment('hits', 1);
        await new Promise((done) => setTimeout(done, 200));
        await uow.trx('rate_windows').where({ bucket: second }).increment('hits', 1);
      });
    };
    await Promise.all([raise('left', 'right'), raise('right', 'left')]);
    expect(attempts).toBe(3);
    const rows = await app.services.db('rate_windows').whereIn('bucket', ['left', 'right']);
    expect(rows.map((row) => row.hits)).toEqual([2, 2]);
  });

  it.each([
    ['40P01', 'a deadlock'],
    ['40001', 'a serialization failure'],
  ])('trust 10: %s (%s) is tried three times, then said to be a conflict', async (sqlState) => {
    let attempts = 0;
    const before = await totals(app);
    const problem = await problemOf(
      app.services.run({ actor }, async (uow) => {
        attempts += 1;
        await writeSomething(uow);
        await uow.trx.raw(
          `do $$ begin raise exception 'made for a test' using errcode = '${sqlState}'; end $$`,
        );
      }),
    );
    expect(attempts).toBe(3);
    expect(problem.code).toBe('conflict');
    expect(await totals(app)).toEqual(before);
  });
});
