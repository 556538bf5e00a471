import { screen } from '@testing-library/react';
import { delay, HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { makeDossier, makeItem } from './dossier.ts';
import { always, command, inWorld, open, posted, problem, rows, server, session } from './world.tsx';

inWorld();

const at = '2026-11-20T10:00:00.000Z';
const person = {
  id: 'p1',
  name: 'Mara Lind',
  state: 'active',
  roles: ['reviewer'],
  lead: false,
  version: 1,
  created_at: at,
};
const key = {
  id: 'k1',
  name: 'Partner site',
  scopes: ['intake'],
  hint: 'abcd1234',
  created_at: at,
  last_used_at: null,
  revoked_at: null,
  version: 1,
};
const specialist = {
  ...makeDossier(),
  id: 's1',
  case_number: 'SPC-2026-000001',
  application_id: 'a1',
  tier: 'new_specialist',
  state: 'active',
  web_domain: 'hollow-oak.example',
  channels: [{ channel: 'paid_search', is_primary: true, accepted_at: at }],
  verticals: [],
  icp_sizes: [],
  engagement_models: [],
  standing: { open_high_flags: 0, open_concerns: 0 },
  created_at: at,
};
const mail = {
  id: 'm1',
  subject_kind: 'application',
  subject_id: 'a1',
  case_number: 'APP-2026-000007',
  template: 'received',
  locale: 'en',
  to_address: 'ada@hollow-oak.example',
  to_name: 'Ada Finch',
  subject: 'We have your application',
  state: 'kept',
  attempts: 1,
  last_error: null,
  created_at: at,
  sent_at: null,
  version: 1,
};
const event = {
  id: 'e1',
  recorded_at: at,
  position: 12,
  type: 'application.approved',
  subject_kind: 'application',
  subject_id: 'a1',
  subject_version: 3,
  actor: { kind: 'person', id: 'p1', name: 'Mara Lind' },
  request_id: null,
  data: {},
  texts: {},
  digests: {},
};
const policy = {
  id: 'r1',
  kind: 'rubric',
  version: '1.0',
  state: 'published',
  digest: 'x',
  author: { kind: 'installation', name: null },
  publisher: null,
  effective_from: at,
  published_at: at,
};

const job = {
  id: 'j1',
  name: 'notifications.deliver_mail',
  data: { mail_id: 'm1' },
  failed_at: at,
  attempts: 9,
  error: 'no mail server',
};

const resources = [
  { place: 'work-items', row: makeItem(), shows: 'Hollow Oak', empty: 'Nothing is open' },
  { place: 'applications', row: makeDossier(), shows: 'Hollow Oak', empty: 'No application yet' },
  { place: 'specialists', row: specialist, shows: 'Hollow Oak', empty: 'No specialist yet' },
  { place: 'mails', row: mail, shows: 'We have your application', empty: 'No mail yet' },
  { place: 'log', row: event, shows: 'Approved', empty: 'Nothing happened yet' },
  { place: 'policies', row: policy, shows: 'Compliance rubric', empty: 'No rule book' },
  { place: 'people', row: person, shows: 'Mara Lind', empty: 'Nobody yet' },
  { place: 'api-keys', row: key, shows: 'Partner site', empty: 'No key' },
  { place: 'failed-jobs', row: job, shows: 'notifications.deliver_mail', empty: 'No job failed' },
];

const everything = [
  http.get('/api/session', () => HttpResponse.json(session(['compliance_officer', 'auditor', 'admin']))),
  http.get('/api/role-requests', () => rows([])),
  http.get('/api/failed-jobs/count', () => HttpResponse.json({ failed: 0 })),
  ...always.slice(1),
];

describe.each(resources)('the list of $place', ({ place, row, shows, empty }) => {
  it('shows its rows', async () => {
    server.use(
      http.get(`/api/${place}`, () => rows([row])),
      ...everything,
    );
    open(`/${place}`);
    expect((await screen.findAllByText(shows)).length).toBeGreaterThan(0);
  });

  it('says that it is empty, and what to do', async () => {
    server.use(
      http.get(`/api/${place}`, () => rows([])),
      ...everything,
    );
    open(`/${place}`);
    expect(await screen.findByText(empty)).toBeTruthy();
  });

  it('keeps the place while it is on its way', async () => {
    server.use(
      http.get(`/api/${place}`, () => delay('infinite')),
      ...everything,
    );
    open(`/${place}`);
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
    expect((await screen.findAllByRole('status', { name: 'Loading …' })).length).toBeGreaterThan(0);
  });

  it('says what failed and offers to try again', async () => {
    server.use(
      http.get(`/api/${place}`, () => problem(503, 'unavailable')),
      ...everything,
    );
    open(`/${place}`);
    expect((await screen.findAllByText(/briefly not available/)).length).toBeGreaterThan(0);
    expect((await screen.findAllByRole('button', { name: 'Try again' })).length).toBeGreaterThan(0);
  });
});

describe('jobs that failed for good', () => {
  it('trust 47: are told to an admin at the top of every page, and can be tried again', async () => {
    server.use(
      http.get('/api/failed-jobs/count', () => HttpResponse.json({ failed: 2 })),
      http.get('/api/failed-jobs', () => rows([job, { ...job, id: 'j2' }])),
      command('/api/failed-jobs/:id/retry', { name: job.name }),
      ...everything,
    );
    open('/failed-jobs');
    expect(await screen.findByRole('link', { name: '2 jobs failed' })).toBeTruthy();
    const [again] = await screen.findAllByRole('button', { name: 'Try again' });
    again?.click();
    expect(await screen.findByText('One more attempt is on its way.')).toBeTruthy();
    expect(posted.map(({ path }) => path)).toEqual(['/api/failed-jobs/j1/retry']);
  });

  it('are no business of a reviewer', async () => {
    server.use(...always);
    open('/failed-jobs');
    expect(await screen.findByText('Your role does not open this')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /failed/ })).toBeNull();
  });
});

describe('a place the matrix closes', () => {
  it('says that another role is needed (M162)', async () => {
    server.use(...always);
    open('/people');
    expect(await screen.findByText('Your role does not open this')).toBeTruthy();
  });
});
