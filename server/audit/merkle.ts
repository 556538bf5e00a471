import { createHash } from 'node:crypto';

/** Hashing of RFC 6962: leaves and nodes are told apart by a prefix byte, so neither can pass for the other. */
const hash = (prefix: number, ...parts: Buffer[]): Buffer => {
  const digest = createHash('sha256').update(Buffer.from([prefix]));
  for (const part of parts) digest.update(part);
  return digest.digest();
};

export const leafHash = (entry: string | Buffer): Buffer => hash(0, Buffer.from(entry));
export const nodeHash = (left: Buffer, right: Buffer): Buffer => hash(1, left, right);
export const emptyRoot = (): Buffer => createHash('sha256').digest();

/** The roots of the full subtrees of a growing tree, largest first: enough to append and to compute the root. */
export interface Frontier {
  size: number;
  peaks: { height: number; root: Buffer }[];
}

export const emptyFrontier = (): Frontier => ({ size: 0, peaks: [] });

/** Appends one leaf hash in place. */
export function append(frontier: Frontier, leaf: Buffer): void {
  let node = { height: 0, root: leaf };
  for (let last = frontier.peaks.at(-1); last && last.height === node.height; last = frontier.peaks.at(-1)) {
    frontier.peaks.pop();
    node = { height: node.height + 1, root: nodeHash(last.root, node.root) };
  }
  frontier.peaks.push(node);
  frontier.size += 1;
}

/** The tree's root (RFC 6962, 2.1). */
export function rootOf(frontier: Frontier): Buffer {
  const [last, ...earlier] = [...frontier.peaks].reverse();
  if (!last) return emptyRoot();
  return earlier.reduce((right, peak) => nodeHash(peak.root, right), last.root);
}
