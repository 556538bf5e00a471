import type { ExportNote } from '../platform/http/list-csv.ts';
import type { Uow } from '../platform/uow.ts';
import { record } from './record.ts';

/** Writes down who took which list out of the house, with which filters, and how many rows went (trust 28). */
export async function recordListExport(uow: Uow, note: ExportNote): Promise<void> {
  const { q, ...filter } = note.filter;
  await record(uow, {
    type: note.ended ? 'export.finished' : 'export.started',
    subject: { kind: 'export', id: note.id },
    data: note.ended ? { list: note.list, ...note.ended } : { list: note.list, filter, sort: note.sort },
    // What was searched for may be a name.
    ...(typeof q === 'string' && !note.ended ? { texts: { q } } : {}),
  });
}
