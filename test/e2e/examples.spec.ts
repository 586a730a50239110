import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startApi } from '@tenure/api';
import { openDatabase } from '@tenure/composition';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore } from '@tenure/event-store';
import { DEFAULT_HTTP_SETTINGS, type HttpServer } from '@tenure/http';
import { findFreePort } from '@tenure/local-servers';
import { describeWithKafka, startTestPostgres } from '@tenure/local-servers/testing';
import { startProjector } from '@tenure/projector';
import { startRelay } from '@tenure/relay';
import { pino } from 'pino';

const EXAMPLES = join(__dirname, '../../docs/examples');
const log = pino({ level: 'silent' });

/** Lines of an example that runs as a program of its own. */
interface Example {
  readonly until: (isWanted: (line: string) => boolean) => Promise<string[]>;
  readonly stop: () => Promise<void>;
}

describeWithKafka('the examples of the documentation', (kafka) => {
  let platform: Awaited<ReturnType<typeof startPlatform>>;
  const examples: Example[] = [];
  beforeEach(async () => {
    platform = await startPlatform();
  });
  afterEach(async () => {
    await Promise.all(examples.splice(0).map(({ stop }) => stop()));
    await platform.stop();
  });

  async function startPlatform() {
    const [eventStore, postgres] = await Promise.all([startTestEventStore(), startTestPostgres()]);
    const client = connectEventStore(eventStore.connectionString);
    const dataSource = await openDatabase(postgres.url, 8);
    const topic = kafka().unique('events');
    const { brokers } = kafka();
    const relay = startRelay({ client, brokers, log, topic: { topic } });
    const projector = startProjector({ client, dataSource, log });
    const port = await findFreePort();
    const settings = { ...DEFAULT_HTTP_SETTINGS, rateLimitPerMinute: 0, port };
    const openApi = (): Promise<HttpServer> => startApi({ settings, client, dataSource, projector, log });
    let api = await openApi();
    return {
      topic,
      url: api.url,
      restartApi: async () => {
        await api.close();
        api = await openApi();
      },
      stop: async () => {
        await api.close();
        await Promise.all([relay.close(), projector.close()]);
        await dataSource.destroy();
        await client.dispose();
        await Promise.all([eventStore.stop(), postgres.stop()]);
      },
    };
  }

  async function register(customerId: string): Promise<void> {
    const body = { customerId, name: customerId, fieldSource: 'web-form', occurredAt: '2024-05-01T09:30:00+08:00' };
    const answer = await fetch(`${platform.url}/customers`, {
      method: 'POST',
      // Kept open, it would be of the API before its restart.
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(201);
  }

  function run(name: string, ...args: string[]): Example {
    const child: ChildProcess = spawn(process.execPath, [join(EXAMPLES, name), ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const lines = createInterface({ input: child.stdout ?? process.stdin })[Symbol.asyncIterator]();
    const example: Example = {
      until: async (isWanted) => {
        const seen: string[] = [];
        for (let next = await lines.next(); !next.done; next = await lines.next()) {
          seen.push(next.value);
          if (isWanted(next.value)) return seen;
        }
        throw new Error(`it ended after ${seen.join('\n')}`);
      },
      stop: async () => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      },
    };
    examples.push(example);
    return example;
  }

  it('consume every event once, also when they are started again', async () => {
    const customers = Array.from({ length: 12 }, (_, index) => `k-${index}`);
    for (const customer of customers) await register(customer);
    const args = [kafka().brokers.join(), kafka().unique('example'), platform.topic];
    const first = run('consume-events.mjs', ...args);
    const isOf = (customer: string) => (line: string) => line.includes(` ${customer} CustomerRegistered {`);
    let left = customers.length;
    const seen = await first.until(() => --left === 0);
    expect(customers.filter((customer) => seen.filter(isOf(customer)).length !== 1)).toEqual([]);
    await first.stop();
    await register('late');
    const second = run('consume-events.mjs', ...args);
    expect(await second.until(isOf('late'))).toHaveLength(1);
  });

  it('keep a copy of a read model, also when the API is started again', async () => {
    await register('k-1');
    await register('k-2');
    const copy = run('follow-changes.mjs', platform.url, 'customer-overview');
    await copy.until((line) => line.startsWith('2 rows at position '));
    await platform.restartApi();
    await register('k-3');
    await copy.until((line) => line.startsWith('3 rows at position '));
  });
});
