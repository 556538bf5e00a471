import { readFile } from 'node:fs/promises';
import { loadRubricBook } from '../seeds/policies/rubric.ts';
import { openMonths } from './audit/months.ts';
import { installNorms } from './benchmarks/service/install-norms.ts';
import { installationActor } from './kernel/actor.ts';
import type { Services } from './platform/services.ts';
import type { PolicyKind } from './policies/schema/policy.ts';
import { installFirstBooks } from './policies/service/install-first-books.ts';

const seed = (name: string) => new URL(`../seeds/${name}`, import.meta.url);

const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(seed(name), 'utf8'));

const books: readonly { kind: PolicyKind; version: string; load: () => unknown }[] = [
  { kind: 'rubric', version: '1.0', load: loadRubricBook },
  { kind: 'plausibility', version: '1.0', load: () => json('policies/plausibility-1.0.json') },
  { kind: 'deadlines', version: '1.0', load: () => json('policies/deadlines-1.0.json') },
];

/**
 * Opens the log's months, for a server that was off for long, and publishes version 1 of the rule books and of the norms
 * where there are none yet. Safe to run at every start.
 */
export async function installReferenceData(services: Services): Promise<void> {
  await openMonths(services.db);
  const published = await services.db('policy_view').where({ state: 'published' }).pluck<string[]>('kind');
  const norms = await services.db('norm_version_view').where({ state: 'published' }).first();
  if (books.every(({ kind }) => published.includes(kind)) && norms) return;
  const documents = await Promise.all(
    books.map(async ({ kind, version, load }) => ({ kind, version, document: await load() })),
  );
  const figures = await readFile(seed('norms/published-benchmarks.csv'), 'utf8');
  await services.run({ actor: installationActor }, async (uow) => {
    await uow.trx.raw('select pg_advisory_xact_lock(4711003)');
    await installFirstBooks(uow, documents);
    await installNorms(uow, figures);
  });
}
