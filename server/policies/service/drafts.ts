import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { policyLifecycle } from '../lifecycle.ts';
import { changesBetween } from '../rules/diff.ts';
import { nextVersion } from '../rules/next-version.ts';
import type { PolicyKind } from '../schema/policy.ts';
import {
  changePolicy,
  insertDraft,
  lockPolicy,
  newestPublished,
  type PolicyRow,
} from '../store/policy-versions.ts';
import { policyType } from './registry.ts';

export const personOf = (uow: Uow): string => {
  if (uow.actor.kind !== 'person') throw new Problem('forbidden');
  return uow.actor.id;
};

/** The document with the number it would be published under, and how far it is from the newest published book. */
export function numbered(kind: PolicyKind, published: PolicyRow, document: unknown) {
  const changes = changesBetween(published.document, document);
  const version = nextVersion(published.version, changes, policyType(kind).wording);
  const whole =
    typeof document === 'object' && document !== null && !Array.isArray(document)
      ? { ...document, version }
      : document;
  return { changes: changes.length, content: { kind, version, document: whole } };
}

/**
 * Opens a draft, from the newest published book or from a document brought along. Throws `conflict` (draft_open) while
 * another draft of the kind is open.
 */
export async function startDraft(
  uow: Uow,
  input: { kind: PolicyKind; document?: unknown },
): Promise<{ id: string; revision: number }> {
  const author = personOf(uow);
  const published = await newestPublished(uow, input.kind);
  const imported = input.document !== undefined;
  const { content } = numbered(input.kind, published, imported ? input.document : published.document);
  const id = await insertDraft(uow, { ...content, based_on: published.id, author_id: author });
  await record(uow, {
    type: 'policy.drafted',
    subject: { kind: 'policy', id, version: 1 },
    data: { kind: input.kind, based_on: published.version, imported },
  });
  return { id, revision: 1 };
}

/**
 * Keeps an edited draft, broken ones too: what is wrong is shown beside it, and only publishing needs it sound.
 * Whoever edits cannot publish. Throws `stale_version`, `wrong_state`.
 */
export async function editDraft(
  uow: Uow,
  input: { id: string; revision: number; document: unknown },
): Promise<{ revision: number }> {
  const editor = personOf(uow);
  const row = await lockPolicy(uow, input.id, input.revision);
  step(policyLifecycle, row.state, 'edit');
  const published = await newestPublished(uow, row.kind);
  const { changes, content } = numbered(row.kind, published, input.document);
  const revision = await changePolicy(uow, row, {
    content,
    based_on: published.id,
    editors: [...new Set([...row.editors, editor])],
  });
  await record(uow, {
    type: 'policy.edited',
    subject: { kind: 'policy', id: row.id, version: revision },
    data: { kind: row.kind, changes },
  });
  return { revision };
}

/** Gives a draft up, or refuses one for good; it stays readable. Throws `stale_version`, `wrong_state`. */
export async function discardDraft(
  uow: Uow,
  input: { id: string; revision: number; reason: string },
): Promise<{ revision: number }> {
  personOf(uow);
  const row = await lockPolicy(uow, input.id, input.revision);
  const state = step(policyLifecycle, row.state, 'discard');
  const revision = await changePolicy(uow, row, { state });
  await record(uow, {
    type: 'policy.discarded',
    subject: { kind: 'policy', id: row.id, version: revision },
    data: { kind: row.kind },
    texts: { reason: input.reason },
  });
  return { revision };
}
