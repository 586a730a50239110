import type { Config } from '@tenure/config';
import { CliFailure } from './cli-failure.error';
import { findRunning } from './running.platform';

/** Asks the API of the running platform. */
export class ApiClient {
  constructor(readonly baseUrl: string) {}

  get<Answer>(path: string, query: Readonly<Record<string, string | undefined>> = {}): Promise<Answer> {
    return this.#ask<Answer>('GET', path, query);
  }

  post<Answer>(path: string): Promise<Answer> {
    return this.#ask<Answer>('POST', path, {});
  }

  /** The API documents what it answers with; here it is taken at its word. */
  async #ask<Answer>(
    method: string,
    path: string,
    query: Readonly<Record<string, string | undefined>>,
  ): Promise<Answer> {
    const url = new URL(path, this.baseUrl);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
    const response = await fetch(url, { method, signal: AbortSignal.timeout(60_000) }).catch((cause: unknown) => {
      throw new CliFailure(`The platform does not answer at ${this.baseUrl}; is it running?`, { cause });
    });
    if (!response.ok) throw new CliFailure(await refusalOf(response));
    return (await response.json()) as Answer;
  }
}

/** The API that is set, or the one that runs on the data folder. */
export async function connectApi({ url, dataDir }: Config): Promise<ApiClient> {
  if (url !== undefined) return new ApiClient(url);
  const running = await findRunning(dataDir);
  if (!running) {
    throw new CliFailure(`No platform runs on the data folder ${dataDir}: run \`tenure start\`, or set TENURE_URL`);
  }
  return new ApiClient(running.apiUrl);
}

interface Problem {
  readonly title?: string;
  readonly detail?: string;
}

async function refusalOf(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  return problem.detail ?? problem.title ?? `The platform answered with status ${response.status}`;
}
