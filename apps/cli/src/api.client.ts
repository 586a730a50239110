import type { Config } from '@tenure/config';
import { CliFailure } from './cli-failure.error';
import { findRunning } from './running.platform';

const ANSWER_LIMIT_MS = 60_000;

type Query = Readonly<Record<string, string | undefined>>;

/** Asks the API of the running platform. */
export class ApiClient {
  constructor(
    readonly baseUrl: string,
    private readonly limitMs = ANSWER_LIMIT_MS,
  ) {}

  get<Answer>(path: string, query: Query = {}): Promise<Answer> {
    return this.#ask<Answer>(this.#urlOf(path, query), {});
  }

  /** What is handed out as a file: all of it. */
  async download(path: string, query: Query): Promise<Uint8Array> {
    const response = await this.#fetch(this.#urlOf(path, query), {});
    if (!response.ok) throw new CliFailure(await refusalOf(response));
    const content = await response.arrayBuffer().catch((cause: unknown) => {
      throw new CliFailure(`The answer of ${this.baseUrl} broke off; is the platform still running?`, { cause });
    });
    return new Uint8Array(content);
  }

  /** Undefined where there is nothing under the path. */
  async find<Answer>(path: string): Promise<Answer | undefined> {
    const response = await this.#fetch(new URL(path, this.baseUrl), {});
    return response.status === 404 ? undefined : answerOf<Answer>(response);
  }

  /** `body` is JSON. */
  post<Answer>(path: string, body?: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const sent = new Headers(headers);
    if (body !== undefined) sent.set('content-type', 'application/json');
    return this.#ask<Answer>(new URL(path, this.baseUrl), { method: 'POST', body, headers: sent });
  }

  /** `body` is JSON. */
  put<Answer>(path: string, body: string): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    return this.#ask<Answer>(new URL(path, this.baseUrl), { method: 'PUT', body, headers });
  }

  #urlOf(path: string, query: Query): URL {
    const url = new URL(path, this.baseUrl);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
    return url;
  }

  async #ask<Answer>(url: URL, request: RequestInit): Promise<Answer> {
    return answerOf<Answer>(await this.#fetch(url, request));
  }

  #fetch(url: URL, request: RequestInit): Promise<Response> {
    const signal = AbortSignal.timeout(this.limitMs);
    return fetch(url, { ...request, signal }).catch((cause: unknown) => {
      throw new CliFailure(`The platform does not answer at ${this.baseUrl}; is it running?`, { cause });
    });
  }
}

/** The API documents what it answers with; here it is taken at its word. */
async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new CliFailure(await refusalOf(response));
  return (await response.json()) as Answer;
}

/** The API that is set, or the one that runs on the data folder; a minute for an answer is enough unless said. */
export async function connectApi({ url, dataDir }: Config, limitMs?: number): Promise<ApiClient> {
  if (url !== undefined) return new ApiClient(url, limitMs);
  const running = await findRunning(dataDir);
  if (!running) {
    throw new CliFailure(`No platform runs on the data folder ${dataDir}: run \`tenure start\`, or set TENURE_URL`);
  }
  return new ApiClient(running.apiUrl, limitMs);
}

interface Problem {
  readonly title?: string;
  readonly detail?: string;
}

async function refusalOf(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  return problem.detail ?? problem.title ?? `The platform answered with status ${response.status}`;
}
