import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@tenure/composition';
import { connectEventStore } from '@tenure/event-store';
import { startEmbeddedPostgres, superviseChild, type SupervisedChild } from '@tenure/local-servers';
import type { TestBroker } from '@tenure/local-servers/testing';

const ROOT = join(__dirname, '../../..');
const NODE_MAIN = join(ROOT, 'libs/platform/embedded-event-store/dist/main.js');

export type FeedOfProjector = 'kafka' | 'log';

/** Servers and processes that can be killed one by one. */
export async function openChaosPlatform(broker: TestBroker) {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-chaos-kafka-'));
  const processes = new Set<SupervisedChild>();
  const run = async (name: string, script: string, args: readonly string[], settings: object) => {
    const child = await superviseChild({
      name,
      script,
      args,
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'test', CHAOS_SETTINGS: JSON.stringify(settings) },
      onStderrLine: () => undefined,
      onUnexpectedExit: () => undefined,
    });
    processes.add(child);
    return child;
  };
  const kill = async (child: SupervisedChild) => {
    process.kill(child.pid, 'SIGKILL');
    await child.stop();
    processes.delete(child);
  };
  const startNode = (port: string) =>
    run('The event store', NODE_MAIN, ['--supervised', '--data', join(folder, 'log'), '--port', port], {});
  let node = await startNode('0');
  const port = String(node.ready.port);
  const eventStoreUrl = `esdb://127.0.0.1:${port}?tls=false`;
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres'), durable: false });
  const dataSource = await openDatabase(postgres.url, 10);
  const client = connectEventStore(eventStoreUrl);
  const topic = broker.unique('events');
  const logTopic = { brokers: broker.brokers, topic };
  return {
    client,
    dataSource,
    logTopic,
    kill,
    startRelay: () => run('A relay', join(__dirname, 'relay.process.mjs'), [], { eventStoreUrl, ...logTopic }),
    startProjector: (feed: FeedOfProjector) =>
      run('A projector', join(__dirname, 'projector.process.mjs'), [], {
        eventStoreUrl,
        databaseUrl: postgres.url,
        ...(feed === 'kafka' && { logTopic }),
      }),
    restartEventStore: async () => {
      await kill(node);
      node = await startNode(port);
    },
    /** PostgreSQL takes the death of one of its processes for a crash: all sessions end, and it recovers. */
    crashDatabase: async () => {
      const [{ pid }] = await dataSource.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
      process.kill(pid, 'SIGKILL');
    },
    stop: async () => {
      for (const child of processes) process.kill(child.pid, 'SIGCONT');
      await Promise.all([...processes].map((child) => kill(child)));
      await client.dispose();
      await dataSource.destroy();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type ChaosPlatform = Awaited<ReturnType<typeof openChaosPlatform>>;
