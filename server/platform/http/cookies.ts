import type { Request, Response } from 'express';

/** A cookie's name on this installation: bound to the host over https, plain on this machine itself. */
export const cookieName = (base: string, publicUrl: string): string =>
  publicUrl.startsWith('https:') ? `__Host-${base}` : base;

/** The first cookie of that name, or undefined; never longer than a token of ours can be. */
export function readCookie(req: Request, name: string): string | undefined {
  for (const part of (req.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    const value = part.slice(at + 1).trim();
    return value === '' || value.length > 200 ? undefined : value;
  }
  return undefined;
}

/** Sets a cookie no script can read and no foreign page's form can bring along. */
export function writeCookie(
  res: Response,
  base: string,
  value: string,
  place: { publicUrl: string; maxAgeSeconds: number },
): void {
  res.cookie(cookieName(base, place.publicUrl), value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: place.publicUrl.startsWith('https:'),
    maxAge: place.maxAgeSeconds * 1000,
  });
}

export function clearCookie(res: Response, base: string, publicUrl: string): void {
  res.clearCookie(cookieName(base, publicUrl), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: publicUrl.startsWith('https:'),
  });
}
