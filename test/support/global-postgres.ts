import type { Embedded } from '../../server/platform/db/embedded/start.ts';
import { ensureTemplate, startTestCluster, tidy } from './cluster.ts';

// Several projects ask for the cluster in one run, each with its own copy of this module: the process keeps it.
type Shared = { users: number; cluster: Promise<Embedded> };
const holder = globalThis as typeof globalThis & { assayTestCluster?: Shared };

/** Starts the shared cluster before the first test and stops it after the last. */
export default async function setup(): Promise<() => Promise<void>> {
  holder.assayTestCluster ??= { users: 0, cluster: prepare() };
  const shared = holder.assayTestCluster;
  shared.users += 1;
  await shared.cluster;
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete holder.assayTestCluster;
    const cluster = await shared.cluster;
    await tidy(cluster);
    await cluster.stop();
  };
}

async function prepare(): Promise<Embedded> {
  const cluster = await startTestCluster();
  await tidy(cluster);
  process.env.ASSAY_TEST_RUN = String(process.pid);
  process.env.ASSAY_TEST_SUPER_URL = cluster.superUrl;
  process.env.ASSAY_TEST_ADMIN_URL = cluster.adminUrl;
  process.env.ASSAY_TEST_APP_URL = cluster.appUrl;
  process.env.ASSAY_TEST_TEMPLATE = await ensureTemplate(cluster);
  return cluster;
}
