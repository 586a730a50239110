import { readHistory } from '@tenure/event-store';
import type { JourneyEvent } from '@tenure/journey-contract';
import type { Recorded } from '@tenure/kernel';
import { until } from '@tenure/local-servers/testing';
import { NoticeInboxEntry } from '@tenure/notice-service';
import { AutomationFixture } from './automation.fixture';

/** What log and read models have of journeys. */
export abstract class JourneyReadings extends AutomationFixture {
  async said(customerId: string): Promise<readonly Recorded<JourneyEvent>[]> {
    const events = await readHistory(this.client, [`journeys-${customerId}`]);
    return events as unknown as readonly Recorded<JourneyEvent>[];
  }

  /** Such as `JourneyStepTaken hello message`. */
  async saidShortly(customerId: string): Promise<string[]> {
    return (await this.said(customerId)).map(shortly);
  }

  untilSaid(customerId: string, ...all: string[]): Promise<void> {
    return until(async () => {
      const said = await this.saidShortly(customerId);
      return said.join() === all.join();
    }, `${customerId}: ${all.join()}`);
  }

  /** What people were told of a customer. */
  told(customerId: string): Promise<NoticeInboxEntry[]> {
    const rows = this.dataSource.getRepository(NoticeInboxEntry);
    return rows.findBy({ customerId, template: 'journey-task' });
  }

  /** How many messages to customers are recorded as delivered. */
  async delivered(): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `SELECT count(*)::int FROM notice_inbox WHERE deliveries -> 'email' ->> 'status' = 'delivered'`,
    );
    return row?.count ?? 0;
  }

  tasks(customerId: string): Promise<readonly { readonly taskId: string; readonly status: string }[]> {
    return this.dataSource.query(
      'SELECT task_id AS "taskId", assignee, status FROM journey_task WHERE customer_id = $1',
      [customerId],
    );
  }

  rows(table: 'journey_run' | 'journey_list', journeyId: string): Promise<readonly Record<string, unknown>[]> {
    return this.dataSource.query(`SELECT * FROM ${table} WHERE journey_id = $1`, [journeyId]);
  }

  /** What was recorded after a position. */
  async since(position: bigint): Promise<readonly Recorded[]> {
    const ended = new AbortController();
    const found: Recorded[] = [];
    for await (const { events, caughtUp } of this.feed().batches(position, {
      maxEvents: 1_000,
      signal: ended.signal,
    })) {
      found.push(...events);
      if (caughtUp) break;
    }
    ended.abort();
    return found;
  }
}

function shortly({ type, data }: JourneyEvent): string {
  switch (type) {
    case 'JourneyEntered':
      return `${type} ${data.journeyId} ${data.group}`;
    case 'JourneyEntryRefused':
      return `${type} ${data.journeyId} ${data.reason}`;
    case 'JourneyStepTaken':
      return `${type} ${data.stepId} ${data.action.kind}`;
    case 'JourneyStepPutOff':
      return `${type} ${data.nextStepId}`;
    case 'JourneyEnded':
      return `${type} ${data.reason}`;
    case 'JourneyTaskDone':
      return `${type} ${data.by}`;
  }
}
