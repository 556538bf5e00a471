import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  append,
  emptyFrontier,
  emptyRoot,
  leafHash,
  nodeHash,
  rootOf,
} from '../../../server/audit/merkle.ts';

/** The recursive definition of RFC 6962, 2.1. */
function plain(entries: string[]): Buffer {
  if (entries.length === 0) return createHash('sha256').digest();
  if (entries.length === 1) return leafHash(entries[0] ?? '');
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return nodeHash(plain(entries.slice(0, split)), plain(entries.slice(split)));
}

const grown = (entries: string[]): Buffer => {
  const frontier = emptyFrontier();
  for (const entry of entries) append(frontier, leafHash(entry));
  return rootOf(frontier);
};

describe('the tree over the event log (RFC 6962)', () => {
  it('has the hash of nothing while it is empty', () => {
    expect(emptyRoot().toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('tells leaves and nodes apart, so that a node never passes for an entry', () => {
    const [a, b] = [leafHash('a'), leafHash('b')];
    expect(nodeHash(a, b).equals(leafHash(Buffer.concat([a, b])))).toBe(false);
  });

  it('grown entry by entry has the root of the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 70 }), (entries) => {
        expect(grown(entries).equals(plain(entries))).toBe(true);
      }),
    );
  });

  it('changes its root when any entry changes', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 40 }), fc.nat(), (entries, at) => {
        const altered = entries.map((entry, index) => (index === at % entries.length ? `${entry}!` : entry));
        expect(grown(altered).equals(grown(entries))).toBe(false);
      }),
    );
  });
});
