import { round } from '../harness.mjs';
import { measure } from './core.share.mjs';
import { measuredEvent } from './event.mjs';

const PER_SECOND = 2000;
const STREAMS = 100;

/**
 * Milliseconds from the moment at which an event was due to be sent (not from when a busy sender came to it) until a
 * subscription to `$all` has it, while single appends are sent at a steady rate.
 */
export async function measureLiveDelivery({ client, pid }, seconds) {
  const total = PER_SECOND * seconds;
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
  const { perSecond, clientShare, nodeShare } = await measure(pid, async () => {
    start = performance.now();
    await Promise.all([sendSteadily(client, start, total), allDelivered]);
    return total;
  });
  await running.unsubscribe();
  delays.sort((a, b) => a - b);
  const percentile = (share) => round(delays[Math.ceil(total * share) - 1], 1);
  const figures = {
    live_p50_ms: percentile(0.5),
    live_p99_ms: percentile(0.99),
    live_rate_per_second: round(perSecond, 0),
  };
  const shares = { client: round(clientShare), node: round(nodeShare) };
  console.log(`live_p99_ms ${figures.live_p99_ms}, of a core: client ${shares.client}, node ${shares.node}`);
  return { figures, shares: { live_p99_ms: shares } };
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
