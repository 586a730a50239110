import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EventStoreDBClient } from '@eventstore/db-client';
import { round, startNode } from '../harness.mjs';
import { memoryMb } from './core.share.mjs';

export const EVENTS_PER_STREAM = 20;
export const streamName = (number) => `history-${number}`;

/** A data folder with a log of that many events, left by a node that was killed. */
export async function writeHistory(events) {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-bench-'));
  const writer = fileURLToPath(new URL('history.writer.mjs', import.meta.url));
  const [, signal] = await once(
    spawn(process.execPath, [writer, folder, String(events)], { stdio: 'inherit' }),
    'exit',
  );
  if (signal !== 'SIGKILL') throw new Error('the history was not written');
  return { folder, events, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** From the start of the process until it has answered a read; after a kill, without a snapshot, after a clean stop. */
export async function measureStarts({ folder, events }) {
  const figures = {};
  const startAndStop = async (name) => {
    const { node, seconds } = await timedStart(folder, events);
    figures[name] = seconds;
    if (name === 'start_seconds') figures.resident_mb = memoryMb(node.pid);
    console.log(`${name} ${seconds}, resident ${memoryMb(node.pid)} MB, at most ${memoryMb(node.pid, 'VmHWM')} MB`);
    await node.stop();
  };
  await startAndStop('start_after_kill_seconds');
  await rm(join(folder, 'index-snapshot.bin'));
  await startAndStop('start_without_snapshot_seconds');
  await startAndStop('start_seconds');
  return figures;
}

async function timedStart(folder, events) {
  const start = performance.now();
  const node = await startNode(folder);
  const client = EventStoreDBClient.connectionString(node.url);
  const stream = streamName(events / EVENTS_PER_STREAM - 1);
  let count = 0;
  for await (const { event } of client.readStream(stream)) if (event !== undefined) count++;
  const seconds = round((performance.now() - start) / 1000);
  if (count !== EVENTS_PER_STREAM) throw new Error(`${stream} has ${count} events`);
  await client.dispose();
  return { node, seconds };
}
