import type { ProblemCode } from '../kernel/problem.ts';

/** HTTP status and English title of every problem code; the console and portal translate by code. */
export const problemTable: Readonly<Record<ProblemCode, { status: number; title: string }>> = {
  malformed_request: { status: 400, title: 'The request cannot be read. Check its form and send it again.' },
  invalid_input: { status: 422, title: 'Some fields are not right. Each is named below; nothing was saved.' },
  too_large: { status: 413, title: 'That is more than can be taken at once. Shorten or split it.' },
  too_slow: { status: 408, title: 'Nothing arrived for a while, so this was given up. Send it again.' },
  unsupported_media_type: { status: 415, title: 'This kind of content is not accepted here.' },
  not_found: { status: 404, title: 'There is nothing here that you can see. Check the address.' },
  method_not_allowed: { status: 405, title: 'Records are changed by commands. Use one of those named here.' },
  not_signed_in: { status: 401, title: 'You are not signed in, or your session has ended. Sign in again.' },
  second_factor_required: { status: 401, title: 'Your second factor is still to be given.' },
  sign_in_failed: { status: 401, title: 'Address, password or code is not right.' },
  forbidden: { status: 403, title: 'Your role does not allow this.' },
  cross_site: {
    status: 403,
    title: 'This request did not come from the console or portal. Reload the page and try again.',
  },
  precondition_required: { status: 428, title: 'Say which version you decided on (If-Match).' },
  stale_version: {
    status: 412,
    title: 'Somebody changed this meanwhile. Look at the newer state, then decide again.',
  },
  wrong_state: { status: 409, title: 'This is not possible in the present state.' },
  not_holder: {
    status: 409,
    title: 'You do not hold this item. Claim it where nobody does, or take it over, first.',
  },
  already_claimed: { status: 409, title: 'A colleague claimed this a moment ago.' },
  own_involvement: {
    status: 403,
    title: 'You took part in this or declared a conflict of interest, so somebody else must do it.',
  },
  second_person_required: { status: 409, title: 'This needs a second person.' },
  blocked: { status: 409, title: 'This cannot be done yet. What it waits for is named below.' },
  nobody_eligible: {
    status: 409,
    title: 'Nobody on the desk may take this item. The lead has to bring somebody in.',
  },
  nothing_waiting: { status: 409, title: 'Nothing is waiting that you may take.' },
  incomplete: {
    status: 422,
    title: 'Something is still missing. Each part is named below; everything typed is kept.',
  },
  conflict: { status: 409, title: 'This collides with something that happened at the same time. Try again.' },
  key_in_flight: {
    status: 409,
    title: 'A request with this key is still being worked on. Ask again in a moment.',
  },
  key_reused: { status: 422, title: 'This key was already used for a different request.' },
  key_required: { status: 400, title: 'Send an Idempotency-Key with this request.' },
  too_many_requests: { status: 429, title: 'Too many tries. Wait a little, then try again.' },
  link_invalid: {
    status: 404,
    title: 'This link is not valid. Check that it was copied whole, or ask for a new one.',
  },
  link_expired: { status: 410, title: 'This link has expired. Ask for a new one.' },
  link_used: { status: 410, title: 'This link was used already.' },
  too_deep: { status: 400, title: 'Lists end at 10,000 rows. Narrow the filter to see what lies deeper.' },
  filter_not_allowed: { status: 400, title: 'This list cannot be filtered or sorted by that.' },
  unavailable: {
    status: 503,
    title: 'The service is briefly not available. Nothing was changed; try again.',
  },
  unknown_outcome: {
    status: 503,
    title: 'The connection broke at the last moment. Look whether it was done before you repeat it.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side. It was recorded; the request number helps us find it.',
  },
};
