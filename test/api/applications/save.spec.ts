import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { soundForm, startDraft, submitForm } from '../../support/forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const save = '/api/portal/application/save';

describe('a draft is kept as typed', () => {
  it('keeps half-typed numbers, blank parts and every character of the text', async () => {
    const client = app.anonymous();
    await startDraft(client);
    const document = {
      statement: '  We e‑mail 🦊\n\n\tnever "list brokers" <b>x</b> \u200f ',
      case_studies: [{ id: 'cs-1', figures: { cpl_minor: '12,5', qualified_lead_rate: '' } }],
      organisation: { legal_name: '' },
    };
    const reply = await client.post(save, { document, saves: 1 });
    expect(reply.status).toBe(200);
    expect(reply.body.saves).toBe(2);
    const kept = (await client.get('/api/portal/application')).body;
    expect(kept.document).toEqual(document);
    expect(kept.missing).toEqual(reply.body.missing);
  });

  it('trust 16: an older tab gets the newer text beside its own, and overwrites nothing', async () => {
    const client = app.anonymous();
    await startDraft(client);
    await client.post(save, { document: { statement: 'from the first tab' }, saves: 1 });
    const stale = await client.post(save, { document: { statement: 'from the second tab' }, saves: 1 });
    expect(stale.status).toBe(412);
    expect(stale.body.code).toBe('stale_version');
    expect(stale.body.current).toMatchObject({ saves: 2, document: { statement: 'from the first tab' } });
    expect((await client.get('/api/portal/application')).body.document.statement).toBe('from the first tab');
  });

  it('two tabs saving at once: exactly one is kept, the other is told', async () => {
    const client = app.anonymous();
    await startDraft(client);
    const replies = await Promise.all(
      ['a', 'b', 'c'].map((text) => client.post(save, { document: { statement: text }, saves: 1 })),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 412, 412]);
  });

  it('hints at what a reader would look for, never a score', async () => {
    const client = app.anonymous();
    await startDraft(client);
    const form = soundForm();
    const statement = form.statement
      .split('. ')
      .filter((sentence) => !/unsubscribe|suppression/.test(sentence))
      .join('. ');
    const reply = await client.post(save, { document: { ...form, statement }, saves: 1 });
    const hints = reply.body.hints as { criterion: string; hint: string }[];
    expect(hints.map((one) => one.criterion)).toContain('opt_out_mechanism');
    expect(hints.every((one) => ['missing', 'partial'].includes(one.hint))).toBe(true);
    expect(JSON.stringify(reply.body)).not.toMatch(/score|band/);
    const live = await client.post('/api/portal/application/hints', {
      statement,
      sourcing: form.sourcing,
      channels: form.offer.channels,
      regions: form.offer.regions,
    });
    expect(live.body.hints).toEqual(hints);
  });

  it('trust 25: refuses unknown fields by their pointer', async () => {
    const client = app.anonymous();
    await startDraft(client);
    const reply = await client.post(save, {
      document: { organisation: { owner: 'me' }, state: 'approved' },
      saves: 1,
    });
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/document/organisation/owner', code: 'unknown_field' },
        { pointer: '/document/state', code: 'unknown_field' },
      ]),
    );
  });

  it('a statement of 20,000 characters is kept, one more is refused (M17)', async () => {
    const client = app.anonymous();
    await startDraft(client);
    expect((await client.post(save, { document: { statement: 'x'.repeat(20_000) }, saves: 1 })).status).toBe(
      200,
    );
    const over = await client.post(save, { document: { statement: 'x'.repeat(20_001) }, saves: 2 });
    expect(over.status).toBe(422);
    expect(over.body.errors[0]).toMatchObject({
      pointer: '/document/statement',
      code: 'too_long',
      params: { max: 20_000 },
    });
  });

  it('trust 26: NUL, lone surrogates, repeated and dangerous keys are refused before anything is saved', async () => {
    const client = app.anonymous();
    await startDraft(client);
    const bodies = [
      '{"document":{"statement":"a\\u0000b"},"saves":1}',
      '{"document":{"statement":"a\\ud800b"},"saves":1}',
      '{"document":{"statement":"a"},"document":{},"saves":1}',
      '{"document":{"__proto__":{"x":1}},"saves":1}',
      '{"document":{"statement":["a"]},"saves":1}',
    ];
    for (const body of bodies) {
      const reply = await client.raw('POST', save, body, { headers: { 'content-type': 'application/json' } });
      expect([400, 422]).toContain(reply.status);
    }
    expect((await client.get('/api/portal/application')).body.saves).toBe(1);
  });

  it('a paste of three megabytes is refused with what to do', async () => {
    const client = app.anonymous();
    await startDraft(client);
    const reply = await client.post(save, { document: { statement: 'x'.repeat(3_000_000) }, saves: 1 });
    expect(reply.status).toBe(413);
    expect(reply.body.code).toBe('too_large');
  });

  it('trust 18: after handing in nothing can be saved any more', async () => {
    const client = app.anonymous();
    await submitForm(client);
    const reply = await client.post(save, { document: {}, saves: 2 });
    expect(reply.status).toBe(409);
    expect(reply.body.params.state).toBe('submitted');
  });

  it('a draft untouched for 90 days is erased with its files and links; one saved later stays', async () => {
    const own = await startTestApp();
    try {
      const [old, kept] = [own.anonymous(), own.anonymous()];
      const { id, token } = await startDraft(old);
      await old.post(save, { document: soundForm(), saves: 1 });
      const other = await startDraft(kept);
      await own.moveClock({ days: 89 });
      await kept.post(save, { document: { statement: 'still here' }, saves: 1 });
      await own.moveClock({ days: 2 });
      await own.runJobs('applications.erase_drafts');
      const rows = await own.services.db('applications').whereIn('id', [id, other.id]).select('id', 'state');
      expect(Object.fromEntries(rows.map((row) => [row.id, row.state]))).toEqual({
        [id]: 'withdrawn',
        [other.id]: 'draft',
      });
      const draft = await own.services.db('application_drafts').where({ application_id: id }).first();
      expect(draft?.document).toEqual({});
      expect(draft?.erased_at).not.toBeNull();
      const reply = await own.anonymous().post('/api/portal/open', { token });
      expect(reply.status).toBeGreaterThanOrEqual(404);
    } finally {
      await own.stop();
    }
  });
});
