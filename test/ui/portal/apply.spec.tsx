import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { demoForm } from './demo-form.ts';
import { fill, lastPost, makeWorld, problem, server, useWorld, visit } from './world.tsx';

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

describe('applying, in steps, saved as it is typed', () => {
  useWorld();

  it('says what is asked, how long it takes and who decides, and begins with one click', async () => {
    const world = makeWorld({}, { state: 'none', csrf: null, application_id: null });
    visit('/portal/');
    await heading('Apply as a lead-generation specialist');
    screen.getByText('Two case studies with figures');
    screen.getByText(/It decides nothing: a person decides/);
    fill(screen.getByLabelText(/Your mail address/), 'ada@nord.example');
    await userEvent.click(screen.getByRole('button', { name: 'Start the application' }));
    await heading('Firm');
    expect(lastPost(world, '/applications')?.body).toEqual({ locale: 'en', email: 'ada@nord.example' });
    screen.getByText('Step 1 of 8');
  });

  it('keeps what is typed and says so', async () => {
    const world = makeWorld();
    visit('/portal/application?step=firm');
    await heading('Firm');
    fill(screen.getByLabelText('Legal name'), 'Nord GmbH');
    await userEvent.selectOptions(screen.getByLabelText('Country of the seat'), 'DE');
    await waitFor(
      () => expect(world.saved.at(-1)?.organisation).toEqual({ legal_name: 'Nord GmbH', country: 'DE' }),
      {
        timeout: 4_000,
      },
    );
    await screen.findByText(/^Saved /);
    expect(lastPost(world, '/save')?.csrf).toBe('csrf-1');
  });

  it('has exactly one primary channel, and only among those declared', async () => {
    const world = makeWorld();
    visit('/portal/application?step=offer');
    await heading('Offer');
    await userEvent.click(screen.getByRole('checkbox', { name: /Cold Email Outbound/ }));
    const primary = await screen.findByRole('group', { name: /Which one is your primary channel/ });
    expect(
      within(primary).getByRole<HTMLInputElement>('radio', { name: 'Cold Email Outbound' }).checked,
    ).toBe(true);
    await userEvent.click(screen.getByRole('checkbox', { name: /Paid Search/ }));
    await userEvent.click(within(primary).getByRole('radio', { name: /Paid Search/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: /Paid Search/ }));
    await waitFor(
      () =>
        expect(world.saved.at(-1)?.offer).toEqual({
          channels: ['cold_email_outbound'],
          primary_channel: 'cold_email_outbound',
        }),
      { timeout: 4_000 },
    );
  });

  it('keeps an amount it cannot read as it was typed and names it as a problem', async () => {
    const world = makeWorld();
    visit('/portal/application?step=cases');
    await heading('Case studies');
    const cpl = screen.getByLabelText('Cost per lead');
    fill(cpl, 'about 30');
    await screen.findByText(/This cannot be read as an amount/);
    await waitFor(() => expect(world.saved.at(-1)?.case_studies?.[0]?.figures?.cpl_minor).toBe('about 30'), {
      timeout: 4_000,
    });
    fill(cpl, '1,875.50');
    await waitFor(() => expect(world.saved.at(-1)?.case_studies?.[0]?.figures?.cpl_minor).toBe(187_550), {
      timeout: 4_000,
    });
  });

  it('shows the price of a lead and what a lead was as one sentence, with the price of a qualified one (M41)', async () => {
    makeWorld({ document: demoForm });
    visit('/portal/application?step=cases');
    await heading('Case studies');
    const sentence = await screen.findByText(/You are saying/);
    expect(sentence.textContent).toContain('£150.00 for one lead');
    expect(sentence.textContent).toContain('£1,875.00 for one qualified lead');
  });

  it('names what is missing item by item, and each item leads to its field', async () => {
    makeWorld();
    visit('/portal/application?step=check');
    await heading('Check and send');
    await screen.findByText(/answers are still missing/);
    await userEvent.click(screen.getByRole('button', { name: 'Register number' }));
    await heading('Firm');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Register number')));
    screen.getAllByText('Is still missing');
  });

  it('leads to the second case study for an item of the second case study', async () => {
    const second = { ...demoForm.case_studies?.[1], id: 'cs-2', title: '' };
    makeWorld({
      document: { ...demoForm, case_studies: [demoForm.case_studies?.[0] ?? { id: 'cs-1' }, second] },
    });
    visit('/portal/application?step=check');
    await userEvent.click(await screen.findByRole('button', { name: 'Case study 2: Title' }));
    await heading('Case studies');
    expect(screen.getByRole('button', { name: /^Case study 2/ }).getAttribute('aria-current')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Title')));
  });

  it('sends only after confirmation, and shows what the server still misses', async () => {
    const world = makeWorld({ document: demoForm });
    visit('/portal/application?step=check');
    await screen.findByText('Nothing is missing. You can send the application.');
    server.use(
      http.post(
        '*/api/portal/application/submit',
        () =>
          problem(422, 'incomplete', {
            errors: [{ pointer: '/case_studies/0/file_ids/0', code: 'no_such_file' }],
          }),
        { once: true },
      ),
    );
    await userEvent.click(screen.getByRole('checkbox'));
    await userEvent.click(screen.getByRole('button', { name: 'Send the application' }));
    await screen.findByText(/This file is no longer there/);
    server.use(
      http.post('*/api/portal/application/submit', () => {
        world.application = { ...world.application, state: 'submitted', waiting_for: 'us' };
        return HttpResponse.json({});
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Send the application' }));
    await heading('We have your application');
    screen.getByText('APP-2026-000123');
    expect(world.saved.at(-1)?.confirmed).toBe(true);
  });

  it('hints in plain words at what is not said yet, and never shows a score', async () => {
    makeWorld({ document: { ...demoForm, statement: 'We write to companies. '.repeat(6) } });
    visit('/portal/application?step=statement');
    await heading('Statement');
    await screen.findByText('You have not said how people can opt out.');
    expect(document.body.textContent).not.toMatch(/score|points|band/i);
  });

  it('shows another tab’s newer text and lets the applicant choose', async () => {
    const world = makeWorld();
    visit('/portal/application?step=firm');
    await heading('Firm');
    world.application = {
      ...world.application,
      saves: 7,
      document: { organisation: { legal_name: 'Other tab' } },
    };
    fill(screen.getByLabelText('Legal name'), 'This tab');
    const dialog = await screen.findByRole(
      'dialog',
      { name: 'Another tab saved this application' },
      { timeout: 4_000 },
    );
    within(dialog).getByText('Firm');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep what is in this tab' }));
    await waitFor(() => expect(world.saved.at(-1)?.organisation?.legal_name).toBe('This tab'), {
      timeout: 4_000,
    });
  });

  it('speaks German throughout when German is chosen, and the application remembers it', async () => {
    const world = makeWorld();
    visit('/portal/application?step=firm');
    await heading('Firm');
    await userEvent.click(screen.getByRole('button', { name: 'Deutsch' }));
    await heading('Firma');
    screen.getByLabelText('Name im Rechtsverkehr');
    await waitFor(() => expect(lastPost(world, '/locale')?.body).toEqual({ locale: 'de' }));
    expect(document.documentElement.lang).toBe('de');
    for (const step of ['person', 'offer', 'cases', 'statement', 'sourcing', 'references', 'check']) {
      await userEvent.click(screen.getByRole('button', { name: 'Weiter' }));
      await waitFor(() => expect(window.location.search).toContain(step));
      expect(document.body.textContent).not.toMatch(/portal\.|taxonomy\.|field\./);
    }
  });

  it('mails the link back on request', async () => {
    const world = makeWorld();
    visit('/portal/application?step=firm');
    await userEvent.click(await screen.findByText('How to come back later'));
    fill(screen.getByLabelText('Your mail address'), 'ada@nord.example');
    await userEvent.click(screen.getByRole('button', { name: 'Send me the link' }));
    await screen.findByText('The link is on its way to ada@nord.example.');
    expect(lastPost(world, '/send-link')?.body).toEqual({ email: 'ada@nord.example' });
  });
});
