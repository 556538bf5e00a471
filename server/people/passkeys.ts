import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Credential } from './schema/session.ts';
import type { PasskeyRow } from './store/factors.ts';

// A tenth of what a process loads, for one step of some sign-ins: it comes when it is wanted.
const webauthn = () => import('@simplewebauthn/server');

const relyingParty = (publicUrl: string) => ({
  id: new URL(publicUrl).hostname,
  origin: new URL(publicUrl).origin,
});

const listed = (keys: readonly PasskeyRow[]) =>
  keys.map((key) => ({ id: key.credential_id, transports: key.transports }));

export async function requestOptions(publicUrl: string, keys: readonly PasskeyRow[]) {
  const { generateAuthenticationOptions } = await webauthn();
  return generateAuthenticationOptions({
    rpID: relyingParty(publicUrl).id,
    allowCredentials: listed(keys),
    userVerification: 'preferred',
  });
}

export async function creationOptions(
  publicUrl: string,
  person: { id: string; email: string; name: string },
  keys: readonly PasskeyRow[],
) {
  const { generateRegistrationOptions } = await webauthn();
  return generateRegistrationOptions({
    rpName: 'Assay',
    rpID: relyingParty(publicUrl).id,
    userID: Uint8Array.from(Buffer.from(person.id.replaceAll('-', ''), 'hex')),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: listed(keys),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  });
}

/** The new signature count where the answer fits challenge, origin and key; undefined where anything does not. */
export async function answerFits(
  publicUrl: string,
  challenge: string,
  key: PasskeyRow,
  response: Credential,
): Promise<number | undefined> {
  const { id, origin } = relyingParty(publicUrl);
  try {
    const { verifyAuthenticationResponse } = await webauthn();
    const result = await verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: false,
      credential: {
        id: key.credential_id,
        publicKey: Uint8Array.from(key.public_key),
        counter: key.sign_count,
      },
    });
    return result.verified ? result.authenticationInfo.newCounter : undefined;
  } catch {
    return undefined;
  }
}

/** The credential an authenticator made for us, or undefined where its answer does not fit. */
export async function readRegistration(
  publicUrl: string,
  challenge: string,
  response: Credential,
): Promise<Omit<PasskeyRow, 'person_id'> | undefined> {
  const { id, origin } = relyingParty(publicUrl);
  try {
    const result = await (await webauthn()).verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: false,
    });
    if (!result.verified) return undefined;
    const { credential } = result.registrationInfo;
    return {
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      sign_count: credential.counter,
      transports: [...(credential.transports ?? [])],
    };
  } catch {
    return undefined;
  }
}
