/** What this room records. */
export interface FileEvents {
  'file.stored': {
    subject_kind: string;
    subject_id: string;
    media_type: string;
    size: number;
    sha256: string;
  };
  'file.removed': { subject_kind: string; subject_id: string };
}
