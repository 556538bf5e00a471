import { fireEvent, screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeItem } from './dossier.ts';
import { always, button, command, inWorld, open, posted, problem, rows, server, session } from './world.tsx';

inWorld();

const ids = ['0199a000-0000-7000-8000-0000000000b1', '0199a000-0000-7000-8000-0000000000b2'] as const;
const named = (label: string) => ({ ...makeItem().subject, label });
const [oak, elm] = [
  makeItem({ id: ids[0], subject: named('Hollow Oak') }),
  makeItem({ id: ids[1], subject: named('Tall Elm'), version: 8 }),
];
const people = [
  { id: 'p1', name: 'Ines Marlow', roles: ['reviewer'], holding: 2, barred: [] },
  {
    id: 'p2',
    name: 'Pavel Orr',
    roles: ['reviewer'],
    holding: 0,
    barred: [{ item_id: ids[0], why: 'conflict_of_interest' }],
  },
];
const result = (item: typeof oak, more: object = {}) => ({
  id: item.id,
  ok: true,
  code: null,
  params: {},
  item: { ...item, state: 'claimed', holder: { id: 'p1', name: 'Ines Marlow' } },
  ...more,
});

beforeEach(() => {
  server.use(
    http.get('/api/session', () => HttpResponse.json({ ...session(), ...leading() })),
    http.get('/api/work-items', () => rows([oak, elm])),
    http.get('/api/work-items/candidates', () => HttpResponse.json(people)),
    ...always.slice(1),
  );
});
const leading = () => {
  const { person, permissions } = session();
  return { person: { ...person, lead: true }, permissions: { ...permissions, 'queue.lead': 'all' } };
};
const reason = 'Pavel is on leave this week.';
const say = async () =>
  fireEvent.change(await screen.findByRole('textbox', { name: /Reason/ }), { target: { value: reason } });
const dialog = () => screen.findByRole('dialog');

describe('a lead in the queue', () => {
  it('gives one item to somebody who may take it, and sees why others may not', async () => {
    server.use(command('/api/work-items/bulk/assign', { done: 1, refused: 0, results: [result(oak)] }));
    open('/work-items');
    fireEvent.click(await button('Assign Hollow Oak'));
    const barred = await screen.findByRole('radio', { name: /Pavel Orr declared a conflict of interest/ });
    expect(barred).toHaveProperty('disabled', true);
    fireEvent.click(await screen.findByRole('radio', { name: /Ines Marlow holds 2 items/ }));
    await say();
    fireEvent.click(within(await dialog()).getByRole('button', { name: 'Assign' }));
    expect(await screen.findByText('Now with Ines Marlow')).toBeTruthy();
    expect(posted[0]?.body).toEqual({
      person_id: 'p1',
      reason,
      items: [{ id: oak.id, version: oak.version }],
    });
  });

  it('trust 17: gives several in one command and shows what became of each row', async () => {
    server.use(
      command('/api/work-items/bulk/assign', {
        done: 1,
        refused: 1,
        results: [
          result(oak),
          result(elm, { ok: false, code: 'stale_version', params: { version: 9 }, item: elm }),
        ],
      }),
    );
    open('/work-items');
    await screen.findAllByText('Tall Elm');
    const [, ...boxes] = screen.getAllByRole('checkbox');
    for (const box of boxes) fireEvent.click(box);
    fireEvent.click(await screen.findByRole('button', { name: 'Assign' }));
    fireEvent.click(
      await screen.findByRole('radio', { name: /Pavel Orr holds 0 items, may not take 1 of these 2/ }),
    );
    await say();
    fireEvent.click(within(await dialog()).getByRole('button', { name: 'Assign' }));
    expect(await screen.findByText('1 item was changed. 1 stayed as it was:')).toBeTruthy();
    const lines = within(await dialog()).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      expect.stringMatching(/not changed.*Tall Elm.*Somebody changed this meanwhile/),
      expect.stringMatching(/done.*Hollow Oak.*Now with Ines Marlow/),
    ]);
    expect(posted).toHaveLength(1);
  });

  it('takes an item back into the queue', async () => {
    const held = makeItem({ id: ids[0], state: 'claimed', holder: { id: 'p1', name: 'Ines Marlow' } });
    server.use(
      http.get('/api/work-items', () => rows([held])),
      command('/api/work-items/bulk/take-back', {
        done: 1,
        refused: 0,
        results: [{ ...result(held), item: makeItem({ id: ids[0] }) }],
      }),
    );
    open('/work-items');
    fireEvent.click(await button('Assign Hollow Oak'));
    fireEvent.click(await screen.findByRole('radio', { name: /Back into the queue/ }));
    await say();
    fireEvent.click(await button('Take back'));
    expect(await screen.findByText('Waits in the queue again')).toBeTruthy();
    expect(posted[0]).toMatchObject({ path: '/api/work-items/bulk/take-back', body: { reason } });
  });

  it('keeps what was typed when the command is refused whole, and tries again under the same key', async () => {
    const keys: (string | null)[] = [];
    server.use(
      http.post('/api/work-items/bulk/assign', ({ request }) => {
        keys.push(request.headers.get('idempotency-key'));
        return problem(503, 'unavailable');
      }),
    );
    open('/work-items');
    fireEvent.click(await button('Assign Hollow Oak'));
    fireEvent.click(await screen.findByRole('radio', { name: /Ines Marlow/ }));
    await say();
    for (const times of [1, 2]) {
      fireEvent.click(within(await dialog()).getByRole('button', { name: 'Assign' }));
      await screen.findAllByText(/briefly not available/);
      await expect.poll(() => keys.length).toBe(times);
    }
    expect(screen.getByDisplayValue(reason)).toBeTruthy();
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).toBe(keys[0]);
  });
});

describe('somebody who is no lead', () => {
  it('is offered neither assigning nor picking rows', async () => {
    server.use(...always);
    server.use(http.get('/api/work-items', () => rows([oak])));
    open('/work-items');
    expect((await screen.findAllByText('Hollow Oak')).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: /Assign/ })).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
