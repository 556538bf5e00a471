import { defineConfig } from 'vitest/config';

const postgres = ['./test/support/global-postgres.ts'];

/** One project per folder of test/: node for the server, jsdom only for the console's screens. */
const server = (
  name: string,
  extra: { globalSetup?: string[]; testTimeout?: number; hookTimeout?: number },
) => ({
  test: {
    name,
    environment: 'node' as const,
    include: [`test/${name}/**/*.spec.ts`],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    ...extra,
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      server('architecture', { globalSetup: postgres }),
      server('rules', {}),
      server('api', { globalSetup: postgres }),
      server('jobs', { globalSetup: postgres }),
      server('migrations', { globalSetup: postgres, testTimeout: 120_000 }),
      {
        test: {
          name: 'ui',
          environment: 'jsdom' as const,
          include: ['test/ui/**/*.spec.ts', 'test/ui/**/*.spec.tsx'],
          testTimeout: 40_000,
          hookTimeout: 30_000,
        },
      },
      server('browser', { globalSetup: postgres, testTimeout: 120_000, hookTimeout: 120_000 }),
      server('setup', { testTimeout: 180_000, hookTimeout: 180_000 }),
    ],
  },
});
