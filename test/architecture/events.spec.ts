import { describe, expect, it } from 'vitest';
import { sourcesIn } from './sources.ts';

const server = sourcesIn('server');
const roomOf = (path: string): string => path.split('/')[1] ?? '';

/** Types written out where an event is recorded: `type: 'application.submitted'`, also the branches of a choice. */
const written = (text: string): string[] =>
  [...text.matchAll(/'([a-z_]+\.[a-z_]+)'/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => !/\.(ts|json|csv)$/.test(name));

describe('events', () => {
  const declared = new Map<string, Set<string>>();
  for (const { path, text } of server.filter(({ path }) => /\/events(\.ts|\/)/.test(path))) {
    const names = declared.get(roomOf(path)) ?? new Set<string>();
    for (const name of written(text)) names.add(name);
    declared.set(roomOf(path), names);
  }

  it('are declared by the room that records them', () => {
    const wrong = server
      .filter(({ path, text }) => /\brecord\(/.test(text) && /\/service(\.ts|\/)/.test(path))
      .flatMap(({ path, text }) => {
        const names = declared.get(roomOf(path)) ?? new Set<string>();
        const types = [...text.matchAll(/type:\s*'([a-z_]+\.[a-z_]+)'/g)].map((match) => match[1] ?? '');
        return types
          .filter((type) => !names.has(type))
          .map((type) => `${path} records ${type}: declare it in ${roomOf(path)}/events.ts`);
      });
    expect(wrong).toEqual([]);
  });

  it('are written by audit/record.ts and by nothing else', () => {
    const wrong = server.filter(
      ({ path, text }) =>
        path !== 'server/audit/record.ts' && /insert into events\b|\('events'\)\s*\.insert/.test(text),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
