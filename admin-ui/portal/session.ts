import type { Locale } from '../../server/applications/schema/form.ts';
import { get, keepToken, post } from '../shared/api.ts';
import type { PortalSession, Started } from './wire.ts';

let csrf: string | null = null;
const hold = (next: string | null): void => {
  csrf = next;
  keepToken(next);
};

/** The anti-forgery token for the one request that does not go through the shared client: an upload with progress. */
export const tokenNow = (): string | null => csrf;

let wayBack: string | null = null;
/** The link of an application begun in this very page; it is shown once and kept only until the page is left. */
export const linkBack = (): string | null => wayBack;

let arrived: string | null = null;

/** Takes the token of a link out of the address bar, so that it is in no history, bookmark or screenshot. */
export function takeToken(): string | null {
  const found = /^#t=([\w-]+)$/.exec(window.location.hash)?.[1] ?? null;
  if (window.location.hash.startsWith('#t='))
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
  if (found !== null) arrived = found;
  return arrived;
}

/** Opens the link that led here, or the session this browser already has. */
export async function openSession(token: string | null): Promise<PortalSession> {
  // A browser that still has a session must send its token along, also to open another link.
  const here = await get<PortalSession>('/api/portal/session');
  hold(here.csrf);
  const session = token === null ? here : await post<PortalSession>('/api/portal/open', { token });
  hold(session.csrf);
  return session;
}

/** Begins an empty application and opens it here. */
export async function startApplication(input: { locale: Locale; email?: string }): Promise<Started> {
  const started = await post<Started>('/api/portal/applications', input);
  hold(started.csrf);
  arrived = null;
  wayBack = new URL(started.link, window.location.origin).href;
  return started;
}
