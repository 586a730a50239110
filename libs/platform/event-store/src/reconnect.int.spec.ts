import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { startEmbeddedEventStore, type EmbeddedEventStore } from '@tenure/embedded-event-store';
import { CommandExecutor } from './command.executor';
import { connectEventStore } from './event-store.client';
import { EventStoreFeed } from './event-store.feed';
import { context, count, counter } from './testing/counter.aggregate';

const COMMANDS = 300;

describe('a node that goes away and comes back', () => {
  let dataFolder: string;
  let node: EmbeddedEventStore;
  let client: EventStoreDBClient;

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'tenure-reconnect-'));
    node = await startEmbeddedEventStore({ dataFolder });
    client = connectEventStore(node.connectionString);
  });
  afterAll(async () => {
    await client.dispose();
    await node.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  async function restart(): Promise<void> {
    const { port } = node;
    await node.stop();
    node = await startEmbeddedEventStore({ dataFolder, port });
  }

  it('costs no command and no event: each is carried out and fed once, in order', async () => {
    const stopping = new AbortController();
    const fed: string[] = [];
    const feeding = (async () => {
      const feed = new EventStoreFeed(client, counter.codec, () => undefined);
      for await (const { events } of feed.batches(undefined, { maxEvents: 50, signal: stopping.signal })) {
        fed.push(...events.map(({ metadata }) => metadata.commandId));
        if (fed.length >= COMMANDS) stopping.abort();
      }
    })();
    const executor = new CommandExecutor(client, { attempts: 12 });
    const sent = Array.from({ length: COMMANDS }, (_, index) => `again-${index}`);
    const outcomes = [];
    for (const [index, commandId] of sent.entries()) {
      if (index % 100 === 50) await restart();
      outcomes.push(await executor.execute(counter, count('restarted'), context(commandId)));
    }
    await feeding;
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(fed).toEqual(sent);
  });
});
