export interface Reply<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

export interface SendOptions {
  ifMatch?: number;
  key?: string;
  headers?: Record<string, string>;
}

/** What a reply holds is checked by the test that reads it; name a type where that helps. */
type Loose = ReturnType<typeof JSON.parse>;

/** A browser or machine at the server: keeps its cookie and anti-forgery token. */
export class Client {
  readonly url: string;
  cookie: string | undefined;
  csrf: string | undefined;
  readonly fixed: Record<string, string>;

  constructor(
    url: string,
    identity: { cookie?: string; csrf?: string; headers?: Record<string, string> } = {},
  ) {
    this.url = url;
    this.cookie = identity.cookie;
    this.csrf = identity.csrf;
    this.fixed = identity.headers ?? {};
  }

  #headers(options: SendOptions): Record<string, string> {
    return {
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...(this.csrf ? { 'x-csrf-token': this.csrf } : {}),
      ...this.fixed,
      ...(options.ifMatch !== undefined ? { 'if-match': `"${options.ifMatch}"` } : {}),
      ...(options.key ? { 'idempotency-key': options.key } : {}),
      ...options.headers,
    };
  }

  async #send<T>(method: string, path: string, options: SendOptions, body?: BodyInit): Promise<Reply<T>> {
    const response = await fetch(this.url + path, {
      method,
      headers: this.#headers(options),
      body: body ?? null,
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const text = await response.text();
    const isJson = text !== '' && response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : text) as T,
      headers: response.headers,
    };
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name] = pair.split('=');
    const others = (this.cookie ?? '').split('; ').filter((part) => part && !part.startsWith(`${name}=`));
    const cleared = /max-age=0|expires=thu, 01 jan 1970/i.test(line);
    this.cookie = [...others, ...(cleared ? [] : [pair])].join('; ');
  }

  get<T = Loose>(path: string, options: SendOptions = {}): Promise<Reply<T>> {
    return this.#send<T>('GET', path, options);
  }

  post<T = Loose>(path: string, body: unknown = {}, options: SendOptions = {}): Promise<Reply<T>> {
    return this.#send<T>(
      'POST',
      path,
      { ...options, headers: { 'content-type': 'application/json', ...options.headers } },
      JSON.stringify(body),
    );
  }

  /** Sends a body as it is: for broken JSON, other media types and uploads. */
  raw<T = Loose>(
    method: string,
    path: string,
    body: BodyInit | undefined,
    options: SendOptions = {},
  ): Promise<Reply<T>> {
    return this.#send<T>(method, path, options, body);
  }
}
