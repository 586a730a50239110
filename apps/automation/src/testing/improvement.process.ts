import 'reflect-metadata';
import { commandApplication, domainCodec, openDatabase, type CommandApplication } from '@tenure/composition';
import { ProjectedCustomerDirectory } from '@tenure/customer-service';
import { connectEventStore, EventStoreFeed } from '@tenure/event-store';
import { CheckpointWaiter } from '@tenure/http';
import { improvementAutomation } from '@tenure/improvement-service';
import { NoticeAutomation } from '@tenure/notice-service';
import { GivenCases } from './given.cases';
import { GivenMetrics } from './given.metrics';

/**
 * Improvement and notices in a process of their own, until it is killed: by itself where it is said after which command.
 * `aheadMs` is what its clock is ahead. Says `ready` once they have begun.
 */
async function main([eventStoreUrl = '', databaseUrl = '', smtpUrl, aheadMs, last]: readonly string[]): Promise<void> {
  const client = connectEventStore(eventStoreUrl);
  const dataSource = await openDatabase(databaseUrl, 10);
  const { policies, sender } = await commandApplication(client);
  const parts = {
    ...{ client, dataSource, policies },
    feed: new EventStoreFeed(client, domainCodec, () => undefined),
    send: killedAfter(last, (command, context) => sender.send(command, context)),
    now: () => new Date(Date.now() + Number(aheadMs)).toISOString(),
    onFailure: (error: unknown) => process.stderr.write(`${String(error)}\n`),
  };
  const given = { impacts: new GivenCases(), metrics: new GivenMetrics() };
  improvementAutomation({ ...parts, ...given, pollMs: 20, retryMs: 100 }).start();
  const customers = new ProjectedCustomerDirectory(dataSource, new CheckpointWaiter(dataSource));
  const mail = { smtpUrl, folder: '', from: 'tenure@example.com' };
  new NoticeAutomation({ ...parts, customers, mail, webhookSecrets: new Map() }).start();
  process.stdout.write('ready\n');
}

type Send = CommandApplication['sender']['send'];

/** Nobody comes to know that the third command of this type has been recorded. */
function killedAfter(last: string | undefined, send: Send): Send {
  let left = 3;
  return async (command, context) => {
    const outcome = await send(command, context);
    if (command.type === last && --left === 0) process.kill(process.pid, 'SIGKILL');
    return outcome;
  };
}

const [, program, ...rest] = process.argv;
if (program === __filename) void main(rest);
