import type { EventStoreDBClient } from '@eventstore/db-client';
import { startTestEventStore } from '@tenure/embedded-event-store/testing';
import { accept, defineCodec } from '@tenure/kernel';
import { CommandExecutor } from './command.executor';
import { AppendTooLargeError, UnreadableEventError } from './errors';
import { connectEventStore } from './event-store.client';
import { toMetadata } from './recorded.codec';
import {
  context,
  count,
  counter,
  occurredAt,
  type CounterCommand,
  type CounterEvent,
} from './testing/counter.aggregate';

describe('command executor', () => {
  let server: Awaited<ReturnType<typeof startTestEventStore>>;
  let client: EventStoreDBClient;
  let other: EventStoreDBClient;

  beforeAll(async () => {
    server = await startTestEventStore();
    client = connectEventStore(server.connectionString);
    other = connectEventStore(server.connectionString);
  });
  afterAll(async () => {
    await client.dispose();
    await other.dispose();
    await server.stop();
  });

  async function eventsOf(counterId: string) {
    const events = [];
    for await (const { event } of client.readStream(`counter-${counterId}`)) events.push(event);
    return events;
  }

  it('records events with their metadata and answers with the position', async () => {
    const outcome = await new CommandExecutor(client).execute(counter, count('meta'), context('m-1'));
    const [event] = await eventsOf('meta');
    expect(outcome).toEqual({
      status: 'accepted',
      stream: 'counter-meta',
      position: event?.position?.commit,
      events: 1,
    });
    expect(event).toMatchObject({
      type: 'Counted',
      revision: 0n,
      data: { counterId: 'meta', by: 1 },
      metadata: { ...context('m-1'), customerId: 'meta', occurredAt, schemaVersion: 1 },
    });
  });

  it('knows a repeated command: by its memory, after a restart, and when it starts its stream again', async () => {
    const executor = new CommandExecutor(client);
    const first = await executor.execute(counter, count('again'), context('a-1'));
    await executor.execute(counter, count('again'), context('a-2'));
    const known = { status: 'known', stream: 'counter-again', position: expect.any(BigInt) };
    expect(await executor.execute(counter, count('again'), context('a-1'))).toEqual(known);
    const restarted = await new CommandExecutor(client).execute(counter, count('again'), context('a-1'));
    expect(restarted).toMatchObject({ status: 'known', position: first.status === 'accepted' && first.position });
    expect(await new CommandExecutor(client).execute(counter, count('again'), context('a-2'))).toEqual(known);
    expect(await eventsOf('again')).toHaveLength(2);
  });

  it('refuses a command id with other content, whether it remembers or not', async () => {
    const executor = new CommandExecutor(client);
    await executor.execute(counter, count('reused', 1), context('r-1'));
    const refused = { status: 'rejected', code: 'command-id-reused' };
    expect(await executor.execute(counter, count('reused', 2), context('r-1'))).toMatchObject(refused);
    expect(await new CommandExecutor(client).execute(counter, count('reused', 2), context('r-1'))).toMatchObject(
      refused,
    );
    expect(await eventsOf('reused')).toHaveLength(1);
  });

  it('carries out every one of many concurrent commands of two writers on one stream, each once', async () => {
    const writers = [new CommandExecutor(client), new CommandExecutor(other)];
    const commands = Array.from({ length: 200 }, (_, index) => index);
    const outcomes = await Promise.all(
      commands.flatMap((index) =>
        writers.map((writer) => writer.execute(counter, count('busy', index), context(`b-${index}`))),
      ),
    );
    expect(outcomes.every(({ status }) => status === 'accepted' || status === 'known')).toBe(true);
    const events = await eventsOf('busy');
    expect(events.map((event) => event?.revision)).toEqual(commands.map(BigInt));
    const ids = events.flatMap((event) => (event ? [toMetadata(event.metadata, event.created).commandId] : []));
    expect(new Set(ids).size).toBe(commands.length);
  });

  it('decides each of the commands that wait together by the decider that it came with', async () => {
    const executor = new CommandExecutor(client);
    const { decider } = counter;
    const doubling = {
      ...counter,
      decider: {
        ...decider,
        decide: (command: CounterCommand, total: number) => decider.decide({ ...command, by: 2 * command.by }, total),
      },
    };
    const id = 'two-deciders';
    await Promise.all([
      executor.execute(counter, count(id, 1), context('plain')),
      executor.execute(doubling, count(id, 10), context('doubled')),
      executor.execute(counter, count(id, 100), context('plain again')),
    ]);
    expect((await eventsOf(id)).map((event) => event?.data)).toEqual([1, 20, 100].map((by) => ({ counterId: id, by })));
  });

  it('goes by what a stream is expected to hold where it does, and by what it holds where it does not', async () => {
    await new CommandExecutor(other).execute(counter, count('expected', 5), context('e-0'));
    const expecting = (total: number, events: number) => ({
      ...counter,
      expected: () => ({ state: total, revision: BigInt(events) - 1n }),
      decider: {
        ...counter.decider,
        decide: ({ counterId, by }: CounterCommand, before: number) =>
          accept<CounterEvent>({ type: 'Counted', data: { counterId, by, note: `after ${before}` } }),
      },
    });
    const executor = new CommandExecutor(client);
    const send = (total: number, events: number, commandId: string) =>
      executor.execute(expecting(total, events), count('expected'), context(commandId));
    expect(await send(5, 1, 'e-1')).toMatchObject({ status: 'accepted', events: 1 });
    expect(await send(5, 1, 'e-1')).toMatchObject({ status: 'known' });
    expect(await send(99, 9, 'e-2')).toMatchObject({ status: 'accepted', events: 1 });
    expect(await send(5, 1, 'e-3')).toMatchObject({ status: 'accepted', events: 1 });
    expect(await send(5, 1, 'e-2')).toMatchObject({ status: 'known' });
    const notes = (await eventsOf('expected')).slice(1).map((event) => event?.data);
    expect(notes).toEqual([5, 6, 7].map((total) => ({ counterId: 'expected', by: 1, note: `after ${total}` })));
  });

  it('never refuses on stale state', async () => {
    const here = new CommandExecutor(client);
    await here.execute(counter, count('stale', 5), context('s-1'));
    await new CommandExecutor(other).execute(counter, count('stale', 5), context('s-2'));
    const check: CounterCommand = { type: 'CountUpTo', counterId: 'stale', by: 10, occurredAt };
    expect(await here.execute(counter, check, context('s-3'))).toMatchObject({ status: 'accepted', events: 0 });
    expect(await here.execute(counter, { ...check, by: 11 }, context('s-4'))).toMatchObject({
      status: 'rejected',
      code: 'counter-too-high',
      detail: 'it stands at 10',
    });
  });

  it('says when the events of a command are too large, and goes on', async () => {
    const executor = new CommandExecutor(client);
    const large = count('large', 1, 'x'.repeat(2 * 1024 * 1024));
    await expect(executor.execute(counter, large, context('l-1'))).rejects.toThrow(AppendTooLargeError);
    expect(await executor.execute(counter, count('large'), context('l-2'))).toMatchObject({ status: 'accepted' });
  });

  it('decides nothing on a history that it cannot read', async () => {
    const unreadable = {
      ...counter,
      codec: defineCodec<CounterEvent>({ Counted: { version: 1, fields: { by: 'string' } } }),
    };
    await new CommandExecutor(client).execute(counter, count('old'), context('o-1'));
    const decision = new CommandExecutor(client).execute(unreadable, count('old'), context('o-2'));
    await expect(decision).rejects.toThrow(UnreadableEventError);
  });
});
