import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportLog } from '../../../server/audit/export.ts';
import { record } from '../../../server/audit/record.ts';
import { sealEvents } from '../../../server/audit/seal.ts';
import { publicKeys, verifyLog } from '../../../server/audit/verify.ts';
import { systemActor } from '../../../server/kernel/actor.ts';
import { connect } from '../../../server/platform/db/connect.ts';
import { newId } from '../../../server/platform/ids.ts';
import { type Keys, parseKeys } from '../../../server/platform/keys.ts';
import { makeRunUow, type RunUow } from '../../../server/platform/uow.ts';
import { asSuperuser } from '../../support/cluster.ts';
import { freshDatabase, type TestDatabase } from '../../support/postgres.ts';

const verifier = fileURLToPath(new URL('../../support/independent-verifier.mjs', import.meta.url));

function testKeys(): Keys {
  const entry = (kind: string) => `${kind}:t1:${Buffer.alloc(32, kind).toString('base64url')}`;
  const parsed = parseKeys(['hmac', 'personal', 'signing'].map(entry).join(' '));
  if ('mistakes' in parsed) throw new Error(parsed.mistakes.join(' '));
  return parsed.keys;
}

describe('the event log', () => {
  const keys = testKeys();
  let database: TestDatabase;
  let db: Knex;
  let owner: Knex;
  let run: RunUow;
  let outside: string;

  const write = (count: number) =>
    run({ actor: systemActor('test') }, async (uow) => {
      for (let n = 0; n < count; n += 1)
        await record(uow, {
          type: 'test.happened',
          subject: { kind: 'test', id: newId() },
          data: { n },
          texts: { reason: `because ${n}` },
        });
    });
  const seal = () => sealEvents(db, keys.signing, outside);
  /** Transactions of other databases of the cluster hold sealing back, so it is repeated for a while. */
  const sealAll = async () => {
    for (let tries = 0; tries < 100; tries += 1) {
      await seal();
      if ((await verdict()).unsealed === 0) return;
      await new Promise((done) => setTimeout(done, 100));
    }
  };
  const verdict = () => verifyLog(db, publicKeys(keys), outside);

  beforeAll(async () => {
    database = await freshDatabase();
    db = connect(database.appUrl, { max: 4, applicationName: 'test' });
    owner = connect(database.adminUrl, { max: 2, applicationName: 'test-owner' });
    await owner('installation').insert({ mode: 'test' }).onConflict('singleton').ignore();
    run = makeRunUow(db, async () => undefined, keys.hmac);
    outside = join(await mkdtemp(join(tmpdir(), 'assay-log-')), 'checkpoints.jsonl');
  });
  afterAll(async () => {
    await db.destroy();
    await owner.destroy();
    await database.drop();
  });

  it('is sealed in positions without gaps and holds against its checkpoints, inside and outside', async () => {
    await write(7);
    await Promise.all([seal(), seal(), seal()]);
    await sealAll();
    await write(5);
    await sealAll();
    const result = await verdict();
    expect(result).toMatchObject({ ok: true, size: 12, unsealed: 0, problems: [] });
    expect((await readFile(outside, 'utf8')).trim().split('\n').length).toBeGreaterThanOrEqual(2);
  });

  it('never takes an event of a transaction that is still running, however late it commits', async () => {
    const late = await db.transaction();
    await late.raw(
      "insert into events (id, type, subject_kind, subject_id, actor_kind) values (?, 'test.late', 'test', ?, 'system')",
      [newId(), newId()],
    );
    await write(1);
    await seal();
    const before = await verdict();
    await late.commit();
    await sealAll();
    const after = await verdict();
    expect(after).toMatchObject({ ok: true, unsealed: 0 });
    expect(after.size).toBe(before.size + before.unsealed + 1);
  });

  it('keeps texts apart: the event holds a keyed digest, and erasing the text leaves the proof whole (trust 51)', async () => {
    await db('event_texts').where('body', 'because 3').update({ body: null, erased_at: new Date() });
    expect(await verdict()).toMatchObject({ ok: true });
  });

  it.each(['update events set type = ?', 'delete from events where type <> ?'])(
    'cannot be rewritten by the serving role: %s',
    async (sql) => {
      await expect(db.raw(sql, ['x.y'])).rejects.toThrow(/permission denied|append-only/);
    },
  );

  it('refuses even its owner an update, a delete and a truncate', async () => {
    await expect(owner.raw("update events set type = 'x.y'")).rejects.toThrow(/append-only/);
    await expect(owner.raw('delete from event_positions')).rejects.toThrow(/append-only/);
    await expect(owner.raw('truncate events cascade')).rejects.toThrow(/append-only/);
  });

  it('is proved by a second, independent program from an export', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'assay-export-')), 'log.jsonl');
    const text = await exportLog(db, keys);
    await writeFile(file, text);
    expect(JSON.parse(execFileSync(process.execPath, [verifier, file], { encoding: 'utf8' }))).toMatchObject({
      ok: true,
    });
    await writeFile(file, text.replace('test.happened', 'test.harmless'));
    expect(() => execFileSync(process.execPath, [verifier, file], { stdio: 'pipe' })).toThrow();
  });

  it('trust 49: rows edited by the table owner behind the triggers are exposed by the checkpoints', async () => {
    const superUrl = process.env.ASSAY_TEST_SUPER_URL ?? '';
    const name = new URL(database.appUrl).pathname.slice(1);
    const url = new URL(superUrl);
    url.pathname = `/${name}`;
    await asSuperuser(url.toString(), async (client) => {
      await client.query('alter table events disable trigger events_append_only');
      await client.query("update events set data = '{\"n\": 99}' where data ->> 'n' = '2'");
      await client.query('alter table events enable always trigger events_append_only');
    });
    const result = await verdict();
    expect(result.ok).toBe(false);
    expect(result.problems.join('\n')).toMatch(/was altered/);
  });

  it('trust 50: when the event cannot be written, the change fails with it', async () => {
    const id = newId();
    await expect(
      run({ actor: systemActor('test') }, async (uow) => {
        await uow.trx('rate_windows').insert({ bucket: id, window_start: new Date(), hits: 1 });
        await record(uow, { type: 'not a type', subject: { kind: 'test', id } });
      }),
    ).rejects.toThrow();
    expect(await db('rate_windows').where({ bucket: id })).toEqual([]);
  });
});
