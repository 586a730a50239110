import type { EventStoreDBClient } from '@eventstore/db-client';
import { commandApplication, domainCodec } from '@tenure/composition';
import { EventStoreFeed } from '@tenure/event-store';
import type { Feed } from '@tenure/projections';
import { TierAutomation, TierAutomationStore } from '@tenure/tier-service';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { keepPolicies } from './policies.upkeep';

/** Owned by the caller, who closes them after the automation. */
export interface AutomationDependencies {
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly log: Logger;
  /** ISO 8601. */
  readonly now: () => string;
  /** Of the log; EventStoreDB itself unless given. */
  readonly feed?: Feed;
}

export interface Automation {
  /** Everything in the log up to here has been acted on. */
  readonly position: bigint | undefined;
  close(): Promise<void>;
}

const REVIEW_EVERY_MS = 10_000;

/** Judges tiers from now on; publishes the default policies where there are none yet. */
export async function startAutomation(dependencies: AutomationDependencies): Promise<Automation> {
  const { client, dataSource, log, now, feed } = dependencies;
  const application = await commandApplication(client);
  await keepPolicies({ client, dataSource, application, now: now() });
  const automation = new TierAutomation({
    feed: feed ?? new EventStoreFeed(client, domainCodec, () => undefined),
    store: new TierAutomationStore(dataSource),
    send: (command, context) => application.sender.send(command, context),
    now,
    reviewEveryMs: REVIEW_EVERY_MS,
    onFailure: (error) => log.error({ err: error }, 'tier automation failed, will be tried again'),
  });
  automation.start();
  return {
    get position() {
      return automation.position;
    },
    close: async () => {
      await automation.close();
      await application.close();
    },
  };
}
