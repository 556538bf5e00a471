/** What this room records, with the noted record as the subject. */
export interface NoteEvents {
  'note.added': { note_id: string; mentions: string[] };
}
