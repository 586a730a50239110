/** Complaints tagged, counted and looked at as they come, against a projection that counts events; both on the same log. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandApplication, openDatabase } from '@tenure/composition';
import { connectEventStore } from '@tenure/event-store';
import { startEmbeddedPostgres } from '@tenure/local-servers';
import { publishDefaultPolicies } from '@tenure/policy-service';
import { median, round } from '../harness.mjs';
import { projectBare } from '../lifecycle/bare.projection.mjs';
import { startClocked } from '../lifecycle/clocked.process.mjs';
import { startNodeWith } from '../lifecycle/written.log.mjs';
import { EVENT_TYPES } from './service.history.mjs';

const EVENTS = Number(process.env.BENCH_DETECTED_EVENTS ?? 200_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const NOW = '2024-06-01T00:00:00+08:00';
/** Nothing but complaints, each of which is to be tagged; and what else happens beside them. */
const LOGS = { complaints: { only: ['ComplaintOpened'] }, everything: {} };

export async function measureDetecting() {
  const folder = await mkdtemp(join(tmpdir(), 'tenure-bench-'));
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres') });
  const rounds = { complaints: [], everything: [] };
  for (let number = 0; number < ROUNDS; number++) {
    for (const [name, options] of Object.entries(LOGS))
      rounds[name].push(await measure(postgres.url, name, number, options));
  }
  await postgres.stop();
  await rm(folder, { recursive: true });
  const ratioOf = (name) => round(median(rounds[name].map(({ bare, detected }) => bare / detected)));
  const rateOf = (name, of) => round(median(rounds[name].map((one) => one.events / one[of])), 0);
  const [{ events, problems }] = rounds.complaints;
  return {
    ratios: { detect_to_bare_projection: ratioOf('complaints'), detect_to_bare_of_everything: ratioOf('everything') },
    figures: {
      detected_complaints: events,
      detected_problems: problems,
      bare_complaints_per_second: rateOf('complaints', 'bare'),
      detected_complaints_per_second: rateOf('complaints', 'detected'),
      detected_events_per_second: rateOf('everything', 'detected'),
    },
  };
}

async function measure(postgresUrl, name, number, options) {
  const urls = await databases(postgresUrl, `${name}_${number}`);
  const node = await startNodeWith('../improvement/service.history', { events: EVENTS, ...options });
  const bare = await projectBare({ eventStoreUrl: node.url, databaseUrl: urls.bare }, EVENT_TYPES);
  await publishPolicies(node.url);
  const detecting = await startClocked('../improvement/themes', [node.url, urls.themes], NOW);
  const { caughtUpSeconds: detected } = await detecting.told();
  await detecting.stop();
  const problems = await countProblems(node.url);
  await node.stop();
  console.log(`${name}: bare ${round(node.events / bare, 0)}/s, detected ${round(node.events / detected, 0)}/s`);
  return { events: node.events, bare, detected, problems };
}

async function databases(url, suffix) {
  const admin = await openDatabase(url, 1);
  const urls = {};
  for (const name of ['bare', 'themes']) {
    await admin.query(`CREATE DATABASE ${name}_${suffix}`);
    const own = new URL(url);
    own.pathname = `/${name}_${suffix}`;
    urls[name] = own.href;
  }
  await admin.destroy();
  return urls;
}

async function publishPolicies(eventStoreUrl) {
  const client = connectEventStore(eventStoreUrl);
  const application = await commandApplication(client);
  await publishDefaultPolicies(application, NOW);
  await application.close();
  await client.dispose();
}

async function countProblems(eventStoreUrl) {
  const client = connectEventStore(eventStoreUrl);
  let problems = 0;
  for await (const { event } of client.readAll()) if (event?.type === 'ProblemOpened') problems++;
  await client.dispose();
  return problems;
}
