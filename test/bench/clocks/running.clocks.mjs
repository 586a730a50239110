/**
 * Open clocks while the platform runs: what they cost when nothing happens, how soon an event of a case is in its clocks, and
 * how soon a thousand deadlines of the same second are acted on.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { waitForPosition } from '@tenure/projections';
import { processorSeconds } from '../eventstore/core.share.mjs';
import { median, round } from '../harness.mjs';
import { startClockPlatform } from './clock.platform.mjs';

const CLOCKS_A_CASE = 3;
const FEW = Number(process.env.BENCH_FEW_CLOCKS ?? 1_000);
const MANY = Number(process.env.BENCH_CLOCKS ?? 100_000);
const DEADLINES = Number(process.env.BENCH_DEADLINES ?? 1_000);
const IDLE_SECONDS = Number(process.env.BENCH_IDLE_SECONDS ?? 20);
const UPDATES_PER_SECOND = 50;
/** Not measured: code is still compiled meanwhile, and what loading a hundred thousand clocks has left behind is collected. */
const WARM_SECONDS = 10;
const UPDATE_SECONDS = Number(process.env.BENCH_SECONDS ?? 20);
const ROUNDS = Number(process.env.BENCH_BURSTS ?? 3);
const LIMIT_MS = 30_000;
const MINUTE_MS = 60_000;
/** Of the deadlines, to open their cases in. */
const LEAD_MS = 40_000;
const now = () => new Date().toISOString();

export async function measureRunningClocks() {
  const platform = await startClockPlatform();
  try {
    const opened = { cases: 0 };
    await openClocks(platform, opened, FEW);
    const few = await idleCost(platform);
    const seconds = await openClocks(platform, opened, MANY);
    const many = await idleCost(platform);
    await update(platform, 0, WARM_SECONDS);
    const updates = await update(platform, WARM_SECONDS * UPDATES_PER_SECOND, UPDATE_SECONDS);
    const bursts = [];
    for (let count = 0; count < ROUNDS; count++) bursts.push(await burst(platform, count));
    return {
      ratios: {
        idle_cost_growth: round(many.processorMs / few.processorMs),
        idle_statements_growth: round(many.statements / few.statements),
      },
      figures: {
        open_clocks: opened.cases * CLOCKS_A_CASE,
        clocks_started_per_second: round(((MANY - FEW) / seconds) * 1, 0),
        idle_processor_ms_per_second_few: round(few.processorMs),
        idle_processor_ms_per_second_many: round(many.processorMs),
        idle_statements_per_second_many: round(many.statements, 1),
        ...percentiles(
          'clock_events',
          updates.map(({ toEventMs }) => toEventMs),
        ),
        ...percentiles(
          'update',
          updates.map(({ toRowMs }) => toRowMs),
        ),
        updates: updates.length,
        due_burst_deadlines: DEADLINES,
        due_burst_seconds: round(median(bursts)),
        due_burst_seconds_worst: round(Math.max(...bursts)),
      },
    };
  } finally {
    await platform.stop();
  }
}

async function openClocks(platform, opened, clocks) {
  const from = opened.cases;
  const more = Math.ceil(clocks / CLOCKS_A_CASE) - from;
  const start = performance.now();
  await platform.openCases(more, (index) => longCase(from + index));
  await platform.settled();
  opened.cases += more;
  return (performance.now() - start) / 1_000;
}

const longCase = (index) => ({ complaintId: `open-${index}`, serviceStandard: 'bench-long', openedAt: now() });

/** Of automation and database together, a second, while nothing happens. */
async function idleCost({ dataSource, automationPid, databasePids }) {
  await dataSource.query('VACUUM ANALYZE');
  await dataSource.query('CHECKPOINT');
  await delay(3_000);
  const spent = () => new Map([automationPid, ...databasePids()].flatMap((pid) => secondsOf(pid)));
  const statements = async () => {
    const [{ done }] = await dataSource.query(
      'SELECT sum(xact_commit + xact_rollback)::float AS done FROM pg_stat_database WHERE datname = current_database()',
    );
    return done;
  };
  const before = { spent: spent(), statements: await statements() };
  await delay(IDLE_SECONDS * 1_000);
  // A connection that ends meanwhile takes its process along.
  const seconds = [...spent()].map(([pid, now]) => now - (before.spent.get(pid) ?? 0));
  return {
    processorMs: (seconds.reduce((sum, one) => sum + one, 0) * 1_000) / IDLE_SECONDS,
    statements: ((await statements()) - before.statements) / IDLE_SECONDS,
  };
}

/** Nothing of a process that ended while it was looked at. */
function secondsOf(pid) {
  try {
    return [[pid, processorSeconds(pid)]];
  } catch {
    return [];
  }
}

/** Cases are accepted at an even rate; from the acknowledgement to the clock's event, and to its row. */
async function update(platform, first, seconds) {
  const following = followClocks(platform.client);
  const under = [];
  const start = performance.now();
  for (let sent = 0; sent < seconds * UPDATES_PER_SECOND;) {
    const due = Math.floor(((performance.now() - start) / 1_000) * UPDATES_PER_SECOND);
    for (; sent < due; sent++) under.push(acceptAndFollow(platform, following, `open-${first + sent}`));
    await delay(5);
  }
  const measured = await Promise.all(under);
  await following.stop();
  return measured;
}

async function acceptAndFollow({ dataSource, send }, following, complaintId) {
  const met = following.met(complaintId);
  await send({ type: 'AcceptComplaint', complaintId, by: 'bo', occurredAt: now() });
  const acknowledged = performance.now();
  const { seenAt, position } = await met;
  await waitForPosition(dataSource, ['case-clock'], position, LIMIT_MS);
  return { toEventMs: Math.max(0, seenAt - acknowledged), toRowMs: performance.now() - acknowledged };
}

/** Tells when the acceptance of a case was met, by the log itself. */
function followClocks(client) {
  const waiting = new Map();
  const subscription = client.subscribeToAll({
    fromPosition: 'end',
    filter: { filterOn: 'streamName', prefixes: ['caseClocks-'], checkpointInterval: 1_000 },
  });
  subscription.on('data', ({ event }) => {
    if (event?.type !== 'ClockMet') return;
    waiting.get(event.data.caseId)?.({ seenAt: performance.now(), position: event.position.commit });
  });
  return {
    met: (caseId) => new Promise((resolve) => waiting.set(caseId, resolve)),
    stop: () => subscription.unsubscribe(),
  };
}

/** Seconds from the moment at which all are due to the last escalation; throws unless each came about exactly once. */
async function burst(platform, number) {
  const dueMs = Math.ceil((Date.now() + LEAD_MS) / 1_000) * 1_000;
  const openedAt = new Date(dueMs - MINUTE_MS).toISOString();
  await platform.openCases(DEADLINES, (index) => ({
    complaintId: `due-${number}-${index}`,
    serviceStandard: 'bench-minute',
    openedAt,
  }));
  await platform.settled();
  if (Date.now() > dueMs) throw new Error('the deadlines came before all cases were open');
  const recorded = await escalations(platform.client, `caseClocks-due-${number}-`, dueMs);
  return (Math.max(...recorded) - dueMs) / 1_000;
}

/** When the first step of each case was recorded, in epoch milliseconds. */
async function escalations(client, prefix, dueMs) {
  const end = dueMs + LIMIT_MS;
  for (;;) {
    await delay(500);
    const found = await clockEvents(client, prefix);
    const escalated = found.filter(({ type }) => type === 'ClockEscalated');
    if (escalated.length < DEADLINES && Date.now() < end) continue;
    for (const type of ['ClockBreached', 'ClockEscalated']) {
      const cases = found.filter((event) => event.type === type).map(({ data }) => data.caseId);
      if (cases.length !== DEADLINES || new Set(cases).size !== DEADLINES) {
        throw new Error(`${type}: ${cases.length} events of ${new Set(cases).size} cases`);
      }
    }
    return escalated.map(({ created }) => created.getTime());
  }
}

async function clockEvents(client, prefix) {
  const events = [];
  const some = client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: DEADLINES * 8 });
  for await (const { event } of some) if (event?.streamId.startsWith(prefix)) events.push(event);
  return events;
}

function percentiles(name, milliseconds) {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))], 1);
  return { [`${name}_p50_ms`]: at(0.5), [`${name}_p99_ms`]: at(0.99) };
}
