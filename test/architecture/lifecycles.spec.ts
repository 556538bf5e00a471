import knex, { type Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whatIfLifecycle } from '../../server/analytics/lifecycle.ts';
import { applicationLifecycle, rescoreLifecycle } from '../../server/applications/lifecycle.ts';
import { decisionLifecycle } from '../../server/applications/rules/decision-states.ts';
import { rescoreModes, skipReasons } from '../../server/applications/schema/rescore.ts';
import { draftKinds } from '../../server/applications/schema/review.ts';
import { claimVerdictNames } from '../../server/benchmarks/schema/reply.ts';
import { overrideLifecycle, sheetLifecycle } from '../../server/compliance/lifecycle.ts';
import { fileTypes } from '../../server/files/schema.ts';
import { portalPurposes, roles } from '../../server/kernel/actor.ts';
import { mailLifecycle } from '../../server/notifications/lifecycle.ts';
import { personMachine, roleRequestMachine } from '../../server/people/lifecycle.ts';
import { policyLifecycle } from '../../server/policies/lifecycle.ts';
import { openWorkChoices } from '../../server/policies/schema/policy.ts';
import { workItemLifecycle } from '../../server/queue/lifecycle.ts';
import { involvementParts, workKinds } from '../../server/queue/rules/eligibility.ts';
import { specialistLifecycle } from '../../server/specialists/lifecycle.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { sourcesIn } from './sources.ts';

/** Each state column and the state table of its room that it must agree with. */
const lifecycles: Record<string, { name: string; states: readonly string[]; initial: string }> = {
  'applications.state': applicationLifecycle,
  'decisions.state': decisionLifecycle,
  'mails.state': mailLifecycle,
  'persons.state': personMachine,
  'policy_versions.state': policyLifecycle,
  'rescore_runs.state': rescoreLifecycle,
  'what_if_runs.state': whatIfLifecycle,
  'overrides.state': overrideLifecycle,
  'reading_sheets.state': sheetLifecycle,
  'role_requests.state': roleRequestMachine,
  'specialists.state': specialistLifecycle,
  'work_items.state': workItemLifecycle,
};

/** Other closed columns and the vocabulary they must agree with. */
const vocabularies: Record<string, readonly string[]> = {
  'claims.worst_verdict': claimVerdictNames,
  'files.media_type': fileTypes,
  'involvements.part': involvementParts,
  'person_roles.role': [...roles, 'lead'],
  'policy_versions.open_work': openWorkChoices,
  'portal_links.purpose': portalPurposes,
  'rescore_runs.mode': rescoreModes,
  'rescore_skips.reason': skipReasons,
  'review_drafts.kind': draftKinds,
  'work_items.kind': workKinds,
};

/** State columns without a state table, and why that is right. */
const withoutTable: Record<string, string> = {
  'sessions.state': 'steps of signing in, moved by people/rules/sessions.ts',
  'change_requests.state': 'follows the application: asked, answered with a resubmission, accepted or lapsed',
  'norm_versions.state': 'published by the installation, superseded by the next version',
  'work_item_counts.state': 'counts by the state of work_items',
  'claims.state': 'self-declared until badges are granted',
};

describe('closed columns of the database', () => {
  let database: TestDatabase;
  let db: Knex;
  const allowed = new Map<string, string[]>();

  beforeAll(async () => {
    database = await freshDatabase();
    db = knex({ client: 'pg', connection: database.adminUrl, pool: { min: 0, max: 1 } });
    const { rows } = await db.raw<{ rows: { column: string; definition: string }[] }>(
      `select t.relname || '.' || a.attname as column, pg_get_constraintdef(c.oid) as definition
       from pg_constraint c join pg_class t on t.oid = c.conrelid
       join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
       where c.contype = 'c' and t.relnamespace = 'public'::regnamespace and cardinality(c.conkey) = 1`,
    );
    for (const { column, definition } of rows) {
      const list = /^CHECK \(\(+\w+ = ANY \(+ARRAY\[(.+)\]/.exec(definition)?.[1];
      if (list) allowed.set(column, [...list.matchAll(/'([^']*)'/g)].map(([, value]) => value ?? '').sort());
    }
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it.each(Object.entries(lifecycles))('%s holds exactly the states of its lifecycle', (column, machine) => {
    expect(allowed.get(column)).toEqual([...machine.states].sort());
    expect(machine.states).toContain(machine.initial);
  });

  it.each(Object.entries(vocabularies))('%s holds exactly its vocabulary', (column, words) => {
    expect(allowed.get(column)).toEqual([...words].sort());
  });

  it('has a lifecycle, or a reason for none, behind every column named state', async () => {
    const { rows } = await db.raw<{ rows: { column: string }[] }>(
      `select c.table_name || '.' || c.column_name as column from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and c.column_name = 'state' and t.table_type = 'BASE TABLE'`,
    );
    const columns = rows.map(({ column }) => column).sort();
    expect(columns).toEqual(
      [...Object.keys({ ...lifecycles, ...withoutTable })].filter((one) => one.endsWith('.state')).sort(),
    );
    expect(columns.filter((column) => !allowed.has(column))).toEqual(['work_item_counts.state']);
  });

  it('tests every state table the rooms define', () => {
    const defined = sourcesIn('server')
      .filter(({ path }) => path !== 'server/kernel/machine.ts')
      .flatMap(({ text }) => [...text.matchAll(/defineMachine(?:<[^>]*>)?\(\{\s*name: '(\w+)'/g)])
      .map(([, name]) => name);
    expect(defined.sort()).toEqual(
      Object.values(lifecycles)
        .map(({ name }) => name)
        .sort(),
    );
  });
});
