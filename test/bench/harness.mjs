import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** Real input that the repository carries. */
export const SAMPLES = fileURLToPath(new URL('../../infra/samples', import.meta.url));

/** The embedded node from its release build, in a process and, unless one is given, a folder of its own; fsync is on, as always. */
export async function startNode(existingFolder) {
  const folder = existingFolder ?? (await mkdtemp(join(tmpdir(), 'tenure-bench-')));
  const main = join(require.resolve('@tenure/embedded-event-store'), '..', 'main.js');
  const child = spawn(process.execPath, [main, '--data', folder, '--port', '0', '--supervised'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('{')) continue;
    const { port } = JSON.parse(line);
    const stop = async () => {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
      if (existingFolder === undefined) await rm(folder, { recursive: true, force: true });
    };
    return { url: `esdb://127.0.0.1:${port}?tls=false`, folder, pid: child.pid, stop };
  }
  throw new Error('the embedded node ended before it was ready');
}

/** Every event of the log but the system's own, in order. */
export async function readAll(client) {
  const events = [];
  for await (const { event } of client.readAll()) if (!event.type.startsWith('$')) events.push(event);
  return events;
}

/** Units per second of `work`, which resolves to the number of units it did. */
export async function rateOf(work) {
  const start = process.hrtime.bigint();
  const units = await work();
  return units / (Number(process.hrtime.bigint() - start) / 1e9);
}

/** Runs `many` tasks with at most `width` of them at a time. */
export async function inParallel(many, width, task) {
  let next = 0;
  const worker = async () => {
    while (next < many) await task(next++);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Prints the figures for people and, last, the one JSON line for machines. */
export function report(benchmark, ratios, figures) {
  console.log(`\n${benchmark} on Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, fsync on`);
  for (const [name, value] of Object.entries({ ...figures, ...ratios })) console.log(`  ${name.padEnd(32)} ${value}`);
  console.log(JSON.stringify({ benchmark, ratios, figures }));
}

export const round = (value, digits = 2) => Number(value.toFixed(digits));
