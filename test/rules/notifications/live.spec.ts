import { EventEmitter } from 'node:events';
import type { Response } from 'express';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../../../server/kernel/actor.ts';
import { heard, holdStream, mayHear } from '../../../server/notifications/routes/live.ts';
import { letterHtml } from '../../../server/notifications/rules.ts';

const applicant: Actor = { kind: 'portal', id: 'link', purpose: 'status', subjectId: 'app-1' };
const person = (role: 'reviewer' | 'account_manager'): Actor => ({
  kind: 'person',
  id: 'p',
  roles: [role],
  extra: [],
  sessionId: 's',
});
const rejected = { topic: 'application', id: 'app-1', type: 'application.rejected', version: 4 };

describe('the live stream', () => {
  it('tells an applicant only of their own application', () => {
    expect(mayHear(applicant, rejected)).toBe(true);
    expect(mayHear(applicant, { ...rejected, id: 'app-2' })).toBe(false);
    expect(mayHear(applicant, { ...rejected, topic: 'work_item' })).toBe(false);
  });

  it('never tells an applicant what was decided while it can still be undone', () => {
    expect(heard(applicant, rejected)).toEqual({
      topic: 'application',
      id: 'app-1',
      type: 'application.changed',
      version: null,
    });
    expect(heard(person('reviewer'), rejected)).toEqual(rejected);
  });

  it('tells a person of topics their role may read, and of no unknown one', () => {
    expect(mayHear(person('reviewer'), rejected)).toBe(true);
    expect(mayHear(person('account_manager'), rejected)).toBe(false);
    expect(mayHear(person('reviewer'), { ...rejected, topic: 'something_new' })).toBe(false);
  });
});

describe('a stream that is held', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const settled = () => vi.advanceTimersByTimeAsync(0);

  function open(stillHere: () => Promise<Actor | null>, actor: Actor = person('reviewer')) {
    let say: (message: typeof rejected) => void = () => undefined;
    const written: string[] = [];
    const emitter = new EventEmitter();
    const res = Object.assign(emitter, {
      writableEnded: false,
      writeHead: () => undefined,
      write: (text: string) => written.push(text),
      end() {
        this.writableEnded = true;
        emitter.emit('close');
      },
    });
    const live = {
      subscribe: (listener: (message: typeof rejected) => void) => {
        say = listener;
        return () => undefined;
      },
    };
    holdStream(live as never, actor, stillHere, res as unknown as Response);
    return { res, written, say: (message: typeof rejected) => say(message) };
  }

  it('trust 33: ends with the session, at the next heartbeat', async () => {
    const stillHere = vi.fn<() => Promise<Actor | null>>().mockResolvedValue(person('reviewer'));
    const { res, written } = open(stillHere);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(written.at(-1)).toBe(': here\n\n');
    stillHere.mockResolvedValue(null);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(res.writableEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(res.writableEnded).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('trust 22: tells nothing more of a topic whose role was taken away', async () => {
    const { res, written, say } = open(async () => person('account_manager'));
    say(rejected);
    expect(written.at(-1)).toContain('application.rejected');
    await vi.advanceTimersByTimeAsync(20_000);
    say(rejected);
    expect(written.at(-1)).toBe(': here\n\n');
    expect(res.writableEnded).toBe(false);
  });

  it('trust 22, 33: asks at once when something happened to the person who listens', async () => {
    const stillHere = vi.fn(async () => null);
    const { res, say } = open(stillHere);
    say({ ...rejected, topic: 'person', id: 'q', type: 'session.signed_out' });
    await settled();
    expect([stillHere.mock.calls.length, res.writableEnded]).toEqual([0, false]);
    say({ ...rejected, topic: 'person', id: 'p', type: 'session.signed_out' });
    await settled();
    expect([stillHere.mock.calls.length, res.writableEnded]).toEqual([1, true]);
  });

  it('ends where nobody can say who listens', async () => {
    const { res } = open(() => Promise.reject(new Error('no database')));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(res.writableEnded).toBe(true);
  });

  it('trust 22: tells of people only those who manage them', () => {
    const about = { topic: 'person', id: 'q', type: 'person.disabled', version: 2 };
    for (const role of ['reviewer', 'account_manager'] as const)
      expect(mayHear(person(role), about)).toBe(false);
    expect(mayHear({ ...person('reviewer'), roles: ['admin'] } as Actor, about)).toBe(true);
  });
});

describe('the HTML of a letter', () => {
  it('keeps what people wrote literal, an address in a name included', () => {
    const html = letterHtml('Hello', 'Dear <b>Ann</b> of https://advert.example,\n\n- one\n- two', 'en');
    expect(html).toContain('Dear &lt;b&gt;Ann&lt;/b&gt; of https://advert.example,');
    expect(html).not.toContain('href');
    expect(html).toContain('<li');
  });
});
