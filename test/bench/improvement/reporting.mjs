/** A month's report over a long history, and the trace of one complaint in it; both over HTTP, as people ask for them. */
import { domainProjections, openDatabase } from '@tenure/composition';
import { connectEventStore, headPosition } from '@tenure/event-store';
import { waitForPosition } from '@tenure/projections';
import { mulberry } from '../chance.mjs';
import { startProjectorProcess } from '../grow/processes.mjs';
import { inParallel, median, round } from '../harness.mjs';
import { startClocked } from '../lifecycle/clocked.process.mjs';
import { startNodeWith } from '../lifecycle/written.log.mjs';
import { publishDefaults } from '../policies.mjs';
import { startPostgres } from '../postgres.mjs';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 1_000_000);
const TRACES = Number(process.env.BENCH_TRACES ?? 2_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SEED = 20_231_107;
const NOW = '2024-06-01T00:00:00+08:00';
/** The last month of which all is known. */
const MONTH = '2023-11';
const FORMATS = ['html', 'xlsx'];
const LIMIT_MS = 3_600_000;

export async function measureReporting() {
  const node = await startNodeWith('../improvement/service.history', { events: EVENTS });
  const postgres = await startPostgres();
  const complaints = await fill(node, postgres);
  const api = await startClocked('../improvement/api', [node.url, postgres.url], NOW);
  const { url } = api.begun;
  const reported = await report(url);
  const traced = await trace(url, complaints);
  await api.stop();
  await postgres.stop();
  await node.stop();
  return {
    ratios: { report_seconds: reported.report_seconds, trace_p99_ms: traced.trace_p99_ms },
    figures: { report_events: node.events, ...reported, ...traced },
  };
}

/** Read models and themes of the whole log; resolves to how many complaints it has. */
async function fill(node, postgres) {
  const client = connectEventStore(node.url);
  const dataSource = await openDatabase(postgres.url, 4);
  await publishDefaults(node.url, NOW);
  const projector = await startProjectorProcess(node.url, postgres.url);
  const names = domainProjections.map(({ projection }) => projection.name);
  await waitForPosition(dataSource, names, await headPosition(client), LIMIT_MS);
  const themes = await startClocked('../improvement/themes', [node.url, postgres.url], NOW);
  await themes.told();
  await themes.stop();
  await waitForPosition(dataSource, names, await headPosition(client), LIMIT_MS);
  await projector.stop();
  await dataSource.query('SET statement_timeout = 0');
  await dataSource.query('VACUUM ANALYZE');
  const [{ complaints }] = await dataSource.query('SELECT count(*)::int AS complaints FROM complaint_queue');
  await dataSource.destroy();
  await client.dispose();
  return complaints;
}

/** The first one is asked of an API that was not asked for anything yet; the figure is the slowest of all. */
async function report(url) {
  const seconds = [];
  let bytes = 0;
  for (let number = 0; number < ROUNDS * FORMATS.length; number++) {
    const format = FORMATS[number % FORMATS.length];
    const start = performance.now();
    const answer = await fetch(`${url}/reports/months/${MONTH}?language=zh&format=${format}`);
    const body = await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`the report was refused: ${Buffer.from(body).toString('utf8')}`);
    seconds.push((performance.now() - start) / 1_000);
    bytes = Math.max(bytes, body.byteLength);
  }
  return {
    report_seconds: round(Math.max(...seconds)),
    report_seconds_median: round(median(seconds)),
    report_bytes: bytes,
  };
}

async function trace(url, complaints) {
  const chance = mulberry(SEED);
  const took = [];
  await inParallel(TRACES, 2, async () => {
    const start = performance.now();
    const answer = await fetch(`${url}/complaints/k-${Math.floor(chance() * complaints)}/trace`);
    const graph = await answer.json();
    if (answer.status !== 200) throw new Error(`no trace: ${JSON.stringify(graph)}`);
    took.push(performance.now() - start);
  });
  took.sort((one, other) => one - other);
  return {
    traces: TRACES,
    trace_p50_ms: round(took[Math.floor(took.length * 0.5)], 1),
    trace_p99_ms: round(took[Math.floor(took.length * 0.99)], 1),
  };
}
