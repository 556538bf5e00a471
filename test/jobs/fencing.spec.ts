import type { Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../../server/kernel/actor.ts';
import { connect } from '../../server/platform/db/connect.ts';
import { deadLetters, type JobDefinition, type Jobs, openJobs } from '../../server/platform/jobs/boss.ts';
import type { Services } from '../../server/platform/services.ts';
import { makeRunUow } from '../../server/platform/uow.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

const hmacKey = { id: 't', key: Buffer.alloc(32) };

async function until(check: () => Promise<boolean> | boolean, seconds = 20): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (await check()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('it did not happen in time');
}

describe('jobs', () => {
  let database: TestDatabase;
  let db: Knex;
  let owner: Knex;
  const open: Jobs[] = [];

  beforeEach(async () => {
    process.env.ASSAY_LOG ??= 'silent';
    database = await freshDatabase();
    db = connect(database.appUrl, { max: 6, applicationName: 'test' });
    owner = connect(database.adminUrl, { max: 2, applicationName: 'test-owner' });
    await owner('installation').insert({ mode: 'test' }).onConflict('singleton').ignore();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((jobs) => jobs.stop()));
    await db.destroy();
    await owner.destroy();
    await database.drop();
  });

  /** A worker process of its own: its jobs, its own runner. */
  async function worker(definitions: JobDefinition[], working = true) {
    const jobs = await openJobs(database.appUrl, definitions, working);
    open.push(jobs);
    const run = makeRunUow(db, jobs.enqueue, hmacKey);
    const services = { db, run } as unknown as Services;
    if (working) await jobs.work(definitions, services);
    return { jobs, run };
  }

  const hit = (bucket: string) => db('rate_windows').insert({ bucket, window_start: new Date(), hits: 1 });
  const hits = async (bucket: string) => (await db('rate_windows').where({ bucket })).length;

  it('are taken up one after the other without a pause while there is work', async () => {
    const tally: JobDefinition = {
      name: 'test.tally',
      handle: ({ data, finish }) => finish(async () => void (await hit(`tally ${data.n}`))),
    };
    const done = () => db('rate_windows').where('bucket', 'like', 'tally %');
    const { run } = await worker([tally]);
    await run({ actor: systemActor('test') }, async (uow) => {
      for (let n = 0; n < 60; n += 1) await uow.enqueue({ name: 'test.tally', data: { n } });
    });
    // a pause of half a second after each would take half a minute
    await until(async () => (await done()).length === 60, 15);
  });

  it('run after the commit of the transaction that asked for them, and never when it rolled back', async () => {
    const ran: string[] = [];
    const echo: JobDefinition = {
      name: 'test.echo',
      handle: ({ data, finish }) => finish(async () => void ran.push(String(data.word))),
    };
    const { run } = await worker([echo]);
    await run({ actor: systemActor('test') }, (uow) =>
      uow.enqueue({ name: 'test.echo', data: { word: 'kept' } }),
    );
    await run({ actor: systemActor('test') }, async (uow) => {
      await uow.enqueue({ name: 'test.echo', data: { word: 'lost' } });
      throw new Error('rolled back');
    }).catch(() => undefined);
    await until(() => ran.length > 0);
    await new Promise((done) => setTimeout(done, 1_200));
    expect(ran).toEqual(['kept']);
  });

  it('trust 46: a zombie that finishes after its job was given to another changes nothing', async () => {
    let entered = 0;
    let release: () => void = () => undefined;
    const gate = new Promise<void>((done) => {
      release = done;
    });
    const outcomes: string[] = [];
    const slow: JobDefinition = {
      name: 'test.slow',
      concurrency: 2,
      async handle({ finish }) {
        entered += 1;
        const me = entered;
        if (me === 1) await gate;
        try {
          await finish(async (uow) => {
            await uow
              .trx('rate_windows')
              .insert({ bucket: `effect-${me}`, window_start: new Date(), hits: 1 });
          });
          outcomes.push(`${me} finished`);
        } catch (error) {
          outcomes.push(`${me} fenced`);
          throw error;
        }
      },
    };
    const { run } = await worker([slow]);
    await run({ actor: systemActor('test') }, (uow) => uow.enqueue({ name: 'test.slow', data: { n: 1 } }));
    await until(() => entered === 1);
    // What the supervisor does with the job of a worker that fell silent.
    await owner.raw(
      "update pgboss.job set state = 'retry', retry_count = retry_count + 1, start_after = now() where name = 'test.slow'",
    );
    await until(() => outcomes.length === 1);
    release();
    await until(() => outcomes.length === 2);
    expect(outcomes).toEqual(['2 finished', '1 fenced']);
    expect(await hits('effect-1')).toBe(0);
    expect(await hits('effect-2')).toBe(1);
  });

  it('trust 47: a poison job ends as a dead letter that can be seen, and the queue flows on', async () => {
    const fine: number[] = [];
    const mixed: JobDefinition = {
      name: 'test.mixed',
      async handle({ data, finish }) {
        if (data.n === 0) throw new Error('poison');
        await finish(async () => void fine.push(Number(data.n)));
      },
    };
    const { run } = await worker([mixed]);
    for (const n of [0, 1, 2, 3])
      await run({ actor: systemActor('test') }, (uow) => uow.enqueue({ name: 'test.mixed', data: { n } }));
    await until(() => fine.length === 3);
    await owner.raw(
      "update pgboss.job set retry_count = retry_limit, start_after = now() where name = 'test.mixed' and state in ('retry', 'created')",
    );
    await until(async () => {
      const dead = await owner.raw<{ rows: { n: number }[] }>(
        'select count(*)::int as n from pgboss.job where name = ?',
        [deadLetters],
      );
      return (dead.rows[0]?.n ?? 0) === 1;
    });
    expect(fine).toEqual([1, 2, 3]);
  });

  it('trust 48: a job by the clock runs once a slot with two processes at work', async () => {
    const clock: JobDefinition = {
      name: 'test.by_clock',
      cron: '* * * * *',
      handle: ({ finish }) => finish((uow) => hit(`slot-${uow.id()}`).then(() => undefined)),
    };
    await worker([clock]);
    await worker([clock]);
    const count = async () => (await db('rate_windows').whereLike('bucket', 'slot-%')).length;
    await until(async () => (await count()) > 0, 100);
    await new Promise((done) => setTimeout(done, 3_000));
    expect(await count()).toBe(1);
  }, 120_000);
});
