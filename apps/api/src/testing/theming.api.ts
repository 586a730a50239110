import { commandApplication, domainCodec, type CommandApplication } from '@tenure/composition';
import { EventStoreFeed, headPosition } from '@tenure/event-store';
import { until } from '@tenure/local-servers/testing';
import { themeAutomation } from '@tenure/theme-service';
import type { DataSource } from 'typeorm';
import { startTestApi, type TestApi } from './api.fixture';
import { withDefaultPolicies } from './default.policies';

export type ThemingApi = TestApi & {
  /** Resolves when everything in the log is tagged and counted. */
  readonly tagged: () => Promise<void>;
  /** What the automation sends its commands through. */
  readonly commands: CommandApplication;
};

/** An API beside which texts are tagged by the default policies, and complaints watched. */
export async function startThemingApi(...options: Parameters<typeof startTestApi>): Promise<ThemingApi> {
  const api = await startTestApi(...options);
  const { client, dataSource, time } = api;
  await withDefaultPolicies(client);
  const commands = await commandApplication(client);
  const automation = themeAutomation({
    feed: new EventStoreFeed(client, domainCodec, () => undefined),
    dataSource,
    policies: commands.policies,
    send: (command, context) => commands.sender.send(command, context),
    now: () => time.now,
    onFailure: (error) => console.error(error),
  });
  automation.start();
  return {
    ...api,
    commands,
    tagged: () =>
      until(async () => {
        const head = await headPosition(client);
        return head !== undefined && (await storedPosition(dataSource)) >= head;
      }, 'everything is tagged, and that is stored'),
    close: async () => {
      await automation.close();
      await commands.close();
      await api.close();
    },
  };
}

/** Up to where what follows from the log is in the tables; a position that is only known may be ahead of them. */
async function storedPosition(dataSource: DataSource): Promise<bigint> {
  const [row]: { position: string | null }[] = await dataSource.query(
    `SELECT position FROM automation_position WHERE name = 'themes'`,
  );
  return BigInt(row?.position ?? -1);
}
