import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installReferenceData } from '../../server/install.ts';
import { systemActor } from '../../server/kernel/actor.ts';
import { connect } from '../../server/platform/db/connect.ts';
import { eachByItself } from '../../server/platform/uow.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('a job over many rows', () => {
  it('trust 47: leaves out the one that fails, with all it wrote, and does the others', async () => {
    const { services } = app;
    const done = await services.run({ actor: systemActor('test') }, (uow) =>
      eachByItself(uow, 'test', ['a', 'b', 'c', 'd'], async (row) => {
        await uow.trx('rate_windows').insert({ bucket: `rows:${row}`, window_start: new Date(0), hits: 1 });
        if (row === 'b') throw new Error('poison');
        if (row === 'c') await uow.trx.raw('select 1 / 0');
        return true;
      }),
    );
    expect(done).toBe(2);
    const kept = await services.db('rate_windows').where('bucket', 'like', 'rows:%').orderBy('bucket');
    expect(kept.map(({ bucket }) => bucket)).toEqual(['rows:a', 'rows:d']);
  });
});

describe('the months of the log', () => {
  it('are opened at the start too, for a server that was off when the nightly job should have run', async () => {
    const owner = connect(app.database.adminUrl, { max: 1, applicationName: 'assay-test' });
    const month = async () => {
      const found = await owner.raw<{ rows: { name: string }[] }>(
        "select 'events_' || to_char(assay_now() + interval '2 months', 'YYYYMM') as name",
      );
      return found.rows[0]?.name ?? '';
    };
    const name = await month();
    const isOpen = async () => (await owner.raw('select to_regclass(?) as it', [name])).rows[0].it !== null;
    await owner.raw('drop table ??', [name]);
    expect(await isOpen()).toBe(false);
    await installReferenceData(app.services);
    expect(await isOpen()).toBe(true);
    await owner.destroy();
  });
});
