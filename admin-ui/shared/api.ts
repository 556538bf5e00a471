import type { FieldError, ProblemParams } from '../../server/kernel/problem.ts';

/** What the server answers when something cannot be done; `code` and `params` are worded by the catalogues. */
export interface ProblemBody {
  code: string;
  params: ProblemParams;
  status: number;
  title?: string;
  errors?: FieldError[];
  request_id?: string;
  /** The newer state, where the version decided on is no longer the present one. */
  current?: unknown;
}

export class ApiProblem extends Error {
  readonly body: ProblemBody;
  /** react-admin looks for the status here. */
  readonly status: number;
  constructor(body: ProblemBody) {
    super(body.title ?? body.code);
    this.name = 'ApiProblem';
    this.body = body;
    this.status = body.status;
  }
}

/** Dates travel as text. */
export type Wire<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Key in keyof T]: Wire<T[Key]> }
      : T;

let token: string | null = null;
/** The anti-forgery token of the session; sent with every unsafe request. */
export const keepToken = (next: string | null): void => {
  token = next;
};

export interface RequestOptions {
  method?: 'GET' | 'POST';
  body?: unknown;
  /** The version decided on, sent as If-Match. */
  version?: number;
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const text = await response.text();
  try {
    const body = JSON.parse(text) as ProblemBody;
    if (typeof body.code === 'string')
      return new ApiProblem({ ...body, params: body.params ?? {}, status: response.status });
  } catch {
    // not ours: a proxy's page
  }
  return new ApiProblem({
    code: response.status >= 500 ? 'unavailable' : 'malformed_request',
    params: {},
    status: response.status,
  });
}

function send(path: string, options: RequestOptions): Promise<Response> {
  const { method = 'GET', body, version, signal } = options;
  const headers: Record<string, string> = { Accept: 'application/json', ...options.headers };
  const isForm = body instanceof FormData;
  if (method === 'POST') {
    if (!isForm) headers['Content-Type'] = 'application/json';
    if (token !== null) headers['X-CSRF-Token'] = token;
  }
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  const payload = method === 'GET' ? undefined : isForm ? body : JSON.stringify(body ?? {});
  return fetch(path, { method, headers, body: payload, signal, credentials: 'same-origin' });
}

/** One call to the server: the parsed reply with its headers. Throws ApiProblem, also where nothing answered. */
export async function call<T>(
  path: string,
  options: RequestOptions = {},
): Promise<{ data: T; headers: Headers }> {
  let response: Response;
  try {
    response = await send(path, options);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem({ code: 'offline', params: {}, status: 0 });
  }
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return { data: (text === '' ? null : JSON.parse(text)) as T, headers: response.headers };
}

export const get = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  (await call<T>(path, { signal })).data;

/** Runs a command; `version` is what the person decided on. */
export const post = async <T>(path: string, body?: unknown, version?: number): Promise<T> =>
  (await call<T>(path, { method: 'POST', body, version })).data;

/** Saves what the server makes as a file; gives its headers. Throws ApiProblem, also where the file was cut off. */
export async function download(path: string, name: string): Promise<Headers> {
  let response: Response;
  let whole: Blob;
  try {
    response = await send(path, { headers: { Accept: 'text/csv' } });
    if (!response.ok) throw await problemOf(response);
    whole = await response.blob();
  } catch (error) {
    throw error instanceof ApiProblem ? error : new ApiProblem({ code: 'offline', params: {}, status: 0 });
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(whole);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return response.headers;
}
