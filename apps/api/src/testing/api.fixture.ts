import type { EventStoreDBClient } from '@eventstore/db-client';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore } from '@tenure/event-store';
import { DEFAULT_HTTP_SETTINGS, serveHttp, type HttpSettings } from '@tenure/http';
import { ApiModule } from '../api.module';

/** An API over a real event store, with a clock that stands where the test sets it. */
export interface TestApi {
  readonly url: string;
  readonly client: EventStoreDBClient;
  readonly clock: { time: string };
  readonly request: (method: string, path: string, options?: RequestOptions) => Promise<Answer>;
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

export async function startTestApi(settings: Partial<HttpSettings> = {}): Promise<TestApi> {
  const eventStore = await startTestEventStore();
  const client = connectEventStore(eventStore.connectionString);
  const clock = { time: '2024-05-01T01:30:00.000Z' };
  const all = { ...DEFAULT_HTTP_SETTINGS, rateLimitPerMinute: 0, ...settings, port: 0 };
  const module = ApiModule.register({
    settings: all,
    client,
    waiter: { waitFor: async () => [] },
    readiness: [],
    clock: { now: () => clock.time },
  });
  const server = await serveHttp(module, all, false);
  return {
    url: server.url,
    client,
    clock,
    request: (method, path, options = {}) => send(method, `${server.url}${path}`, options),
    close: async () => {
      await server.close();
      await client.dispose();
      await eventStore.stop();
    },
  };
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
