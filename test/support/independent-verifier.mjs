// A second, independent check of an exported event log: plain Node, shares no code with the application.
// Usage: node test/support/independent-verifier.mjs EXPORT.jsonl   (exit 0: holds, 1: does not, with the reason)
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();

// The recursive definition of RFC 6962, section 2.1, with memo: slow and plain on purpose.
function treeHash(leaves, from, to) {
  const count = to - from;
  if (count === 0) return sha();
  if (count === 1) return sha(Buffer.from([0]), leaves[from]);
  let split = 1;
  while (split * 2 < count) split *= 2;
  return sha(Buffer.from([1]), treeHash(leaves, from, from + split), treeHash(leaves, from + split, to));
}

const lines = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const keys = new Map(
  lines
    .filter((line) => line.kind === 'key')
    .map((line) => [
      line.id,
      createPublicKey({ key: Buffer.from(line.spki, 'base64'), type: 'spki', format: 'der' }),
    ]),
);
const entries = lines.filter((line) => line.kind === 'entry');
const reasons = [];
entries.forEach((line, index) => {
  if (line.position !== index) reasons.push(`entry ${index} has position ${line.position}`);
});
const leaves = entries.map((line) => Buffer.from(line.entry));
const checkpoints = lines.filter((line) => line.kind === 'checkpoint');
for (const point of checkpoints) {
  const key = keys.get(point.key_id);
  const text = Buffer.from(`assay event log\n${point.size}\n${point.root}\n`);
  if (!key || !verify(null, text, key, Buffer.from(point.signature, 'base64')))
    reasons.push(`checkpoint ${point.size}: bad signature`);
  if (point.size > leaves.length) reasons.push(`checkpoint ${point.size}: the log is shorter`);
  else if (treeHash(leaves, 0, point.size).toString('base64') !== point.root)
    reasons.push(`checkpoint ${point.size}: another root`);
}
if (checkpoints.length === 0) reasons.push('no checkpoint');
console.log(
  JSON.stringify({
    ok: reasons.length === 0,
    entries: entries.length,
    checkpoints: checkpoints.length,
    reasons,
  }),
);
process.exit(reasons.length === 0 ? 0 : 1);
