import { describe, expect, it } from 'vitest';
import { step } from '../../../server/kernel/machine.ts';
import {
  personMachine,
  personStates,
  roleRequestMachine,
  roleRequestStates,
} from '../../../server/people/lifecycle.ts';
import { weakness } from '../../../server/people/rules/passwords.ts';
import { clash, grantRefusal, mayApprove } from '../../../server/people/rules/roles.ts';
import { mustKeepFactor, stateAfterPassword } from '../../../server/people/rules/sessions.ts';
import { isNewOfficer } from '../../../server/people/service/roles.ts';

const outcome = (run: () => string): string => {
  try {
    return run();
  } catch {
    return '-';
  }
};

describe('the states of a person', () => {
  const table: Record<string, Record<string, string>> = {
    invited: { accept: 'active', disable: 'disabled', enable: '-' },
    active: { accept: 'active', disable: 'disabled', enable: '-' },
    disabled: { accept: '-', disable: '-', enable: 'active' },
  };
  for (const state of personStates)
    for (const command of ['accept', 'disable', 'enable'] as const)
      it(`${state}, ${command}: ${table[state]?.[command]}`, () => {
        expect(outcome(() => step(personMachine, state, command))).toBe(table[state]?.[command]);
      });
});

describe('the states of a role request', () => {
  for (const state of roleRequestStates)
    for (const [command, to] of [
      ['approve', 'approved'],
      ['refuse', 'refused'],
      ['withdraw', 'withdrawn'],
    ] as const)
      it(`${state}, ${command}`, () => {
        expect(outcome(() => step(roleRequestMachine, state, command))).toBe(state === 'open' ? to : '-');
      });
});

describe('where a session stands after the password', () => {
  it('asks for a second factor wherever one is set up, also in the demo', () => {
    for (const demo of [true, false])
      for (const roles of [['reviewer'], ['admin'], []])
        expect(stateAfterPassword(roles, ['totp'], demo)).toBe('second_factor_pending');
  });

  it('makes officers and admins set one up first, except in the demo', () => {
    for (const role of ['compliance_officer', 'admin']) {
      expect(stateAfterPassword([role], [], false)).toBe('enrolment_pending');
      expect(stateAfterPassword([role], [], true)).toBe('full');
      expect(mustKeepFactor([role], false)).toBe(true);
      expect(mustKeepFactor([role], true)).toBe(false);
    }
    for (const role of ['reviewer', 'account_manager', 'auditor', 'lead'])
      expect(stateAfterPassword([role], [], false)).toBe('full');
  });
});

describe('roles that go together', () => {
  it('keeps auditors and admins apart from every other role', () => {
    expect(clash(['auditor'])).toBeUndefined();
    expect(clash(['admin', 'compliance_officer'])).toBe('stands_alone');
    expect(clash(['auditor', 'lead'])).toBe('stands_alone');
    expect(clash(['reviewer', 'compliance_officer'])).toBeUndefined();
  });

  it('puts lead beside a deciding role only', () => {
    expect(clash(['lead'])).toBe('lead_alone');
    for (const role of ['reviewer', 'compliance_officer', 'account_manager'])
      expect(clash([role, 'lead'])).toBeUndefined();
  });

  it('takes two admins, neither of them the person concerned', () => {
    expect(grantRefusal({ personId: 'a', requestedBy: 'a' })).toBe('self_grant');
    expect(grantRefusal({ personId: 'a', requestedBy: 'b', decidedBy: 'a' })).toBe('self_grant');
    expect(grantRefusal({ personId: 'a', requestedBy: 'b', decidedBy: 'b' })).toBe('same_admin');
    expect(grantRefusal({ personId: 'a', requestedBy: 'b', decidedBy: 'c' })).toBeUndefined();
  });
});

describe('a new officer', () => {
  const granted = new Date('2026-03-28T12:00:00Z');
  it('approves nothing for 24 hours, counted in hours also when the clocks change', () => {
    expect(mayApprove(new Date('2026-03-29T11:59:59.999Z'), granted)).toBe(false);
    expect(mayApprove(new Date('2026-03-29T12:00:00Z'), granted)).toBe(true);
    expect(mayApprove(new Date('2026-04-29T12:00:00Z'), null)).toBe(false);
  });

  it('is new until exactly 24 hours have passed; somebody who is no officer is none', () => {
    expect(isNewOfficer(granted, granted)).toBe(true);
    expect(isNewOfficer(granted, new Date('2026-03-29T11:59:59.999Z'))).toBe(true);
    expect(isNewOfficer(granted, new Date('2026-03-29T12:00:00.000Z'))).toBe(false);
    expect(isNewOfficer(null, granted)).toBe(false);
  });
});

describe('a new password', () => {
  const person = { email: 'mara.lind@desk.example', name: 'Mara Lind-Quist' };
  it('is refused where it is the own address or name, or a few characters over and over', () => {
    expect(weakness('mara.lind@desk.example!', person)).toBe('own_name');
    expect(weakness('Mara.Lind2026', person)).toBe('own_name');
    expect(weakness('MARA LIND-QUIST', person)).toBe('own_name');
    expect(weakness('abababababab', person)).toBe('repetitive');
    expect(weakness('ein Satz über Kraniche', person)).toBeUndefined();
  });
});
