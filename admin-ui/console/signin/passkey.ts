import { post } from '../../shared/api.ts';

/** Asks the browser for a passkey that is already known here. */
export async function askPasskey(): Promise<Record<string, unknown>> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const options = await post<never>('/api/session/passkey-options');
  return { ...(await startAuthentication({ optionsJSON: options })) };
}

/** Makes a new passkey on this device and hands it to the server under a name. */
export async function registerPasskey(label: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const options = await post<never>('/api/me/passkeys/options');
  const response = await startRegistration({ optionsJSON: options });
  await post('/api/me/passkeys/register', { label, response });
}
