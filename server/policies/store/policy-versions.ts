import { canonical, sha256 } from '../../platform/digest.ts';
import type { PolicyVersions } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';
import type { Policy, PolicyKind } from '../schema.ts';

type Row = Pick<PolicyVersions, 'id' | 'kind' | 'version' | 'document'>;

/** The id and version of the book in force; the document is read apart, as it is large and cached. */
export async function publishedHead(
  uow: Uow,
  kind: PolicyKind,
): Promise<{ id: string; version: string } | undefined> {
  return uow.trx('policy_versions').where({ kind, state: 'published' }).first('id', 'version');
}

export async function policyById(uow: Uow, id: string): Promise<Policy | undefined> {
  return uow.trx<Row>('policy_versions').where({ id }).first('id', 'kind', 'version', 'document');
}

export async function insertPublished(
  uow: Uow,
  kind: PolicyKind,
  version: string,
  document: unknown,
): Promise<string> {
  const id = uow.id();
  const now = await uow.now();
  await uow.trx('policy_versions').insert({
    id,
    kind,
    version,
    state: 'published',
    document: JSON.stringify(document),
    digest: sha256(canonical(document)),
    author_kind: 'installation',
    effective_from: now,
    published_at: now,
  });
  return id;
}
