import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoApplications } from '../../../seeds/demo/content.ts';
import type { Ending } from '../../../seeds/demo/plan.ts';
import { seedDemo, seedDemoOnce } from '../../../seeds/demo/run.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
let seconds = 0;

beforeAll(async () => {
  app = await startTestApp({ mode: 'demo' });
  const before = process.cpuUsage();
  await seedDemo(app.services);
  const { user, system } = process.cpuUsage(before);
  seconds = (user + system) / 1_000_000;
});
afterAll(() => app.stop());

interface Standing {
  domain: string;
  state: string;
  item: string | null;
  overdue: boolean | null;
  decision: string | null;
  reminded: number;
  round: number;
  preferred: boolean;
}

/** Where an application stands, in the words of the plans. */
function endingOf(one: Standing): Ending {
  if (one.decision === 'awaiting_second') return 'awaiting_second';
  if (one.decision === 'scheduled') return 'scheduled';
  if (one.state === 'in_review') {
    if (one.item === 'claimed' || one.item === 'held') return one.item;
    if (one.round > 0) return 'submitted_again';
    return one.overdue ? 'overdue' : 'waiting';
  }
  return one.state as Ending;
}

async function standings(): Promise<Standing[]> {
  const { rows } = await app.services.db.raw<{ rows: Standing[] }>(
    `select coalesce(nullif(a.web_domain, ''), d.document #>> '{organisation,web_domain}') as domain, a.state, a.reminded,
       a.round, w.state as item, w.due_at < assay_now() as overdue, w.preferred_id is not null as preferred,
       (select state from decisions x where x.application_id = a.id order by decided_at desc limit 1) as decision
     from applications a left join application_drafts d on d.application_id = a.id
     left join work_items w on w.subject_id = a.id and w.state not in ('done', 'cancelled')`,
  );
  return rows;
}

describe('seed demo', () => {
  it('brings every application to where its story ends', async () => {
    const found = new Map((await standings()).map((one) => [one.domain, endingOf(one)]));
    const told = demoApplications().map((one) => {
      const parts = 'form' in one ? one.form : one.draft;
      return [one.key, found.get(parts.organisation?.web_domain ?? '')];
    });
    expect(told).toEqual(demoApplications().map((one) => [one.key, one.plan.ends]));
  });

  // Counted is this process's own work: the first start waits for it, on machines that do nothing else.
  it('takes less than 10 seconds of work', () => {
    expect(seconds).toBeLessThan(10);
  });

  it('reminds one of the two applicants who are to answer, and keeps the answer for who asked', async () => {
    const all = await standings();
    expect(
      all
        .filter((one) => one.state === 'changes_requested')
        .map((one) => one.reminded)
        .sort(),
    ).toEqual([0, 1]);
    expect(all.filter((one) => endingOf(one) === 'submitted_again').map((one) => one.preferred)).toEqual([
      true,
    ]);
  });

  it('makes a specialist of everybody whose approval is final, and keeps every letter', async () => {
    const count = async (table: string, where: Record<string, string>) =>
      Number((await app.services.db(table).where(where).count({ n: '*' }))[0]?.n);
    const finals = demoApplications().filter((one) => one.plan.ends === 'approved').length;
    expect(await count('specialists', {})).toBe(finals);
    expect(await count('mails', { template: 'approved' })).toBe(finals);
    expect(await count('mails', { state: 'sent' })).toBe(0);
  });

  it('tells every event in the order of its time and sets the clock back', async () => {
    const { rows } = await app.services.db.raw<{
      rows: { offset: string; future: number; months: number }[];
    }>(
      `select clock_offset::text as offset, (select count(*)::int from events where recorded_at > assay_now()) as future,
         (select count(distinct date_trunc('day', recorded_at))::int from events) as months from installation`,
    );
    expect(rows[0]).toMatchObject({ offset: '00:00:00', future: 0 });
    expect(rows[0]?.months).toBeGreaterThan(30);
  });

  it('opens each application in the desk', async () => {
    const reviewer = await app.signIn('reviewer');
    const rows = await app.services
      .db('applications')
      .whereNot({ state: 'draft' })
      .select('id', 'trading_name');
    const answers = await Promise.all(
      rows.map(async (row) => [row.trading_name, (await reviewer.get(`/api/applications/${row.id}`)).status]),
    );
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  });

  it('is made once', async () => {
    const before = (await standings()).length;
    await seedDemoOnce(app.services, () => undefined);
    await seedDemo(app.services);
    expect((await standings()).length).toBe(before);
  });

  it('shows the newly arrived one read as soon as a worker runs', async () => {
    await app.runJobs();
    const all = await standings();
    expect(all.filter((one) => one.state === 'submitted')).toEqual([]);
  });
});
