import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../../server/kernel/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const actor = systemActor('test');

describe('statements that travel together', () => {
  it('run in the order they were given, each with an answer of its own', async () => {
    const rows = await app.services.run({ actor }, (uow) =>
      Promise.all(
        Array.from({ length: 20 }, async (_, n) => {
          const { rows } = await uow.trx.raw<{ rows: { n: number; at: number }[] }>(
            'select ?::int as n, extract(epoch from clock_timestamp())::float8 as at',
            [n],
          );
          return rows[0];
        }),
      ),
    );
    expect(rows.map((row) => row?.n)).toEqual(Array.from({ length: 20 }, (_, n) => n));
    const at = rows.map((row) => row?.at ?? 0);
    expect([...at].sort((a, b) => a - b)).toEqual(at);
  });

  it('trust 10: are all taken back when one of them fails', async () => {
    const mode = () => app.services.db('rate_windows').where({ bucket: 'together' });
    await expect(
      app.services.run({ actor }, (uow) =>
        Promise.all([
          uow.trx('rate_windows').insert({ bucket: 'together', window_start: new Date(), hits: 1 }),
          uow.trx.raw('select 1 / ?::int', [0]),
          uow.trx('rate_windows').insert({ bucket: 'together', window_start: new Date(1), hits: 1 }),
        ]),
      ),
    ).rejects.toThrow();
    expect(await mode()).toEqual([]);
  });

  it('a text that comes again answers each time for its own values', async () => {
    for (let n = 0; n < 12; n += 1) {
      const { rows } = await app.services.db.raw('select ?::int + 1 as next, ?::text as word', [n, `w${n}`]);
      expect(rows).toEqual([{ next: n + 1, word: `w${n}` }]);
    }
  });
});
