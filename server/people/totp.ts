import { Secret, TOTP } from 'otpauth';

const period = 30;

const generator = (secret: Secret, label: string): TOTP =>
  new TOTP({ issuer: 'Assay', label, secret, algorithm: 'SHA1', digits: 6, period });

export const newTotpSecret = (): Buffer => Buffer.from(new Secret({ size: 20 }).bytes);

const asSecret = (secret: Buffer): Secret =>
  new Secret({ buffer: Uint8Array.from(secret).buffer as ArrayBuffer });

/** What an authenticator app is told: the secret to type and the address behind the QR code. */
export function totpInvitation(secret: Buffer, label: string): { secret: string; uri: string } {
  const totp = generator(asSecret(secret), label);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** The time step a code belongs to, one step of drift either way, or null. Real time: authenticator apps know no other. */
export function timeStepOf(secret: Buffer, code: string, atMs: number): number | null {
  const delta = generator(asSecret(secret), '').validate({ token: code, timestamp: atMs, window: 1 });
  return delta === null ? null : Math.floor(atMs / 1000 / period) + delta;
}
