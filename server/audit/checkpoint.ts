import type { KeyObject } from 'node:crypto';
import { sign, verify } from 'node:crypto';

/** A signed statement "the log had `size` events with this root". */
export interface Checkpoint {
  size: number;
  root: string;
  key_id: string;
  signature: string;
  signed_at: string;
}

const text = (size: number, root: Buffer) =>
  Buffer.from(`assay event log\n${size}\n${root.toString('base64')}\n`);

export const signCheckpoint = (size: number, root: Buffer, key: KeyObject): Buffer =>
  sign(null, text(size, root), key);

export const checkpointHolds = (size: number, root: Buffer, signature: Buffer, key: KeyObject): boolean =>
  verify(null, text(size, root), key, signature);
