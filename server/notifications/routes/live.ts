import type { Response } from 'express';
import { grantOf } from '../../access/matrix.ts';
import type { Actor } from '../../kernel/actor.ts';
import { type Route, raw } from '../../platform/http/route.ts';
import type { LiveMessage } from '../../platform/live.ts';
import type { Services } from '../../platform/services.ts';

const permissionOfTopic: Record<string, string> = {
  work_item: 'queue.read',
  application: 'applications.read',
  decision: 'applications.read',
  specialist: 'specialists.read',
  mail: 'mail.read',
  note: 'notes.read',
  policy: 'policies.read',
  person: 'people.read',
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

/** Holds the stream open: a comment every 20 s keeps proxies from closing it; the session is asked again after 10 min. */
function stream(services: Services, actor: Actor, res: Response): void {
  res.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  res.write('retry: 2000\n\n');
  const stop = services.live.subscribe((message) => {
    if (mayHear(actor, message)) res.write(`data: ${JSON.stringify(heard(actor, message))}\n\n`);
  });
  const beat = setInterval(() => res.write(': here\n\n'), 20_000);
  const limit = setTimeout(() => res.end(), 600_000);
  res.on('close', () => {
    stop();
    clearInterval(beat);
    clearTimeout(limit);
  });
}

export const routes: Route[] = [
  raw({
    method: 'GET',
    path: '/api/live',
    summary: 'What changes on the desk, as it happens: topic, id and version of each record',
    permission: 'live.read',
    returns: 'server-sent events',
    handle: async ({ services, actor, res }) => stream(services, actor, res),
  }),
  raw({
    method: 'GET',
    path: '/api/portal/live',
    summary: 'What changes on the own application, as it happens',
    permission: 'portal.application',
    returns: 'server-sent events',
    handle: async ({ services, actor, res }) => stream(services, actor, res),
  }),
];
