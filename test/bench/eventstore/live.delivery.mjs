import { median, round } from '../harness.mjs';
import { measure } from './core.share.mjs';
import { measuredEvent } from './event.mjs';

const PER_SECOND = 2000;
const SECONDS = 3;
const STREAMS = 100;

/**
 * Milliseconds from the call that appends an event until a subscription to `$all` has it, while single appends are sent
 * at a steady rate; and, as `from_due`, from the moment at which a sender that is never late would have made that call.
 * Medians of rounds.
 */
export async function measureLiveDelivery(target, rounds) {
  await deliver(target);
  const measured = [];
  for (let count = 0; count < rounds; count++) measured.push(await deliver(target));
  const over = (key, digits) => round(median(measured.map((each) => each[key])), digits);
  const figures = {
    live_p50_ms: over('p50', 1),
    live_p99_ms: over('p99', 1),
    live_p99_from_due_ms: over('p99FromDue', 1),
    live_per_second: over('perSecond', 0),
  };
  const shares = { client: over('clientShare'), node: over('nodeShare') };
  const spread = measured.map(({ p99 }) => round(p99, 1)).join(' ');
  console.log(
    `live_p99_ms ${figures.live_p99_ms} (${spread}), of a core: client ${shares.client}, node ${shares.node}`,
  );
  return { figures, shares: { live_p99_ms: shares } };
}

async function deliver({ client, pid }) {
  const total = PER_SECOND * SECONDS;
  const sentAt = new Float64Array(total);
  const arrivedAt = new Float64Array(total);
  const running = client.subscribeToAll({ fromPosition: 'end' });
  await new Promise((resolve, reject) => running.once('caughtUp', resolve).once('error', reject));
  const allDelivered = new Promise((resolve, reject) => {
    let arrived = 0;
    running.on('error', reject);
    running.on('data', ({ event }) => {
      arrivedAt[event.data.number] = performance.now();
      if (++arrived === total) resolve();
    });
  });
  let start = 0;
  const measured = await measure(pid, async () => {
    start = performance.now();
    await Promise.all([sendSteadily(client, start, sentAt), allDelivered]);
    return total;
  });
  await running.unsubscribe();
  const sent = arrivedAt.map((time, number) => time - sentAt[number]).sort();
  const due = arrivedAt.map((time, number) => time - start - dueAt(number)).sort();
  const percentile = (sorted, share) => sorted[Math.ceil(total * share) - 1];
  const [p50, p99, p99FromDue] = [percentile(sent, 0.5), percentile(sent, 0.99), percentile(due, 0.99)];
  return { ...measured, p50, p99, p99FromDue };
}

const dueAt = (number) => (number * 1000) / PER_SECOND;

async function sendSteadily(client, start, sentAt) {
  const appends = [];
  await new Promise((resolve) => {
    let sent = 0;
    const ticker = setInterval(() => {
      for (; sent < sentAt.length && dueAt(sent) <= performance.now() - start; sent++) {
        sentAt[sent] = performance.now();
        appends.push(client.appendToStream(`live-${sent % STREAMS}`, measuredEvent(sent)));
      }
      if (sent < sentAt.length) return;
      clearInterval(ticker);
      resolve();
    }, 1);
  });
  await Promise.all(appends);
}
