import { describe, expect, it } from 'vitest';
import { grantOf, type PermissionKey, permissionKeys, permissions } from '../../../server/access/matrix.ts';
import { type Actor, type Role, roles } from '../../../server/kernel/actor.ts';

const person = (role: Role | null, lead = false): Actor => ({
  kind: 'person',
  id: 'p',
  roles: role ? [role] : [],
  extra: lead ? ['lead'] : [],
  sessionId: 's',
});
const given = (actor: Actor | null) => permissionKeys.filter((name) => grantOf(actor, name) !== 'none');
const may = (role: Role, name: PermissionKey) => grantOf(person(role), name) !== 'none';

const changes: PermissionKey[] = [
  'people.manage',
  'roles.request',
  'roles.decide',
  'api_keys.manage',
  'queue.work',
  'queue.lead',
  'applications.review',
  'applications.decide',
  'notes.write',
  'mail.resend',
  'conflicts.declare',
];

describe('the permission matrix', () => {
  it('gives an anonymous visitor what is public and nothing else', () => {
    expect(given(null)).toEqual(['session.use', 'portal.start', 'system.docs']);
  });

  it('lets an auditor read everything and change nothing', () => {
    for (const name of changes) expect([name, may('auditor', name)]).toEqual([name, false]);
    for (const name of permissionKeys.filter((one) => one.endsWith('.read')))
      expect([name, may('auditor', name)]).toEqual([name, true]);
    expect(may('auditor', 'log.verify')).toBe(true);
  });

  it('lets an admin keep people and keys, and neither see nor decide an application (M162)', () => {
    for (const name of ['people.manage', 'roles.request', 'roles.decide', 'api_keys.manage'] as const)
      expect(may('admin', name)).toBe(true);
    for (const name of permissionKeys.filter((one) =>
      /^(applications|queue|notes|files|specialists)\./.test(one),
    ))
      expect([name, may('admin', name)]).toEqual([name, false]);
  });

  it('keeps people, roles and keys from everybody but admins', () => {
    for (const role of roles.filter((one) => one !== 'admin'))
      for (const name of ['people.manage', 'roles.request', 'roles.decide', 'api_keys.manage'] as const)
        expect([role, name, may(role, name)]).toEqual([role, name, false]);
  });

  it('lets reviewers and officers decide applications, and nobody else', () => {
    const deciding = roles.filter((role) => may(role, 'applications.decide'));
    expect(deciding).toEqual(['reviewer', 'compliance_officer']);
    expect(roles.filter((role) => may(role, 'queue.work'))).toEqual(deciding);
  });

  it('counts lead only beside a deciding role', () => {
    expect(grantOf(person('reviewer', true), 'queue.lead')).toBe('all');
    expect(grantOf(person('reviewer'), 'queue.lead')).toBe('none');
    expect(grantOf(person(null, true), 'queue.lead')).toBe('none');
    expect(grantOf(person('auditor', true), 'queue.lead')).toBe('none');
  });

  it('limits a portal link to its purposes and an API key to its scopes', () => {
    const portal = (purpose: 'draft' | 'status' | 'changes'): Actor => ({
      kind: 'portal',
      id: 'l',
      purpose,
      subjectId: 'a',
    });
    expect(grantOf(portal('draft'), 'portal.draft')).toBe('own');
    expect(grantOf(portal('changes'), 'portal.draft')).toBe('own');
    expect(grantOf(portal('status'), 'portal.draft')).toBe('none');
    expect(grantOf(portal('status'), 'portal.application')).toBe('own');
    expect(grantOf(portal('draft'), 'applications.read')).toBe('none');
    const key = (scopes: string[]): Actor => ({ kind: 'api_key', id: 'k', scopes });
    expect(grantOf(key(['intake']), 'intake.submit')).toBe('all');
    expect(grantOf(key(['other']), 'intake.submit')).toBe('none');
    expect(grantOf(key(['intake']), 'people.read')).toBe('none');
    expect(grantOf(person('admin'), 'intake.submit')).toBe('none');
  });

  it('gives nothing for a name it does not know, nor to the system', () => {
    for (const name of ['', 'applications', 'toString', '__proto__', 'applications.everything'])
      expect(grantOf(person('admin'), name)).toBe('none');
    expect(given({ kind: 'system', id: null, name: 'anonymous' })).toEqual(given(null));
  });

  it('names an audience and a way in for every row', () => {
    for (const [name, row] of Object.entries<(typeof permissions)[PermissionKey]>(permissions)) {
      if (row.audience === 'portal') expect([name, 'purposes' in row]).toEqual([name, true]);
      if (row.audience === 'api_key') expect([name, 'scope' in row]).toEqual([name, true]);
      if (row.audience !== 'person') expect([name, row.roles]).toEqual([name, {}]);
    }
  });
});
