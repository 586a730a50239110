/** Steps of journeys that are all due at one moment: how many a second are taken, each of them once. */
import { setTimeout as delay } from 'node:timers/promises';
import { commandApplication, openDatabase } from '@tenure/composition';
import { connectEventStore, headPosition } from '@tenure/event-store';
import { publishDefaultPolicies } from '@tenure/policy-service';
import { waitForPosition } from '@tenure/projections';
import { startProjectorProcess } from '../grow/processes.mjs';
import { round } from '../harness.mjs';
import { publish } from '../policies.mjs';
import { startPostgres } from '../postgres.mjs';
import { startClocked } from './clocked.process.mjs';
import { startNodeWith } from './written.log.mjs';

const STEPS = Number(process.env.BENCH_STEPS ?? 100_000);
const LIMIT_MS = 1_200_000;
const STEP = {
  journeyId: 'bench-journey',
  stepId: 'hello',
  enteredAt: '2024-05-06T10:00:00+08:00',
  // A Monday morning, when customers may be written to.
  dueAt: '2024-06-03T10:00:00+08:00',
};
const BEFORE = '2024-06-02T12:00:00+08:00';
const AFTER = '2024-06-03T10:00:01+08:00';

const text = (en) => ({ zh: en, en });
const content = {
  category: 'activation',
  trigger: { kind: 'milestone-reached', milestoneId: 'never' },
  reentry: { kind: 'never' },
  holdOutPercent: 0,
  outcome: { measure: 'ordered', withinDays: 60, smallestGroup: 30 },
  start: STEP.stepId,
  steps: [
    {
      stepId: STEP.stepId,
      kind: 'message',
      purpose: 'service',
      subject: text('Welcome, {customer.name}'),
      body: text('You have placed {orders} orders so far.'),
      next: 'end',
    },
  ],
};

export async function measureDueSteps() {
  const node = await startNodeWith('journey.history', { customers: STEPS, ...STEP });
  const client = connectEventStore(node.url);
  const postgres = await startPostgres();
  const dataSource = await openDatabase(postgres.url, 4);
  const application = await commandApplication(client);
  await publishDefaultPolicies(application, STEP.enteredAt);
  await publish(application, { policyId: STEP.journeyId, kind: 'journey', content });
  await application.close();
  const projector = await startProjectorProcess(node.url, postgres.url);
  await waitForPosition(dataSource, ['customer-behaviour', 'customer-directory'], await headPosition(client), LIMIT_MS);
  const journeys = await startClocked('journeys', [node.url, postgres.url], BEFORE);
  await until(async () => (await due(dataSource)) === STEPS, 'all runs are known');
  const start = Date.now();
  journeys.setClock(AFTER);
  const taken = await takenSteps(client);
  const seconds = (Math.max(...taken.map(({ atMs }) => atMs)) - start) / 1_000;
  await journeys.stop();
  await projector.stop();
  await client.dispose();
  await dataSource.destroy();
  await postgres.stop();
  await node.stop();
  return {
    ratios: {},
    figures: { due_steps: STEPS, steps_seconds: round(seconds, 1), steps_per_second: round(STEPS / seconds, 0) },
  };
}

async function due(dataSource) {
  const [{ runs }] = await dataSource.query('SELECT count(*)::int AS runs FROM journey_run_due');
  return runs;
}

/** When each step was recorded; throws unless each was taken once, and its message sent. */
async function takenSteps(client) {
  let taken = [];
  await until(async () => {
    await delay(1_000);
    taken = [];
    const events = client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: STEPS * 2 });
    for await (const { event } of events) {
      if (event?.type === 'JourneyStepTaken') taken.push({ ...event.data, atMs: event.created.getTime() });
      if (event?.type === 'JourneyEntered') break;
    }
    return taken.length >= STEPS;
  }, 'all steps are taken');
  const messages = taken.filter(({ action }) => action.kind === 'message');
  const runs = new Set(taken.map(({ runId }) => runId));
  if (taken.length !== STEPS || messages.length !== STEPS || runs.size !== STEPS) {
    throw new Error(`${taken.length} steps of ${runs.size} runs, ${messages.length} messages`);
  }
  return taken;
}

async function until(isSo, what) {
  const end = Date.now() + LIMIT_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what}: it never became so`);
    await delay(100);
  }
}
