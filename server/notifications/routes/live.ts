import type { Request, Response } from 'express';
import { grantOf } from '../../access/matrix.ts';
import { portalCallerOf } from '../../access/service/callers.ts';
import type { Actor } from '../../kernel/actor.ts';
import { personStillHere } from '../../people/service/session.ts';
import { type Route, raw } from '../../platform/http/route.ts';
import type { LiveHub, LiveMessage } from '../../platform/live.ts';
import type { Services } from '../../platform/services.ts';

const permissionOfTopic: Record<string, string> = {
  work_item: 'queue.read',
  application: 'applications.read',
  decision: 'applications.read',
  specialist: 'specialists.read',
  mail: 'mail.read',
  note: 'notes.read',
  policy: 'policies.read',
  // what happens to people is for those who manage them: the log says it to nobody else either
  person: 'people.manage',
};

/** What this actor may hear of: a topic they may read, or for an applicant their own application alone. */
export function mayHear(actor: Actor, message: LiveMessage): boolean {
  if (actor.kind === 'portal') return message.topic === 'application' && message.id === actor.subjectId;
  const permission = permissionOfTopic[message.topic];
  return permission !== undefined && grantOf(actor, permission) !== 'none';
}

/** An applicant hears that something changed, not what: a decision that can still be undone is not theirs to know. */
export const heard = (actor: Actor, message: LiveMessage): LiveMessage =>
  actor.kind === 'portal' ? { ...message, type: 'application.changed', version: null } : message;

const beatMs = 20_000;
const longestMs = 600_000;

/** Whether the message may be about the listener's own standing: their session, roles or link. */
const concerns = (actor: Actor, message: LiveMessage): boolean =>
  message.id === (actor.kind === 'portal' ? actor.subjectId : actor.id);

/**
 * Holds a stream open. Who listens is asked again every 20 s, with the comment that keeps proxies from closing the
 * stream, and at once when something happened to them: what they may hear is what they may read now, and an ended
 * session ends its stream (trust 22, 33).
 */
export function holdStream(
  live: Pick<LiveHub, 'subscribe'>,
  listener: Actor,
  stillHere: () => Promise<Actor | null>,
  res: Response,
): void {
  let actor = listener;
  res.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  res.write('retry: 2000\n\n');
  const askAgain = async (): Promise<void> => {
    const now = await stillHere().catch(() => null);
    if (now && !res.writableEnded) actor = now;
    else res.end();
  };
  const stop = live.subscribe((message) => {
    if (res.writableEnded) return;
    if (mayHear(actor, message)) res.write(`data: ${JSON.stringify(heard(actor, message))}\n\n`);
    if (concerns(actor, message)) void askAgain();
  });
  const beat = setInterval(() => {
    void askAgain().then(() => {
      if (!res.writableEnded) res.write(': here\n\n');
    });
  }, beatMs);
  const limit = setTimeout(() => res.end(), longestMs);
  res.on('close', () => {
    stop();
    clearInterval(beat);
    clearTimeout(limit);
  });
}

async function personHere(req: Request, services: Services): Promise<Actor | null> {
  const actor = await personStillHere(req, services);
  return grantOf(actor, 'live.read') === 'none' ? null : actor;
}

async function applicantHere(req: Request, services: Services): Promise<Actor | null> {
  const actor = (await portalCallerOf(req, services))?.actor ?? null;
  return grantOf(actor, 'portal.application') === 'none' ? null : actor;
}

export const routes: Route[] = [
  raw({
    method: 'GET',
    path: '/api/live',
    summary: 'What changes on the desk, as it happens: topic, id and version of each record',
    permission: 'live.read',
    returns: 'server-sent events',
    handle: async ({ services, actor, req, res }) =>
      holdStream(services.live, actor, () => personHere(req, services), res),
  }),
  raw({
    method: 'GET',
    path: '/api/portal/live',
    summary: 'What changes on the own application, as it happens',
    permission: 'portal.application',
    returns: 'server-sent events',
    handle: async ({ services, actor, req, res }) =>
      holdStream(services.live, actor, () => applicantHere(req, services), res),
  }),
];
