import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../server/kernel/actor.ts';
import { heard, mayHear } from '../../../server/notifications/routes/live.ts';
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

describe('the HTML of a letter', () => {
  it('keeps what people wrote literal, an address in a name included', () => {
    const html = letterHtml('Hello', 'Dear <b>Ann</b> of https://advert.example,\n\n- one\n- two', 'en');
    expect(html).toContain('Dear &lt;b&gt;Ann&lt;/b&gt; of https://advert.example,');
    expect(html).not.toContain('href');
    expect(html).toContain('<li');
  });
});
