/**
 * How long after its acknowledgement a command can be seen in a read: complaints at 500 events a second, on the feed from the
 * event store and through Kafka. One in ten is followed: it waits for its position as the API does, then reads its row.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { domainProjections, openDatabase } from '@tenure/composition';
import { complaintAggregate } from '@tenure/complaint-service';
import { CommandExecutor, headPosition } from '@tenure/event-store';
import { ProjectionEngine, waitForPosition } from '@tenure/projections';
import { startServers } from './feed/log.in.kafka.mjs';
import { report, round } from './harness.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 20);
const PER_SECOND = 500;
const TICK_MS = 10;
const FOLLOWED = 10;
const LIMIT_MS = 10_000;
const occurredAt = '2024-05-01T09:30:00+08:00';
const names = domainProjections.map(({ projection }) => projection.name);

const servers = await startServers();
const { client } = servers;
const dataSource = await openDatabase(servers.postgres.url, 10);
const executor = new CommandExecutor(client);
const figures = {};
for (const [name, feed] of [
  ['direct', servers.direct],
  ['kafka', servers.throughKafka],
]) {
  const engine = new ProjectionEngine({
    dataSource,
    feed,
    bindings: domainProjections,
    head: () => headPosition(client),
    reread: () => Promise.reject(new Error('nothing is parked here')),
    onFailure: (_names, error) => console.error(error),
  });
  engine.start();
  await drive(`${name}-warm`, 3);
  Object.assign(figures, percentiles(name, await drive(name, SECONDS)));
  await engine.stop();
}
await dataSource.destroy();
await servers.stop();
report('fresh', {}, { events_per_second: PER_SECOND, seconds: SECONDS, ...figures });

/** Sends at an even rate, whatever is still under way; resolves to the milliseconds of those that were followed. */
async function drive(prefix, seconds) {
  const under = [];
  const perTick = (PER_SECOND * TICK_MS) / 1_000;
  const start = performance.now();
  for (let sent = 0; sent < seconds * PER_SECOND;) {
    const due = Math.floor((performance.now() - start) / TICK_MS) * perTick;
    for (; sent < due; sent++) under.push(sendAndFollow(`${prefix}-${sent}`, sent % FOLLOWED === 0));
    await delay(TICK_MS);
  }
  return (await Promise.all(under)).filter((ms) => ms !== undefined);
}

async function sendAndFollow(complaintId, isFollowed) {
  const command = {
    type: 'OpenComplaint',
    complaintId,
    customerId: `customer-${complaintId}`,
    channel: 'phone',
    subject: 'Late delivery',
    receivedBy: 'anna',
    occurredAt,
  };
  const context = { commandId: complaintId, correlationId: complaintId, actor: 'anna', source: 'bench' };
  const { position } = await executor.execute(complaintAggregate, command, context);
  if (!isFollowed) return undefined;
  const acknowledged = performance.now();
  await waitForPosition(dataSource, names, position, LIMIT_MS);
  const rows = await dataSource.query('SELECT 1 FROM complaint_queue WHERE complaint_id = $1', [complaintId]);
  if (rows.length !== 1) throw new Error(`${complaintId} is not in the queue`);
  return performance.now() - acknowledged;
}

function percentiles(name, milliseconds) {
  const sorted = milliseconds.sort((a, b) => a - b);
  const at = (share) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))], 1);
  return { [`${name}_p50_ms`]: at(0.5), [`${name}_p99_ms`]: at(0.99), [`${name}_followed`]: sorted.length };
}
