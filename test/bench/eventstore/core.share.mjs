import { readdirSync, readFileSync } from 'node:fs';

/** Seconds that all threads of a process have run on a processor so far (Linux). */
export function processorSeconds(pid) {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
  }
  return nanoseconds / 1e9;
}

/** `VmRSS` is what a process holds in memory now, `VmHWM` the most that it ever held. */
export function memoryMb(pid, field = 'VmRSS') {
  const [, kilobytes] = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(kilobytes) / 1024);
}

/** Runs `work`, which resolves to the number of units it did: units a second, and the share of a core of both sides. */
export async function measure(nodePid, work) {
  const pids = [process.pid, nodePid];
  const before = pids.map(processorSeconds);
  const start = process.hrtime.bigint();
  const units = await work();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const [clientSeconds, nodeSeconds] = pids.map((pid, index) => processorSeconds(pid) - before[index]);
  return {
    perSecond: units / seconds,
    secondsEach: seconds / units,
    clientShare: clientSeconds / seconds,
    nodeShare: nodeSeconds / seconds,
    nodeSecondsEach: nodeSeconds / units,
  };
}
