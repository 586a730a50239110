/** Complaints tagged, counted and looked at as they come, against a projection that counts events; both on the same log. */
import { connectEventStore } from '@tenure/event-store';
import { median, round } from '../harness.mjs';
import { projectBare } from '../lifecycle/bare.projection.mjs';
import { startClocked } from '../lifecycle/clocked.process.mjs';
import { startNodeWith } from '../lifecycle/written.log.mjs';
import { publishDefaults } from '../policies.mjs';
import { startPostgres } from '../postgres.mjs';
import { EVENT_TYPES } from './service.history.mjs';

const EVENTS = Number(process.env.BENCH_DETECTED_EVENTS ?? 200_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const NOW = '2024-06-01T00:00:00+08:00';
/** Nothing but complaints, each of which is to be tagged; and what else happens beside them. */
const LOGS = { complaints: { only: ['ComplaintOpened'] }, everything: {} };

export async function measureDetecting() {
  const postgres = await startPostgres();
  const rounds = { complaints: [], everything: [] };
  for (let number = 0; number < ROUNDS; number++) {
    for (const [name, options] of Object.entries(LOGS))
      rounds[name].push(await measure(postgres, name, number, options));
  }
  await postgres.stop();
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

async function measure(postgres, name, number, options) {
  const database = (of) => postgres.createDatabase(`${of}_${name}_${number}`);
  const node = await startNodeWith('../improvement/service.history', { events: EVENTS, ...options });
  const bare = await projectBare({ eventStoreUrl: node.url, databaseUrl: await database('bare') }, EVENT_TYPES);
  await publishDefaults(node.url, NOW);
  const detecting = await startClocked('../improvement/themes', [node.url, await database('themes')], NOW);
  const { caughtUpSeconds: detected } = await detecting.told();
  await detecting.stop();
  const problems = await countProblems(node.url);
  await node.stop();
  console.log(`${name}: bare ${round(node.events / bare, 0)}/s, detected ${round(node.events / detected, 0)}/s`);
  return { events: node.events, bare, detected, problems };
}

async function countProblems(eventStoreUrl) {
  const client = connectEventStore(eventStoreUrl);
  let problems = 0;
  for await (const { event } of client.readAll()) if (event?.type === 'ProblemOpened') problems++;
  await client.dispose();
  return problems;
}
