/** Every way a request or command can fail. The status and wording table is platform/problems.ts. */
export const problemCodes = [
  'malformed_request',
  'invalid_input',
  'too_large',
  'too_slow',
  'unsupported_media_type',
  'not_found',
  'method_not_allowed',
  'not_signed_in',
  'second_factor_required',
  'sign_in_failed',
  'forbidden',
  'cross_site',
  'precondition_required',
  'stale_version',
  'wrong_state',
  'not_holder',
  'already_claimed',
  'own_involvement',
  'second_person_required',
  'blocked',
  'nobody_eligible',
  'nothing_waiting',
  'incomplete',
  'conflict',
  'key_in_flight',
  'key_reused',
  'key_required',
  'too_many_requests',
  'link_invalid',
  'link_expired',
  'link_used',
  'too_deep',
  'filter_not_allowed',
  'unavailable',
  'unknown_outcome',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** One wrong field: `pointer` is an RFC 6901 JSON pointer into the request body. */
export interface FieldError {
  pointer: string;
  code: string;
  params?: Record<string, string | number | boolean>;
}

export type ProblemParams = Record<string, string | number | boolean | null | readonly string[]>;

/**
 * The one error that rules, services and stores throw on purpose.
 * `extra` is added to the reply as further members (for `stale_version`: `current`).
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly params: ProblemParams;
  readonly fields: FieldError[];
  readonly extra: Record<string, unknown>;

  constructor(
    code: ProblemCode,
    params: ProblemParams = {},
    more: { fields?: FieldError[]; extra?: Record<string, unknown> } = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'Problem';
    this.code = code;
    this.params = params;
    this.fields = more.fields ?? [];
    this.extra = more.extra ?? {};
  }
}
