import { fireEvent, screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { makeDossier } from './dossier.ts';
import { always, button, inWorld, open, problem, rows, server } from './world.tsx';

inWorld();

describe('exporting a list', () => {
  const listed = (answer: (request: Request) => Response) =>
    server.use(
      http.get('/api/applications', ({ request }) =>
        request.headers.get('accept') === 'text/csv' ? answer(request) : rows([makeDossier()]),
      ),
      ...always,
    );

  it('trust 28: asks the server for the list as it is filtered and sorted, and saves what it made', async () => {
    let asked = new URLSearchParams();
    listed((request) => {
      asked = new URL(request.url).searchParams;
      return new HttpResponse('id\r\n', { headers: { 'X-Export-More': 'true', 'X-Export-Max': '50000' } });
    });
    const kept = vi.fn(() => 'blob:made');
    Object.assign(URL, { createObjectURL: kept, revokeObjectURL: () => undefined });
    open(`/applications?filter=${encodeURIComponent('{"state":"in_review"}')}`);
    fireEvent.click(await button('Export'));
    expect(await screen.findByText(/first 50000 rows/)).toBeTruthy();
    expect(kept).toHaveBeenCalledOnce();
    expect(Object.fromEntries(asked)).toEqual({
      filter: '{"state":"in_review"}',
      sort: '["submitted_at","DESC"]',
    });
  });

  it('says why when the server refuses', async () => {
    listed(() => problem(429, 'too_many_requests', { params: { seconds: 10 } }));
    open('/applications');
    fireEvent.click(await button('Export'));
    expect(await screen.findByText(/Too many/i)).toBeTruthy();
  });
});
