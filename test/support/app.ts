import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromKnex, PgBoss } from 'pg-boss';
import { buildApp } from '../../server/app.ts';
import { installReferenceData } from '../../server/install.ts';
import { type Role, systemActor } from '../../server/kernel/actor.ts';
import { createPerson } from '../../server/people/service/create-person.ts';
import { openSession } from '../../server/people/service/session.ts';
import { moveClock as moveDatabaseClock } from '../../server/platform/clock.ts';
import { connect } from '../../server/platform/db/connect.ts';
import type { Mailer, OutgoingMail } from '../../server/platform/mailer.ts';
import type { Services } from '../../server/platform/services.ts';
import { openServices, prepareDatabase, readConfig } from '../../server/process.ts';
import { roomJobs } from '../../server/rooms.ts';
import { Client } from './client.ts';
import { freshDatabase, type TestDatabase } from './postgres.ts';

export interface TestApp {
  url: string;
  services: Services;
  database: TestDatabase;
  /** What was handed to the fake mail server, oldest first. */
  sent: OutgoingMail[];
  /** A signed-in person with this role; a new person at each call. */
  signIn(role: Role | 'lead', name?: string): Promise<Client & { personId: string }>;
  anonymous(): Client;
  withKey(key: string): Client;
  /** Runs every job that is due until none is left; jobs by the clock only when named. */
  runJobs(...cron: string[]): Promise<number>;
  /** Moves the installation's clock forward, from where it stands. */
  moveClock(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): Promise<void>;
  stop(): Promise<void>;
}

const testKeys = ['hmac', 'personal', 'signing']
  .map((kind) => `${kind}:test1:${Buffer.alloc(32, kind).toString('base64url')}`)
  .join(' ');

export interface TestAppOptions {
  mode?: 'test' | 'demo' | 'real';
  mail?: 'caught' | 'kept';
  /** Workers run as in a real start, for tests that wait as a person would. */
  workers?: boolean;
  env?: Record<string, string>;
}

/** A whole server on a free port over a database of its own, with mail caught and no workers running. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  process.env.ASSAY_LOG ??= 'silent';
  const database = await freshDatabase();
  const varDir = await mkdtemp(join(tmpdir(), 'assay-test-'));
  const config = readConfig(
    {
      DATABASE_URL: database.appUrl,
      DATABASE_ADMIN_URL: database.adminUrl,
      ASSAY_KEYS: testKeys,
      PORT: '0',
      PUBLIC_URL: 'http://localhost:8080',
      ...options.env,
    },
    { varDir },
  );
  config.demo = options.mode === 'demo';
  await prepareDatabase(
    { appUrl: database.appUrl, adminUrl: database.adminUrl, stop: async () => undefined },
    config,
    options.mode ?? 'test',
  );
  const open = await openServices(
    config,
    { appUrl: database.appUrl, adminUrl: database.adminUrl, stop: async () => undefined },
    options.workers ?? false,
  );
  const sent: OutgoingMail[] = [];
  const mailer: Mailer = {
    async send(mail) {
      sent.push(mail);
      return '250 caught';
    },
  };
  open.services.mailer = options.mail === 'kept' ? null : mailer;
  await installReferenceData(open.services);
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  config.publicUrl = url;
  server.on('request', buildApp(open.services, join(config.root, 'dist'), { draining: false }));
  open.services.live.start();
  if (options.workers) await open.jobs.work(roomJobs, open.services);
  const owner = connect(database.adminUrl, { max: 2, applicationName: 'assay-test' });
  const boss = new PgBoss({
    connectionString: database.appUrl,
    max: 2,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  // dropping the database cuts a connection that is just being closed; that is no failure of the test
  boss.on('error', () => undefined);
  await boss.start();
  let offsetMs = 0;
  let people = 0;
  return {
    url,
    services: open.services,
    database,
    sent,
    async signIn(role, name) {
      people += 1;
      const roles = role === 'lead' ? (['reviewer', 'lead'] as const) : ([role] as const);
      const { id, session } = await open.services.run({ actor: systemActor('test') }, async (uow) => {
        const person = await createPerson(uow, {
          email: `${role}-${people}@desk.example`,
          name: name ?? `${role} ${people}`,
          roles: [...roles],
          // long enough ago to be nobody's first day
          grantedAt: new Date((await uow.now()).getTime() - 7 * 86_400_000),
        });
        return { id: person.id, session: await openSession(uow, person.id, { secondFactor: true }) };
      });
      return Object.assign(new Client(url, { cookie: `assay=${session.token}`, csrf: session.csrf }), {
        personId: id,
      });
    },
    anonymous: () => new Client(url),
    withKey: (key) => new Client(url, { headers: { authorization: `Bearer ${key}` } }),
    runJobs: (...cron) => runDueJobs(boss, open.services, cron),
    async moveClock({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
      const byMs = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
      offsetMs += byMs;
      await moveDatabaseClock(owner, offsetMs);
      // The job tables keep real time: what would have become due in the meantime is made due.
      await owner.raw(
        "update pgboss.job set start_after = start_after - make_interval(secs => ?) where state in ('created', 'retry')",
        [byMs / 1000],
      );
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await boss.stop({ graceful: false });
      await open.close();
      await owner.destroy();
      await database.drop();
      await rm(varDir, { recursive: true, force: true });
    },
  };
}

/** Fetches and runs due jobs by hand, in this process, with the same fencing as the worker. Returns how many ran. */
export async function runDueJobs(
  boss: PgBoss,
  services: Services,
  cron: readonly string[] = [],
): Promise<number> {
  for (const name of cron) await boss.send(name, {});
  let ran = 0;
  for (let again = true; again; ) {
    again = false;
    for (const definition of roomJobs) {
      const jobs = await boss.fetch<Record<string, string | number>>(definition.name, { batchSize: 50 });
      for (const job of jobs) {
        again = true;
        ran += 1;
        await definition.handle({
          services,
          data: job.data ?? {},
          jobId: job.id,
          attempt: 0,
          finish: (work) =>
            services.run({ actor: systemActor(definition.name) }, async (uow) => {
              const result = await work(uow);
              await boss.complete(definition.name, job, null, { db: fromKnex(uow.trx) });
              return result;
            }),
        });
      }
    }
  }
  return ran;
}
