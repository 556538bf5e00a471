import { describe, expect, it } from 'vitest';
import { engines, freeRooms, kinds, levelOf, rooms, uses, visible } from './house.ts';
import { type Source, sourcesIn } from './sources.ts';

const server = sourcesIn('server');
const adminUi = sourcesIn('admin-ui');

const roomOf = (path: string): string | undefined => {
  const [, room = ''] = path.split('/');
  return rooms.includes(room) ? room : undefined;
};
const kindOf = (path: string): string => (path.split('/')[2] ?? '').replace(/\.ts$/, '');
const engineOf = (path: string): string | undefined =>
  Object.keys(engines).find((folder) => path.startsWith(`${folder}/`));

function wrongImports(check: (from: Source, to: string) => string | undefined, all: Source[]): string[] {
  return all.flatMap((source) =>
    source.imports.flatMap((to) => {
      const wrong = check(source, to);
      return wrong ? [`${source.path} imports ${to}: ${wrong}`] : [];
    }),
  );
}

describe('the house', () => {
  it('has no room and no top-level file that is not in the plan', () => {
    const strange = server.filter(({ path }) => {
      const parts = path.split('/');
      if (parts.length === 2)
        return !['main.ts', 'app.ts', 'rooms.ts', 'process.ts', 'install.ts', 'identity.ts'].includes(
          parts[1] ?? '',
        );
      return parts[1] !== 'cli' && roomOf(path) === undefined;
    });
    expect(
      strange.map(
        ({ path }) =>
          `${path}: put it into a room of the house, or add the room to test/architecture/house.ts`,
      ),
    ).toEqual([]);
  });

  it('keeps to the nine kinds of file inside a room', () => {
    const strange = server.filter(({ path }) => {
      const room = roomOf(path);
      if (!room || freeRooms.includes(room) || engineOf(path)) return false;
      return !(kinds as readonly string[]).includes(kindOf(path));
    });
    expect(strange.map(({ path }) => `${path}: rename it to one of ${kinds.join(', ')}`)).toEqual([]);
  });

  it('has no index files, which hide where a thing is', () => {
    expect(
      [...server, ...adminUi].filter(({ path }) => /\/index\.tsx?$/.test(path)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('lets a room use only lower rooms, and of them only service, events and schema', () => {
    const wrong = wrongImports(({ path }, to) => {
      const from = roomOf(path);
      const other = roomOf(to);
      if (!from || !other || from === other) return undefined;
      if (levelOf(other) >= levelOf(from))
        return `${other} is not below ${from}; let the higher room subscribe to the lower one's event`;
      if (['kernel', 'platform', 'audit', 'people', 'access'].includes(other) || engineOf(to))
        return undefined;
      return visible.includes(kindOf(to))
        ? undefined
        : `only ${visible.join(', ')} of ${other} may be seen; call its service`;
    }, server);
    expect(wrong).toEqual([]);
  });

  it('lets each kind use only what the table of kinds allows of its own room', () => {
    const wrong = wrongImports(({ path }, to) => {
      const room = roomOf(path);
      if (!room || freeRooms.includes(room) || engineOf(path) || roomOf(to) !== room || engineOf(to))
        return undefined;
      const allowed = uses[kindOf(path) as keyof typeof uses];
      return allowed.includes(kindOf(to)) ? undefined : `${kindOf(path)} may use ${allowed.join(', ')}`;
    }, server);
    expect(wrong).toEqual([]);
  });

  it('lets nothing import the command line, the composition or the tests', () => {
    const wrong = wrongImports(({ path }, to) => {
      if (path.startsWith('server/cli/')) return undefined;
      if (to.startsWith('server/cli/')) return 'nothing imports the command line';
      if (roomOf(path) && /^server\/[a-z]+\.ts$/.test(to)) return 'rooms do not know who composes them';
      return to.startsWith('test/') ? 'code does not import tests' : undefined;
    }, server);
    expect(wrong).toEqual([]);
  });

  it('keeps kernel and the engines pure: no node: imports, no other library than their own', () => {
    const pure = server.filter(({ path }) => roomOf(path) === 'kernel' || engineOf(path));
    const wrong = pure.flatMap(({ path, packages, imports }) => {
      const engine = engineOf(path);
      const allowed = engine ? (engines[engine] ?? []) : ['zod'];
      return [
        ...packages.filter((name) => !allowed.includes(name)).map((name) => `${path} imports ${name}`),
        ...imports
          .filter(
            (to) =>
              roomOf(to) !== 'kernel' && engineOf(to) !== engine && !(engine && kindOf(to) === 'schema'),
          )
          .map((to) => `${path} imports ${to}`),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('lets admin-ui import from the server only schemas, the kernel vocabulary and the permission matrix', () => {
    const wrong = wrongImports((_, to) => {
      if (!to.startsWith('server/')) return undefined;
      const fine =
        to === 'server/access/matrix.ts' ||
        roomOf(to) === 'kernel' ||
        kindOf(to) === 'schema' ||
        /\/schema\//.test(to);
      return fine ? undefined : 'the console sees schemas and the permission matrix, nothing else';
    }, adminUi);
    expect(wrong).toEqual([]);
  });

  it('has no import cycle', () => {
    const graph = new Map([...server, ...adminUi].map((source) => [source.path, source.imports]));
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]): void => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
        return;
      }
      state.set(path, 'open');
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('keeps every file under 200 lines', () => {
    const everywhere = ['server', 'admin-ui', 'migrations', 'seeds', 'test', 'bench', 'scripts'].flatMap(
      (folder) => sourcesIn(folder),
    );
    const long = everywhere.filter(({ path, lines }) => lines >= 200 && !/\.gen\.ts$/.test(path));
    expect(long.map(({ path, lines }) => `${path} has ${lines} lines: is it two things?`)).toEqual([]);
  });

  it('stands alone: nothing reads outside the repository or names a machine', () => {
    const everywhere = ['server', 'admin-ui', 'migrations', 'seeds', 'test', 'bench', 'scripts'].flatMap(
      (folder) => sourcesIn(folder),
    );
    const leaks = everywhere.filter(
      ({ path, text }) =>
        path !== 'test/architecture/imports.spec.ts' &&
        /\.\.\/shared\/(data|design)|\/(home|root|work)\/[a-z]/.test(text),
    );
    expect(leaks.map(({ path }) => path)).toEqual([]);
  });
});
