import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalCallerOf } from '../../../server/access/service/callers.ts';
import {
  consumeLink,
  issueLink,
  openLink,
  revokeLinks,
} from '../../../server/access/service/portal-links.ts';
import { systemActor } from '../../../server/kernel/actor.ts';
import type { Uow } from '../../../server/platform/uow.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const run = <T>(work: (uow: Uow) => Promise<T>) => app.services.run({ actor: systemActor('test') }, work);
const issue = (subjectId: string, more: Partial<Parameters<typeof issueLink>[1]> = {}) =>
  run((uow) => issueLink(uow, { purpose: 'draft', subjectId, days: 14, ...more }));
const open = (token: string) => run((uow) => openLink(uow, token));
const caller = (session: string) => {
  const headers: Record<string, string> = { cookie: `assay-portal=${session}` };
  return portalCallerOf({ get: (name: string) => headers[name] } as unknown as Request, app.services);
};

describe('a portal link', () => {
  it('opens sessions for its subject as often as it is opened, and keeps only digests', async () => {
    const subject = randomUUID();
    const token = await issue(subject);
    const [first, second] = [await open(token), await open(token)];
    expect(first.session).not.toBe(second.session);
    expect((await caller(first.session))?.actor).toMatchObject({
      kind: 'portal',
      purpose: 'draft',
      subjectId: subject,
    });
    expect((await caller(second.session))?.csrf).toBe(second.csrf);
    const stored = JSON.stringify([
      await app.services.db('portal_links').select(),
      await app.services.db('portal_sessions').select(),
    ]);
    for (const secret of [token, first.session, first.csrf]) expect(stored).not.toContain(secret);
  });

  it('says when it is altered, expired or revoked, and its sessions end with it', async () => {
    const subject = randomUUID();
    const [old, other] = [
      await issue(subject, { days: 2 }),
      await issue(subject, { purpose: 'status', days: 30 }),
    ];
    const [oldSession, otherSession] = [await open(old), await open(other)];
    await expect(open(`${old.slice(0, -2)}xx`)).rejects.toMatchObject({ code: 'link_invalid' });
    await app.moveClock({ days: 2, minutes: 1 });
    await expect(open(old)).rejects.toMatchObject({ code: 'link_expired' });
    expect(await caller(oldSession.session)).toBeUndefined();
    expect(await caller(otherSession.session)).toBeDefined();
    expect(await run((uow) => revokeLinks(uow, subject, 'status'))).toBe(1);
    await expect(open(other)).rejects.toMatchObject({ code: 'link_invalid' });
    expect(await caller(otherSession.session)).toBeUndefined();
  });

  it('is revoked by purpose or whole, and never touches another subject', async () => {
    const [mine, theirs] = [randomUUID(), randomUUID()];
    const [draft, changes, foreign] = [
      await issue(mine),
      await issue(mine, { purpose: 'changes' }),
      await issue(theirs),
    ];
    await run((uow) => revokeLinks(uow, mine, 'changes'));
    await expect(open(changes)).rejects.toMatchObject({ code: 'link_invalid' });
    expect((await open(draft)).subjectId).toBe(mine);
    expect(await run((uow) => revokeLinks(uow, mine))).toBe(1);
    expect((await open(foreign)).subjectId).toBe(theirs);
  });

  it('of single use is opened without being used, and consumed once when two finish at the same moment', async () => {
    const token = await issue(randomUUID(), { singleUse: true });
    await open(token);
    const { session } = await open(token);
    const actor = (await caller(session))?.actor;
    if (!actor) throw new Error('the link did not open');
    const both = await Promise.allSettled([1, 2].map(() => run((uow) => consumeLink(uow, actor))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(open(token)).rejects.toMatchObject({ code: 'link_used' });
    expect(await caller(session)).toBeUndefined();
  });

  it('that may be returned to is not used up by a final command', async () => {
    const token = await issue(randomUUID());
    const actor = (await caller((await open(token)).session))?.actor;
    if (!actor) throw new Error('the link did not open');
    await run((uow) => consumeLink(uow, actor));
    expect((await open(token)).subjectId).toBe(actor.subjectId);
  });
});
