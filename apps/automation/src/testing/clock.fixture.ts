import { readHistory } from '@tenure/event-store';
import { publishDefaultPolicies } from '@tenure/policy-service';
import { pino } from 'pino';
import { startAutomation, type AutomationDependencies } from '../start.automation';
import { AutomationFixture } from './automation.fixture';
import { openServers } from './own.servers';

/** What is to be done before a clock's end has so long. */
export const MARGIN_MS = 4_000;

export const agoMs = (ms: number): string => new Date(Date.now() - ms).toISOString();

/** What one event of a case's clocks says. */
export type Said = Readonly<Record<string, unknown>> & { readonly type: string; readonly recordedAt: string };

/** Commands, event store and database of their own, and the automation whenever it is started. */
export class ClockFixture extends AutomationFixture {
  static async open(): Promise<ClockFixture> {
    const servers = await openServers();
    await publishDefaultPolicies(servers.commands, '2000-01-01T00:00:00Z');
    return new ClockFixture(servers);
  }

  /** People are told of alarms where it is said how. Of failures only those of clocks are noted. */
  async start(notices?: AutomationDependencies['notices']): Promise<void> {
    const { client, dataSource, now } = this;
    const write = (line: string) => {
      if (line.includes('clocks of')) this.failures.push(line);
    };
    const log = pino({ level: 'warn' }, { write });
    this.running = [await startAutomation({ client, dataSource, log, now, notices })];
  }

  openCase(complaintId: string, fields: object, openedAt: string): Promise<bigint> {
    const usual = { complaintId, customerId: `customer-of-${complaintId}`, channel: 'phone', subject: 'Late' };
    return this.send('OpenComplaint', { ...usual, receivedBy: 'anna', ...fields }, openedAt);
  }

  async publish(
    policyId: string,
    kind: string,
    content: object,
    version = 1,
    effectiveFrom = FROM_THE_START,
  ): Promise<void> {
    const policy = { policyId, version, by: 'lin' };
    const title = { zh: policyId, en: policyId };
    await this.send('DraftPolicy', { ...policy, kind, title, content });
    await this.send('PublishPolicy', { ...policy, effectiveFrom });
  }

  /** What the clocks of a case have said, in order. */
  async said(caseId: string): Promise<readonly Said[]> {
    const events = await readHistory(this.client, [`caseClocks-${caseId}`]);
    return events.map(({ type, data, recordedAt }) => ({ ...(data as object), type, recordedAt }));
  }

  async saidOf(caseId: string, clockId: string, ...types: string[]): Promise<readonly Said[]> {
    const said = await this.said(caseId);
    return said.filter((event) => event['clockId'] === clockId && (types.length === 0 || types.includes(event.type)));
  }
}

const FROM_THE_START = '2000-01-01T00:00:00+08:00';
