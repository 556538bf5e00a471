import { Problem } from '../../kernel/problem.ts';
import { violates } from '../../platform/db/failures.ts';
import { canonical, sha256 } from '../../platform/digest.ts';
import type { PolicyVersions } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';
import type { Policy, PolicyKind } from '../schema/policy.ts';

export type PolicyRow = PolicyVersions;

/** The id and version of the book in force at an instant (now without one); its document is read apart, as it is large and cached. */
export async function headAt(
  uow: Uow,
  kind: PolicyKind,
  at?: Date,
): Promise<{ id: string; version: string } | undefined> {
  const when = at ?? uow.trx.raw('assay_now()');
  return (
    uow
      .trx('policy_versions')
      .where({ kind })
      .whereIn('state', ['published', 'superseded'])
      // The latest that had begun; before the first began, that first: the installation never knew another.
      .orderByRaw('(effective_from <= ?) desc, abs(extract(epoch from effective_from - ?))', [when, when])
      .first('id', 'version')
  );
}

export async function policyById(uow: Uow, id: string): Promise<Policy | undefined> {
  return uow.trx('policy_versions').where({ id }).first('id', 'kind', 'version', 'document');
}

/** The newest published book of a kind, in force or waiting for its day: what a draft is compared with. */
export async function newestPublished(uow: Uow, kind: PolicyKind): Promise<PolicyRow> {
  const row = await uow
    .trx('policy_versions')
    .where({ kind, state: 'published' })
    .orderBy('effective_from', 'desc')
    .forShare()
    .first();
  if (!row) throw new Error(`no ${kind} rule book is published: the installation is incomplete`);
  return row;
}

/** The book with its row locked, at the revision a person looked at. Throws `not_found`, `stale_version`. */
export async function lockPolicy(uow: Uow, id: string, revision: number): Promise<PolicyRow> {
  const row = await uow.trx('policy_versions').where({ id }).forUpdate().first();
  if (!row) throw new Problem('not_found');
  if (row.revision !== revision) throw new Problem('stale_version', { version: row.revision });
  return row;
}

type Content = Pick<PolicyRow, 'kind' | 'version' | 'document'>;
const contentColumns = ({ kind, version, document }: Content) => ({
  kind,
  version,
  document: JSON.stringify(document),
  digest: sha256(canonical(document)),
});

export async function insertPublished(uow: Uow, content: Content): Promise<string> {
  const id = uow.id();
  const now = await uow.now();
  await uow.trx('policy_versions').insert({
    ...contentColumns(content),
    id,
    state: 'published',
    author_kind: 'installation',
    effective_from: now,
    published_at: now,
  });
  return id;
}

/** Adds a draft. Throws `conflict` (draft_open) while another of its kind is open. */
export async function insertDraft(
  uow: Uow,
  content: Content & { based_on: string; author_id: string },
): Promise<string> {
  const id = uow.id();
  try {
    await uow.trx('policy_versions').insert({
      ...contentColumns(content),
      id,
      state: 'draft',
      author_kind: 'person',
      author_id: content.author_id,
      based_on: content.based_on,
      editors: [content.author_id],
      effective_from: await uow.now(),
    });
  } catch (error) {
    if (violates(error, 'policy_versions_open')) throw new Problem('conflict', { reason: 'draft_open' });
    throw error;
  }
  return id;
}

type Change = Partial<
  Pick<
    PolicyRow,
    | 'state'
    | 'summary'
    | 'publisher_id'
    | 'effective_from'
    | 'published_at'
    | 'editors'
    | 'based_on'
    | 'open_work'
  >
>;

/** Changes a locked book and moves its revision. */
export async function changePolicy(
  uow: Uow,
  row: PolicyRow,
  change: Change & { content?: Content },
): Promise<number> {
  const { content, ...columns } = change;
  const revision = row.revision + 1;
  await uow
    .trx('policy_versions')
    .where({ id: row.id, revision: row.revision })
    .update({ ...columns, ...(content ? contentColumns(content) : {}), revision });
  return revision;
}

/** Every published book of this kind whose day came before the newest one's in force is superseded; gives them back. */
export async function supersedeOlder(
  uow: Uow,
  kind: PolicyKind,
): Promise<Pick<PolicyRow, 'id' | 'version'>[]> {
  const head = await headAt(uow, kind);
  if (!head) return [];
  return uow
    .trx('policy_versions')
    .where({ kind, state: 'published' })
    .whereNot({ id: head.id })
    .where('effective_from', '<=', uow.trx.raw('assay_now()'))
    .update({ state: 'superseded' })
    .returning(['id', 'version']);
}

export const policyAsItStands = (
  uow: Uow,
  id: string,
): Promise<Pick<PolicyRow, 'id' | 'kind' | 'revision' | 'document'> | undefined> =>
  uow.trx('policy_versions').where({ id }).first('id', 'kind', 'revision', 'document');

/** What was chosen for open work when this book was published. Throws `not_found`. */
export async function openWorkOf(
  uow: Uow,
  id: string,
): Promise<Pick<PolicyRow, 'kind' | 'open_work' | 'effective_from'>> {
  const row = await uow.trx('policy_versions').where({ id }).first('kind', 'open_work', 'effective_from');
  if (!row) throw new Problem('not_found');
  return row;
}
