import { commandApplication, openDatabase } from '@tenure/composition';
import { complaintAggregate } from '@tenure/complaint-service';
import { CommandExecutor, connectEventStore, headPosition } from '@tenure/event-store';
import { publishDefaultPolicies } from '@tenure/policy-service';
import { waitForPosition } from '@tenure/projections';
import { childrenOf, startAutomationProcess, startProjectorProcess } from '../grow/processes.mjs';
import { inParallel, startNode } from '../harness.mjs';
import { publish } from '../policies.mjs';
import { startPostgres } from '../postgres.mjs';
import { standardWith } from './clock.standards.mjs';

const APPENDS_AT_A_TIME = 64;
const SETTLED_WITHIN_MS = 1_200_000;

/** Event store, database, automation and projector in processes of their own; commands are sent from this one. */
export async function startClockPlatform() {
  const node = await startNode();
  const client = connectEventStore(node.url);
  const postgres = await startPostgres();
  const dataSource = await openDatabase(postgres.url, 10);
  const executor = new CommandExecutor(client);
  await publishPolicies(client);
  const automation = await startAutomationProcess(node.url, postgres.url);
  const projector = await startProjectorProcess(node.url, postgres.url);
  const send = (command) => {
    const commandId = `${command.type}:${command.complaintId}`;
    const context = { commandId, correlationId: commandId, actor: 'anna', source: 'bench' };
    return executor.execute(complaintAggregate, command, context);
  };
  return {
    client,
    dataSource,
    send,
    automationPid: automation.pid,
    databasePids: () => childrenOf(postgres.pid),
    openCases: (many, caseOf) => inParallel(many, APPENDS_AT_A_TIME, (index) => send(opening(caseOf(index)))),
    settled: () => settled(client, dataSource),
    stop: async () => {
      await automation.stop();
      await projector.stop();
      await client.dispose();
      await dataSource.destroy();
      await postgres.stop();
      await node.stop();
    },
  };
}

async function publishPolicies(client) {
  const application = await commandApplication(client);
  await publishDefaultPolicies(application, new Date().toISOString());
  for (const [policyId, content] of [
    ['bench-long', standardWith(60 * 24 * 60, ['acceptance', 'first-response', 'resolution'])],
    ['bench-minute', standardWith(1, ['resolution'])],
  ]) {
    await publish(application, { policyId, kind: 'service-standard', content });
  }
  await application.close();
}

const opening = ({ complaintId, serviceStandard, openedAt }) => ({
  type: 'OpenComplaint',
  complaintId,
  customerId: `customer-of-${complaintId}`,
  channel: 'phone',
  subject: 'Late delivery',
  receivedBy: 'anna',
  serviceStandard,
  occurredAt: openedAt,
});

/** Automation and clock rows have seen all that is in the log, also what they added to it. */
async function settled(client, dataSource) {
  const end = Date.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const head = await headPosition(client);
    await waitForPosition(dataSource, ['case-clock'], head, SETTLED_WITHIN_MS);
    const [{ position }] = await dataSource.query(
      `SELECT position FROM automation_position WHERE name = 'service-standard'`,
    );
    if (BigInt(position ?? -1) >= head && head === (await headPosition(client))) return;
    if (Date.now() > end) throw new Error('the automation does not catch up');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
