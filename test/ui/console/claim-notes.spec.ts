import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import de from '../../../admin-ui/locales/de/console.json' with { type: 'json' };
import en from '../../../admin-ui/locales/en/console.json' with { type: 'json' };
import { arithmeticNotes } from '../../../server/benchmarks/schema/reply.ts';

const engine = join(import.meta.dirname, '../../../server/benchmarks/plausibility');
const source = readdirSync(engine)
  .map((name) => readFileSync(join(engine, name), 'utf8'))
  .join('\n');

describe('what the engine remarks on a claim', () => {
  const made = [...source.matchAll(/(?:code: |note\(|finding\()'(\w+)'/g)].map(([, code = '']) => code);
  const given = source.match(/caveats: \(([^)]*)\)/)?.[1]?.match(/\w+/g) ?? [];
  const codes = [...new Set([...made, ...given, ...arithmeticNotes])];

  it.each([
    ['English', en.claim.note],
    ['German', de.claim.note],
  ])('M37, M39: has words for every code in %s', (_, words) => {
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !(code in words))).toEqual([]);
  });
});
