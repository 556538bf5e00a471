import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { mentionsIn } from '../rules.ts';
import type { noteReply } from '../schema.ts';
import { activePeople, insertNote } from '../store.ts';

/** Adds an internal note. Whether the subject exists is the caller's to check; its version stays, a note is no decision. */
export async function addNote(
  uow: Uow,
  subject: { kind: string; id: string },
  body: string,
): Promise<z.input<typeof noteReply>> {
  if (uow.actor.kind !== 'person') throw new Problem('forbidden');
  const people = await activePeople(uow);
  const mentions = mentionsIn(body, people);
  const note = {
    id: uow.id(),
    subject_kind: subject.kind,
    subject_id: subject.id,
    author_id: uow.actor.id,
    body,
    mentions,
    created_at: await uow.now(),
  };
  await insertNote(uow, note);
  await record(uow, {
    type: 'note.added',
    subject,
    data: { note_id: note.id, mentions },
    texts: { note: body },
  });
  const { actor } = uow;
  const name = people.find(({ id }) => id === actor.id)?.name ?? '';
  return { id: note.id, author: { id: actor.id, name }, body, mentions, created_at: note.created_at };
}
