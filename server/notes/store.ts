import type { Uow } from '../platform/uow.ts';

export interface NewNote {
  id: string;
  subject_kind: string;
  subject_id: string;
  author_id: string;
  body: string;
  mentions: string[];
  created_at: Date;
}

export async function insertNote(uow: Uow, note: NewNote): Promise<void> {
  await uow.trx('notes').insert(note);
}

export async function activePeople(uow: Uow): Promise<{ id: string; name: string }[]> {
  return uow.trx('person_view').where({ state: 'active' }).select('id', 'name');
}
