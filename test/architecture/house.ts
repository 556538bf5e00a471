/** The rooms from low to high; those on one line are beside each other and do not see each other. */
export const order: readonly (readonly string[])[] = [
  ['kernel'],
  ['platform'],
  ['audit'],
  ['people', 'access'],
  ['policies', 'files'],
  ['queue', 'notes'],
  ['specialists'],
  ['compliance', 'benchmarks'],
  ['references'],
  ['tiers'],
  ['badges'],
  ['applications', 'escalations'],
  ['monitoring'],
  ['appeals'],
  ['notifications', 'webhooks', 'analytics', 'search'],
];

export const rooms = order.flat();
export const levelOf = (room: string): number => order.findIndex((level) => level.includes(room));

export const kinds = [
  'routes',
  'schema',
  'service',
  'lifecycle',
  'rules',
  'store',
  'read',
  'events',
  'jobs',
] as const;

/** Rooms that name their own files. */
export const freeRooms = ['kernel', 'platform', 'audit', 'people', 'access'];

/** Pure engines: sub-folders that import only kernel and their own library. */
export const engines: Record<string, readonly string[]> = {
  'server/compliance/reader': ['franc-min', 'zod'],
  'server/benchmarks/plausibility': ['csv-parse/sync', 'zod'],
};

/** What each kind may use of its own room. */
export const uses: Record<(typeof kinds)[number], readonly string[]> = {
  routes: ['schema', 'service', 'read', 'routes', 'rules'],
  schema: ['schema', 'lifecycle'],
  service: ['lifecycle', 'rules', 'store', 'events', 'schema', 'service', 'read'],
  lifecycle: ['schema', 'lifecycle'],
  rules: ['schema', 'rules', 'lifecycle'],
  store: ['schema', 'store', 'lifecycle', 'rules'],
  read: ['schema', 'read', 'rules', 'lifecycle'],
  events: ['schema', 'events', 'rules'],
  jobs: ['service', 'schema', 'events', 'jobs', 'store', 'rules'],
};

/** The parts of another room that may be seen. */
export const visible = ['service', 'events', 'schema'];
