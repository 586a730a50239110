/** Appends through the event store library against the bare client on the same node: events of about 1 KB. */
import { jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { complaintAggregate } from '@tenure/complaint-service';
import { CommandExecutor, connectEventStore } from '@tenure/event-store';
import { inParallel, median, rateOf, report, round, startNode } from './harness.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const SINGLES = 4_000;
const CONCURRENT = 256;
const BATCHES = 60;
const BATCH_SIZE = 100;
const BATCHES_AT_A_TIME = 4;

const text = 'The parcel came three days late and the box was torn open at one corner. '.repeat(8);
const occurredAt = '2024-05-01T09:30:00+08:00';
const context = (commandId) => ({ commandId, correlationId: commandId, actor: 'anna', source: 'bench' });

const node = await startNode();
const client = connectEventStore(node.url);
const executor = new CommandExecutor(client);

const opened = (complaintId) => ({
  complaintId,
  customerId: `customer-${complaintId}`,
  channel: 'phone',
  subject: 'Late delivery',
  description: text,
});
const metadata = (customerId, commandId) => ({ customerId, ...context(commandId), occurredAt, schemaVersion: 1 });

const bareSingles = (round) => async () => {
  await inParallel(SINGLES, CONCURRENT, async (index) => {
    const id = `b${round}x${index}`;
    const data = { ...opened(id), owner: 'anna', openedAt: occurredAt };
    const event = jsonEvent({ type: 'ComplaintOpened', data, metadata: metadata(data.customerId, id) });
    await client.appendToStream(`complaint-${id}`, event, { expectedRevision: NO_STREAM });
  });
  return SINGLES;
};

const librarySingles = (round) => async () => {
  await inParallel(SINGLES, CONCURRENT, async (index) => {
    const id = `l${round}x${index}`;
    const command = { type: 'OpenComplaint', ...opened(id), receivedBy: 'anna', occurredAt };
    const outcome = await executor.execute(complaintAggregate, command, context(id));
    if (outcome.status !== 'accepted') throw new Error(`unexpected ${JSON.stringify(outcome.status)}`);
  });
  return SINGLES;
};

const responded = (complaintId, index) => ({
  complaintId,
  customerId: 'c',
  by: 'anna',
  message: `${index} ${text}`,
  first: false,
});

const bareBatches = (round) => async () => {
  await inParallel(BATCHES, BATCHES_AT_A_TIME, async (batch) => {
    const id = `bb${round}x${batch}`;
    const events = Array.from({ length: BATCH_SIZE }, (_, index) =>
      jsonEvent({
        type: 'ComplaintResponded',
        data: { ...responded(id, index), respondedAt: occurredAt },
        metadata: metadata('c', `${id}-${index}`),
      }),
    );
    await client.appendToStream(`complaint-${id}`, events, { expectedRevision: NO_STREAM });
  });
  return BATCHES * BATCH_SIZE;
};

const libraryBatches = (round) => async () => {
  await inParallel(BATCHES, BATCHES_AT_A_TIME, async (batch) => {
    const id = `lb${round}x${batch}`;
    const open = { type: 'OpenComplaint', ...opened(id), receivedBy: 'anna', occurredAt };
    const commands = Array.from({ length: BATCH_SIZE }, (_, index) =>
      index === 0
        ? open
        : { type: 'RespondToComplaint', complaintId: id, by: 'anna', message: `${index} ${text}`, occurredAt },
    );
    await Promise.all(
      commands.map((command, index) => executor.execute(complaintAggregate, command, context(`${id}-${index}`))),
    );
  });
  return BATCHES * BATCH_SIZE;
};

const rates = { bareSingles: [], librarySingles: [], bareBatches: [], libraryBatches: [] };
await rateOf(bareSingles('warm'));
await rateOf(librarySingles('warm'));
await rateOf(bareBatches('warm'));
await rateOf(libraryBatches('warm'));
/** Who goes first changes from round to round, so that neither always meets the garbage of the other. */
async function measure(round, [firstName, first], [secondName, second]) {
  const turns = [
    [firstName, first],
    [secondName, second],
  ];
  for (const [name, work] of round % 2 ? turns.reverse() : turns) rates[name].push(await rateOf(work(round)));
}

for (let round = 0; round < ROUNDS; round++) {
  await measure(round, ['bareSingles', bareSingles], ['librarySingles', librarySingles]);
  await measure(round, ['bareBatches', bareBatches], ['libraryBatches', libraryBatches]);
}
await client.dispose();
await node.stop();

const ratio = (ours, bare) => round(median(ours.map((rate, index) => rate / bare[index])));
report(
  'append',
  {
    single_to_bare: ratio(rates.librarySingles, rates.bareSingles),
    batch_to_bare: ratio(rates.libraryBatches, rates.bareBatches),
  },
  {
    bare_single_events_per_second: round(median(rates.bareSingles), 0),
    library_single_events_per_second: round(median(rates.librarySingles), 0),
    bare_batch_events_per_second: round(median(rates.bareBatches), 0),
    library_batch_events_per_second: round(median(rates.libraryBatches), 0),
  },
);
