import type { EventStoreDBClient } from '@eventstore/db-client';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { openDatabase } from '@tenure/composition';
import { connectEventStore } from '@tenure/event-store';
import type { SurveyLinks } from '@tenure/feedback-contract';
import { KeyedSurveyLinks } from '@tenure/feedback-service';
import { DEFAULT_HTTP_SETTINGS, type HttpSettings } from '@tenure/http';
import { startTestPostgres } from '@tenure/local-servers/testing';
import { startProjector, type Projector } from '@tenure/projector';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { startApi, type ApiOptions } from '../start.api';

/** An API with its projector over real servers, and a clock that stands where the test sets it. */
export interface TestApi {
  readonly url: string;
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly projector: Projector;
  readonly surveyLinks: SurveyLinks;
  /** Where the API's clock stands. */
  readonly time: { now: string };
  /** For outages; `close` stops what still runs. */
  readonly stopEventStore: () => Promise<void>;
  readonly stopPostgres: () => Promise<void>;
  readonly request: (method: string, path: string, options?: RequestOptions) => Promise<Answer>;
  /** Carries a command out that is sure to be accepted, and hands out the position to wait for. */
  readonly write: (path: string, body: object, method?: string) => Promise<string>;
  readonly read: (path: string, query?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface RequestOptions {
  /** Sent as it is where it is text or bytes, else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export async function startTestApi(
  settings: Partial<HttpSettings> = {},
  beside: Pick<ApiOptions, 'relay' | 'automation' | 'ingress'> = {},
): Promise<TestApi> {
  const [eventStore, postgres] = await Promise.all([startTestEventStore(), startTestPostgres()]);
  const stopEventStore = once(() => eventStore.stop());
  const stopPostgres = once(() => postgres.stop());
  const client = connectEventStore(eventStore.connectionString);
  const dataSource = await openDatabase(postgres.url, 8);
  const log = pino({ level: 'silent' });
  const projector = startProjector({ client, dataSource, log });
  const surveyLinks = new KeyedSurveyLinks('https://service.example');
  const time = { now: '2024-05-01T01:30:00.000Z' };
  const stopBehind = async () => {
    await projector.close();
    await dataSource.destroy();
    await client.dispose();
    await Promise.all([stopEventStore(), stopPostgres()]);
  };
  const server = await startApi({
    settings: { ...DEFAULT_HTTP_SETTINGS, rateLimitPerMinute: 0, waitForLimitMs: 60_000, ...settings, port: 0 },
    client,
    dataSource,
    projector,
    ...beside,
    surveyLinks,
    log,
    clock: { now: () => time.now },
  }).catch(async (error: unknown) => {
    // What runs on would keep the test's process.
    await stopBehind();
    throw error;
  });
  const request: TestApi['request'] = (method, path, options = {}) => send(method, `${server.url}${path}`, options);
  return {
    url: server.url,
    client,
    dataSource,
    projector,
    surveyLinks,
    time,
    stopEventStore,
    stopPostgres,
    request,
    write: async (path, body, method = 'POST') => {
      const answer = await request(method, path, { body });
      if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      return String(answer.body['position']);
    },
    read: (path, query = {}) => request('GET', `${path}?${new URLSearchParams(query).toString()}`),
    close: async () => {
      await server.close();
      await stopBehind();
    },
  };
}

function once(stop: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => (stopping ??= stop());
}

async function send(method: string, url: string, { body, headers = {} }: RequestOptions): Promise<Answer> {
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(url, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    body: raw ? body : JSON.stringify(body),
  });
  const mediaType = response.headers.get('content-type')?.split(';')[0];
  const text = await response.text();
  return { status: response.status, mediaType, headers: response.headers, body: parsed(text) };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const at = '2024-05-01T09:30:00+08:00';

export const opening = (complaintId: string) => ({
  complaintId,
  customerId: 'k-1',
  channel: 'phone',
  subject: 'Late delivery',
  receivedBy: 'anna',
  occurredAt: at,
});

export const registering = (customerId: string, fields: object = {}) => ({
  customerId,
  name: `Customer ${customerId}`,
  country: 'United Kingdom',
  fieldSource: 'web-form',
  occurredAt: '2011-01-10T09:00:00Z',
  ...fields,
});
