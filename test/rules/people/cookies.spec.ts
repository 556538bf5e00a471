import type { Request, Response } from 'express';
import { describe, expect, it } from 'vitest';
import { cookieName, readCookie, writeCookie } from '../../../server/platform/http/cookies.ts';
import { addressKey } from '../../../server/platform/http/rate.ts';

const asked = (cookie: string) => ({ get: () => cookie }) as unknown as Request;

describe('the cookie of a session', () => {
  it('is bound to the host over https and secure; plain only on this machine', () => {
    expect(cookieName('assay', 'https://desk.example')).toBe('__Host-assay');
    expect(cookieName('assay', 'http://localhost:8080')).toBe('assay');
    for (const [publicUrl, secure] of [
      ['https://desk.example', true],
      ['http://127.0.0.1:8080', false],
    ] as const) {
      const set: unknown[] = [];
      const response = { cookie: (...given: unknown[]) => set.push(...given) } as unknown as Response;
      writeCookie(response, 'assay', 'token', { publicUrl, maxAgeSeconds: 60 });
      expect(set[2]).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 60_000 });
    }
  });

  it('is read by its exact name, and never longer than a token can be', () => {
    expect(readCookie(asked('a=1; assay=xyz; b=2'), 'assay')).toBe('xyz');
    expect(readCookie(asked('not-assay=xyz; assay-portal=p'), 'assay')).toBeUndefined();
    expect(readCookie(asked('assay='), 'assay')).toBeUndefined();
    expect(readCookie(asked(`assay=${'x'.repeat(201)}`), 'assay')).toBeUndefined();
    expect(readCookie(asked('assay'), 'assay')).toBeUndefined();
  });
});

describe('the address tries are counted under', () => {
  it('trust 31: is one for a whole /56 of IPv6 and for an IPv4 address however it is written', () => {
    expect(addressKey('2001:db8:1:2ff::1')).toBe(addressKey('2001:db8:1:2aa:ffff::9'));
    expect(addressKey('2001:db8:1:2ff::1')).not.toBe(addressKey('2001:db8:1:3ff::1'));
    expect(addressKey('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(addressKey('fe80::1%eth0')).toBe(addressKey('fe80::2'));
  });
});
