import { commandApplication, domainCodec } from '@tenure/composition';
import { CommandExecutor, EventStoreFeed, headPosition } from '@tenure/event-store';
import { urlOf } from '@tenure/postgres';
import { serviceStandardAutomation } from '@tenure/service-standard-service';
import { migrateTimers } from '@tenure/timers';
import { startTestApi, type TestApi } from './api.fixture';
import { withDefaultPolicies } from './default.policies';

export type JudgingApi = TestApi & {
  /** Resolves when the clocks of cases know all that is in the log, and that of which the time has come. */
  readonly judged: () => Promise<void>;
};

/** An API beside which the clocks of cases run, by the default policies and the API's time. */
export async function startJudgingApi(): Promise<JudgingApi> {
  const api = await startTestApi();
  const { client, dataSource, time } = api;
  await withDefaultPolicies(client);
  await migrateTimers(urlOf(dataSource));
  const application = await commandApplication(client);
  const automation = serviceStandardAutomation({
    feed: new EventStoreFeed(client, domainCodec, () => undefined),
    client,
    executor: new CommandExecutor(client),
    policies: application.policies,
    dataSource,
    now: () => time.now,
    onFailure: (error) => console.error(error),
    onRefusedFact: (refused) => console.error(refused),
  });
  automation.start();
  const hasActed = async (head: bigint): Promise<boolean> =>
    (automation.position ?? -1n) >= head && (await overdue(api)) === 0 && head === (await headPosition(client));
  return {
    ...api,
    judged: async () => {
      for (let head = 0n; !(await hasActed(head));) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        head = (await headPosition(client)) ?? 0n;
        await api.read('/cases/queue', { waitFor: `${head}` });
      }
    },
    close: async () => {
      await automation.close();
      await application.close();
      await api.close();
    },
  };
}

async function overdue({ dataSource, time }: TestApi): Promise<number | undefined> {
  const rows: { overdue: number }[] = await dataSource.query(
    `SELECT count(*)::int AS overdue FROM case_clock WHERE status = 'running' AND outcome = 'open' AND due_at <= $1`,
    [time.now],
  );
  return rows[0]?.overdue;
}
