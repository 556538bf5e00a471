import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { fill, lastPost, makeWorld, problem, server, useWorld, visit } from './world.tsx';

describe('coming back by a link', () => {
  useWorld();

  it('exchanges the token and takes it out of the address bar', async () => {
    const world = makeWorld({}, { state: 'none', csrf: null });
    visit('/portal/application#t=abcDEF_123-xyz');
    await screen.findByRole('heading', { level: 1, name: 'Firm' });
    expect(lastPost(world, '/open')?.body).toEqual({ token: 'abcDEF_123-xyz' });
    expect(window.location.href).not.toContain('abcDEF');
  });

  it.each([
    [410, 'link_expired', 'This link has expired', /or have a new one sent to you here/],
    [410, 'link_used', 'This link was used already', /where your application stands/],
    [404, 'link_invalid', 'This link does not work', /copy it whole/],
    [429, 'too_many_requests', 'Too many tries', /Wait ten minutes/],
  ])('%i %s says what happened and what to do', async (status, code, title, advice) => {
    makeWorld({}, { state: 'none' });
    server.use(http.post('*/api/portal/open', () => problem(status, code)));
    visit(`/portal/application#t=token-${code}-0123456789`);
    await screen.findByRole('heading', { level: 1, name: title });
    screen.getByText(advice);
  });

  it('opens a link also where this browser still has another application open', async () => {
    const world = makeWorld({}, { csrf: 'csrf-of-the-open-one' });
    visit('/portal/application#t=another-link-in-the-same-browser-01');
    await screen.findByRole('heading', { level: 1, name: 'Firm' });
    expect(lastPost(world, '/open')?.csrf).toBe('csrf-of-the-open-one');
  });

  it('asks for a new link by mail, and the answer tells nothing about anybody (trust 29)', async () => {
    const world = makeWorld({}, { state: 'none' });
    server.use(http.post('*/api/portal/open', () => problem(410, 'link_expired'), { once: true }));
    visit('/portal/application#t=token-for-a-new-link-0123456789');
    await screen.findByRole('heading', { level: 2, name: 'Get a new link' });
    fill(screen.getByLabelText('Your mail address'), ' ada@firm.example ');
    screen.getByRole('button', { name: 'Mail me a new link' }).click();
    await screen.findByText(/If we have an application for ada@firm.example, a new link is on its way/);
    expect(lastPost(world, '/new-link')?.body).toEqual({ email: 'ada@firm.example' });
    expect(screen.queryByRole('button', { name: 'Mail me a new link' })).toBeNull();
  });

  it('says when too many links were asked for, and keeps the address typed', async () => {
    makeWorld({}, { state: 'none' });
    server.use(
      http.post('*/api/portal/open', () => problem(404, 'link_invalid'), { once: true }),
      http.post('*/api/portal/new-link', () => problem(429, 'too_many_requests')),
    );
    visit('/portal/application#t=token-asked-too-often-0123456789');
    const field = await screen.findByLabelText('Your mail address');
    fill(field, 'ada@firm.example');
    screen.getByRole('button', { name: 'Mail me a new link' }).click();
    await screen.findByText(/Too many/);
    expect((field as HTMLInputElement).value).toBe('ada@firm.example');
  });

  it('says so when no application is open in this browser', async () => {
    makeWorld({}, { state: 'none', csrf: null, application_id: null });
    const { takeToken } = await import('../../../admin-ui/portal/session.ts');
    const { startApplication } = await import('../../../admin-ui/portal/session.ts');
    await startApplication({ locale: 'en' });
    expect(takeToken()).toBeNull();
    server.use(
      http.get('*/api/portal/session', () =>
        HttpResponse.json({ state: 'none', purpose: null, csrf: null, application_id: null, locale: null }),
      ),
    );
    visit('/portal/application');
    await screen.findByRole('heading', { level: 1, name: 'No application is open here' });
  });

  it('offers to try again where the server could not be reached', async () => {
    const world = makeWorld({ state: 'submitted', waiting_for: 'us' });
    server.use(http.get('*/api/portal/session', () => HttpResponse.error(), { once: true }));
    visit('/portal/application');
    await screen.findByRole('heading', { level: 1, name: 'No connection' });
    screen.getByRole('button', { name: 'Try again' }).click();
    await screen.findByRole('heading', { level: 1, name: 'We have your application' });
    await waitFor(() => expect(world.application.state).toBe('submitted'));
  });

  it('shows lines in place of what is still loading', async () => {
    makeWorld();
    server.use(http.get('*/api/portal/application', () => new Promise<Response>(() => undefined)));
    visit('/portal/application');
    await screen.findByRole('status', { name: 'Loading …' });
  });

  it('shows no form to a link that may only look', async () => {
    makeWorld({ state: 'changes_requested' }, { purpose: 'status' });
    visit('/portal/application');
    await screen.findByText(/Open the link from our mail about the changes/);
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
