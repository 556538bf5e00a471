import type { Knex } from 'knex';
import type { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { possible } from '../../kernel/machine.ts';
import type { Grant } from '../../platform/http/route.ts';
import { policyLifecycle } from '../lifecycle.ts';
import { type PolicyWhole, policyWhole } from '../read/policies.ts';
import { changesBetween } from '../rules/diff.ts';
import { publisherRefusal } from '../rules/publisher.ts';
import type { policyDocumentReply } from '../schema/policy.ts';
import { faultsOf } from './registry.ts';

type Page = z.input<typeof policyDocumentReply>;

function blockedBy(
  command: string,
  book: PolicyWhole,
  page: Omit<Page, 'commands'>,
  person: string,
): string | null {
  if (command !== 'propose' && command !== 'publish') return null;
  if (page.changes.length === 0) return 'no_change';
  if (page.faults.length > 0) return 'faults';
  if (command === 'propose') return null;
  return publisherRefusal({ authorId: book.author_id, editors: book.editors }, person);
}

/**
 * A book with its differences from the one it was based on, everything that keeps it from being published, and the
 * commands this person has now. Throws `not_found`.
 */
export async function policyPage(db: Knex, id: string, actor: Actor, edits: Grant): Promise<Page> {
  const book = await policyWhole(db, id);
  const earlier = book.based_on_id ? await policyWhole(db, book.based_on_id) : null;
  const open = book.state === 'draft' || book.state === 'in_review';
  const page = {
    ...book,
    based_on: earlier && { id: earlier.id, version: earlier.version },
    changes: earlier ? changesBetween(earlier.document, book.document) : [],
    faults: open ? faultsOf(book.kind, book.document) : [],
  };
  const person = actor.kind === 'person' ? actor.id : '';
  const commands =
    edits === 'none'
      ? []
      : possible(policyLifecycle, book.state, 'person').map((command) => {
          const blocked = blockedBy(command, book, page, person);
          return { command, allowed: blocked === null, blocked_by: blocked };
        });
  return { ...page, commands };
}
