import { commandApplication, domainCodec, type CommandApplication } from '@tenure/composition';
import { EventStoreFeed, headPosition } from '@tenure/event-store';
import { themeAutomation } from '@tenure/theme-service';
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
    tagged: async () => {
      for (let head = 0n; (automation.position ?? -1n) < head || head === 0n;) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        head = (await headPosition(client)) ?? 0n;
      }
    },
    close: async () => {
      await automation.close();
      await commands.close();
      await api.close();
    },
  };
}
