import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installReferenceData } from '../../server/install.ts';
import { type Role, systemActor } from '../../server/kernel/actor.ts';
import { createPerson } from '../../server/people/service/create-person.ts';
import { openSession } from '../../server/people/service/session.ts';
import type { Embedded } from '../../server/platform/db/embedded/start.ts';
import { startEmbedded } from '../../server/platform/db/embedded/start.ts';
import { newId } from '../../server/platform/ids.ts';
import {
  type Config,
  type OpenProcess,
  openServices,
  prepareDatabase,
  readConfig,
} from '../../server/process.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const keys = ['hmac', 'personal', 'signing']
  .map((kind) => `${kind}:bench:${Buffer.alloc(32, kind).toString('base64url')}`)
  .join(' ');

export interface Ground {
  database: Embedded;
  config: Config;
  open: OpenProcess;
  applications: number;
  env: NodeJS.ProcessEnv;
  /** The cookie and token of a new signed-in person. */
  person(role: Role): Promise<{ id: string; cookie: string; csrf: string }>;
}

/** A PostgreSQL of its own with durable settings, loaded once with the wanted number of applications. */
export async function openBench(): Promise<Ground> {
  process.env.ASSAY_LOG ??= 'silent';
  const wanted = Number(process.env.BENCH_APPLICATIONS ?? 1_000_000);
  const database = await startEmbedded({
    dataDir: process.env.BENCH_FOLDER ?? join(root, 'var', 'bench'),
    log: (line) => console.error(line),
  });
  const env = {
    ...process.env,
    DATABASE_URL: database.appUrl,
    DATABASE_ADMIN_URL: database.adminUrl,
    ASSAY_KEYS: keys,
    PUBLIC_URL: 'http://localhost:8080',
    ASSAY_DEMO: '',
  };
  const config = readConfig(env);
  config.demo = false;
  const place = { appUrl: database.appUrl, adminUrl: database.adminUrl, stop: async () => undefined };
  await prepareDatabase(place, config, 'test');
  const open = await openServices(config, place, false);
  await installReferenceData(open.services);
  const counted = await open.services.db('applications').count<{ count: number }[]>('* as count');
  const present = Number(counted[0]?.count ?? 0);
  if (present < wanted) {
    console.error(`loading ${wanted - present} applications (have ${present})`);
    const { seedLoad } = await import('../../seeds/load/run.ts');
    await seedLoad(open.services, wanted - present, (line: string) => console.error(line));
    await open.services.db.raw('select 1');
  }
  return {
    database,
    config,
    open,
    applications: Math.max(wanted, present),
    env,
    async person(role) {
      return open.services.run({ actor: systemActor('bench') }, async (uow) => {
        const made = await createPerson(uow, {
          email: `${newId()}@bench.example`,
          name: 'Bench',
          roles: [role],
        });
        const session = await openSession(uow, made.id, { secondFactor: true });
        return { id: made.id, cookie: `assay=${session.token}`, csrf: session.csrf };
      });
    },
  };
}

export async function closeBench(ground: Ground): Promise<void> {
  await ground.open.close();
  await ground.database.stop();
}
