/**
 * Customers' lifecycles judged by the events of a year, against the least that a projection can do with them, fed as they
 * are and by the official client; and then the daily review of many more customers, of whom time alone changes something
 * for a few.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '@tenure/composition';
import { connectEventStore } from '@tenure/event-store';
import { median, round } from '../harness.mjs';
import { publishDefaults } from '../policies.mjs';
import { startPostgres } from '../postgres.mjs';
import { startClocked } from './clocked.process.mjs';
import { startNodeWith } from './written.log.mjs';

const CUSTOMERS = Number(process.env.BENCH_CUSTOMERS ?? 4_000);
const REVIEWED = Number(process.env.BENCH_REVIEWED ?? 1_000_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const DAYS = 365;
const TYPES = [
  'CustomerRegistered',
  'ContractAgreed',
  'PurchaseRecorded',
  'CustomerLoggedIn',
  'FeatureUsed',
  'ServiceRated',
];
const BEFORE_ALL = '2022-12-31T00:00:00Z';
const AFTER_ALL = '2024-01-02T00:00:00Z';
const A_DAY_LATER = '2024-01-03T00:00:00Z';
const LIMIT_MS = 1_200_000;

export async function measureJudging() {
  const postgres = await startPostgres();
  const rounds = [];
  let reviewed;
  for (let number = 0; number < ROUNDS; number++) {
    const [bareUrl, clientUrl, behaviourUrl, judgedUrl] = await databases(postgres, number);
    const node = await startNodeWith('customer.history', { customers: CUSTOMERS, days: DAYS });
    const bare = await reference('bare', node.url, bareUrl);
    const client = await reference('client', node.url, clientUrl);
    const behaviour = await reference('behaviour', node.url, behaviourUrl);
    await publishDefaults(node.url, BEFORE_ALL);
    const { seconds, verdicts } = await judge(node.url, judgedUrl);
    const perSecond = (spent) => node.events / spent;
    rounds.push({
      events: node.events,
      verdicts,
      bare: perSecond(bare),
      client: perSecond(client),
      behaviour: perSecond(behaviour),
      judged: perSecond(seconds),
    });
    const { bare: least, client: official, behaviour: folded, judged } = rounds.at(-1);
    console.log(
      `bare ${round(least, 0)}/s, on the client ${round(official, 0)}/s, behaviour ${round(folded, 0)}/s, judged ${round(judged, 0)}/s`,
    );
    if (number === ROUNDS - 1) reviewed = await review(node.url, judgedUrl);
    await node.stop();
  }
  await postgres.stop();
  const [{ events, verdicts }] = rounds;
  const middle = (of) => median(rounds.map(of));
  return {
    ratios: {
      judged_to_bare_projection: round(middle(({ judged, bare }) => judged / bare)),
      judged_to_client_projection: round(middle(({ judged, client }) => judged / client)),
      judged_to_behaviour_projection: round(middle(({ judged, behaviour }) => judged / behaviour)),
    },
    figures: {
      judged_events: events,
      judged_customers: CUSTOMERS,
      verdicts,
      bare_events_per_second: round(
        middle(({ bare }) => bare),
        0,
      ),
      client_events_per_second: round(
        middle(({ client }) => client),
        0,
      ),
      judged_events_per_second: round(
        middle(({ judged }) => judged),
        0,
      ),
      ...reviewed,
    },
  };
}

const databases = (postgres, number) =>
  Promise.all(['bare', 'client', 'behaviour', 'judged'].map((name) => postgres.createDatabase(`${name}_${number}`)));

/** Each in a process of its own, as the judging has one: what is compared is compiled as late, and has as much to collect. */
async function reference(kind, eventStoreUrl, databaseUrl) {
  const running = await startClocked('reference', [kind, eventStoreUrl, databaseUrl, ...TYPES], BEFORE_ALL);
  const { seconds } = await running.told();
  await running.stop();
  return seconds;
}

/** By events alone, as time stands before all of them. */
async function judge(eventStoreUrl, databaseUrl) {
  const judging = await startClocked('lifecycle', [eventStoreUrl, databaseUrl], BEFORE_ALL);
  const { caughtUpSeconds: seconds } = await judging.told();
  await judging.stop();
  return { seconds, verdicts: await countVerdicts(eventStoreUrl) };
}

/** What a day changes for so many customers: copies of those who were judged, under other names. */
async function review(eventStoreUrl, databaseUrl) {
  const dataSource = await openDatabase(databaseUrl, 4);
  const judging = await startClocked('lifecycle', [eventStoreUrl, databaseUrl], AFTER_ALL);
  await judging.told();
  await noneDue(dataSource, AFTER_ALL);
  await judging.stop();
  await copyReviews(dataSource);
  const before = await countVerdicts(eventStoreUrl);
  const daily = await startClocked('lifecycle', [eventStoreUrl, databaseUrl], AFTER_ALL);
  await daily.told();
  await noneDue(dataSource, AFTER_ALL);
  const due = await countDue(dataSource, A_DAY_LATER);
  const start = performance.now();
  daily.setClock(A_DAY_LATER);
  await noneDue(dataSource, A_DAY_LATER);
  const seconds = (performance.now() - start) / 1_000;
  await daily.stop();
  await dataSource.destroy();
  return {
    review_seconds: round(seconds, 1),
    review_customers: REVIEWED,
    review_looked_at: due,
    review_verdicts: (await countVerdicts(eventStoreUrl)) - before,
  };
}

/** Nothing was recorded of the copies so far: their verdicts begin anew. */
async function copyReviews(dataSource) {
  const copies = Math.ceil(REVIEWED / CUSTOMERS) - 1;
  await dataSource.query('SET statement_timeout = 0');
  await dataSource.query(
    `INSERT INTO lifecycle_review (customer_id, next_at, policy_version, review)
     SELECT customer_id || '-' || copy, next_at, policy_version,
       (review::jsonb || jsonb_build_object('customerId', customer_id || '-' || copy, 'verdicts', 0))::json
     FROM lifecycle_review, generate_series(1, $1) AS copy`,
    [copies],
  );
  await dataSource.query('VACUUM ANALYZE lifecycle_review');
  await dataSource.query('CHECKPOINT');
}

async function countDue(dataSource, at) {
  const [{ due }] = await dataSource.query('SELECT count(*)::int AS due FROM lifecycle_review WHERE next_at <= $1', [
    at,
  ]);
  return due;
}

async function noneDue(dataSource, at) {
  const end = Date.now() + LIMIT_MS;
  while ((await countDue(dataSource, at)) > 0) {
    if (Date.now() > end) throw new Error('the review does not come to its end');
    await delay(100);
  }
}

async function countVerdicts(eventStoreUrl) {
  const client = connectEventStore(eventStoreUrl);
  let verdicts = 0;
  for await (const { event } of client.readAll()) if (event?.streamId.startsWith('lifecycle-')) verdicts++;
  await client.dispose();
  return verdicts;
}
