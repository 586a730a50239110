/** `npm start` on an installed, built tree: time until it is ready, and memory of all its processes with the sample loaded. */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { median, report, round } from './harness.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const LONGEST_MS = 180_000;

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts the platform in a process group of its own, so that Ctrl-C can be sent to it as a terminal does. */
async function start(dataDir) {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), TENURE_DATA_DIR: dataDir };
  const startedAt = performance.now();
  const child = spawn('npm', ['start'], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'], detached: true });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await until(async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).status === 200);
  const seconds = (performance.now() - startedAt) / 1000;
  const stop = async () => {
    process.kill(-child.pid, 'SIGINT');
    await ended;
  };
  return { seconds, pid: child.pid, stop };
}

async function until(isTrue) {
  for (const deadline = performance.now() + LONGEST_MS; performance.now() < deadline; await delay(20)) {
    if (await isTrue().catch(() => false)) return;
  }
  throw new Error(`not so within ${LONGEST_MS} ms`);
}

const isLoaded = (dataDir) => JSON.parse(readFileSync(join(dataDir, 'sample.json'), 'utf8')).state === 'loaded';

/** Proportional set size of a process and everything below it, in MB, by name. */
function memoryBelow(root) {
  const parents = new Map(
    readdirSync('/proc')
      .filter(Number)
      .flatMap((pid) => statOf(pid)),
  );
  const below = [...parents].filter(([pid]) => isBelow(pid, root, parents)).map(([pid]) => pid);
  return below.map((pid) => ({ name: nameOf(pid), mb: proportionalMb(pid) }));
}

function statOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return [[Number(pid), Number(fields[1])]];
  } catch {
    return [];
  }
}

const isBelow = (pid, root, parents) => pid === root || (parents.has(pid) && isBelow(parents.get(pid), root, parents));

const nameOf = (pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim().slice(0, 90);

const proportionalMb = (pid) =>
  Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024;

const dataDir = await mkdtemp(join(tmpdir(), 'tenure-bench-'));
const loadStartedAt = performance.now();
const first = await start(dataDir);
await until(async () => isLoaded(dataDir));
const secondsToLoaded = (performance.now() - loadStartedAt) / 1000;
await delay(5_000);
const processes = memoryBelow(first.pid);
await first.stop();
const seconds = [];
for (let count = 0; count < ROUNDS; count++) {
  const again = await start(dataDir);
  seconds.push(again.seconds);
  await again.stop();
}
await rm(dataDir, { recursive: true });

for (const { name, mb } of processes) console.log(`${mb.toFixed(0).padStart(6)} MB  ${name}`);
report(
  'start',
  {},
  {
    seconds_to_ready: round(median(seconds)),
    first_start_seconds_to_ready: round(first.seconds),
    first_start_seconds_to_loaded: round(secondsToLoaded),
    resident_mb: round(
      processes.reduce((sum, { mb }) => sum + mb, 0),
      0,
    ),
  },
);
