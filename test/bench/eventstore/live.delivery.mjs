import { median, round } from '../harness.mjs';
import { measure } from './core.share.mjs';
import { measuredEvent } from './event.mjs';

const PER_SECOND = 2000;
const SECONDS = 3;
const STREAMS = 100;

/**
 * Milliseconds from the moment at which an event was due to be sent (not from when a busy sender came to it) until a
 * subscription to `$all` has it, while single appends are sent at a steady rate. Medians of rounds.
 */
export async function measureLiveDelivery(target, rounds) {
  await deliver(target);
  const measured = [];
  for (let count = 0; count < rounds; count++) measured.push(await deliver(target));
  const over = (key, digits) => round(median(measured.map((each) => each[key])), digits);
  const figures = { live_p50_ms: over('p50', 1), live_p99_ms: over('p99', 1), live_per_second: over('perSecond', 0) };
  const shares = { client: over('clientShare'), node: over('nodeShare') };
  const spread = measured.map(({ p99 }) => round(p99, 1)).join(' ');
  console.log(
    `live_p99_ms ${figures.live_p99_ms} (${spread}), of a core: client ${shares.client}, node ${shares.node}`,
  );
  return { figures, shares: { live_p99_ms: shares } };
}

async function deliver({ client, pid }) {
  const total = PER_SECOND * SECONDS;
  const delays = [];
  const running = client.subscribeToAll({ fromPosition: 'end' });
  await new Promise((resolve, reject) => running.once('caughtUp', resolve).once('error', reject));
  let start = 0;
  const allDelivered = new Promise((resolve, reject) => {
    running.on('error', reject);
    running.on('data', ({ event }) => {
      delays.push(performance.now() - start - dueAt(event.data.number));
      if (delays.length === total) resolve();
    });
  });
  const measured = await measure(pid, async () => {
    start = performance.now();
    await Promise.all([sendSteadily(client, start, total), allDelivered]);
    return total;
  });
  await running.unsubscribe();
  delays.sort((a, b) => a - b);
  const percentile = (share) => delays[Math.ceil(total * share) - 1];
  return { ...measured, p50: percentile(0.5), p99: percentile(0.99) };
}

const dueAt = (number) => (number * 1000) / PER_SECOND;

async function sendSteadily(client, start, total) {
  const appends = [];
  await new Promise((resolve) => {
    let sent = 0;
    const ticker = setInterval(() => {
      for (; sent < total && dueAt(sent) <= performance.now() - start; sent++) {
        appends.push(client.appendToStream(`live-${sent % STREAMS}`, measuredEvent(sent)));
      }
      if (sent < total) return;
      clearInterval(ticker);
      resolve();
    }, 1);
  });
  await Promise.all(appends);
}
