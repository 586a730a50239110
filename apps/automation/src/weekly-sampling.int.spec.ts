import { commandApplication, openDatabase, type CommandApplication } from '@tenure/composition';
import { startTestEventStore, type TestEventStore } from '@tenure/embedded-event-store/testing';
import { connectEventStore, readHistory } from '@tenure/event-store';
import { CheckpointWaiter } from '@tenure/http';
import { startTestPostgres, type TestPostgres } from '@tenure/local-servers/testing';
import { publishDefaultPolicies } from '@tenure/policy-service';
import { startProjector, type Projector } from '@tenure/projector';
import { RecordService } from '@tenure/service-record-contract';
import { WeeklySampling, WeekRecords } from '@tenure/service-record-service';
import { migrateTimers } from '@tenure/timers';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';

const STREAM = 'recordReview-2024-W17';

describe('weekly sampling', () => {
  let eventStore: TestEventStore;
  let postgres: TestPostgres;
  let client: ReturnType<typeof connectEventStore>;
  let dataSource: DataSource;
  let projector: Projector;
  let application: CommandApplication;
  const time = { now: '2024-04-28T23:59:59+08:00' };
  const failures: unknown[] = [];

  beforeAll(async () => {
    [eventStore, postgres] = await Promise.all([startTestEventStore(), startTestPostgres()]);
    client = connectEventStore(eventStore.connectionString);
    dataSource = await openDatabase(postgres.url, 5);
    await migrateTimers(postgres.url);
    projector = startProjector({ client, dataSource, log: pino({ level: 'silent' }) });
    application = await commandApplication(client);
    await publishDefaultPolicies(application, time.now);
    for (const recordId of ['s-1', 's-2', 's-3']) await record(recordId);
  });
  afterAll(async () => {
    await application.close();
    await projector.close();
    await dataSource.destroy();
    await client.dispose();
    await Promise.all([eventStore.stop(), postgres.stop()]);
  });

  const record = (recordId: string) => {
    const about = { serviceType: 'inquiry', problem: 'p', result: 'r', servedBy: 'anna' } as const;
    const command = { recordId, customerId: 'k-1', ...about, occurredAt: '2024-04-24T10:00:00+08:00' };
    const context = { commandId: recordId, correlationId: recordId, actor: 'anna', source: 'test' };
    return application.sender.send(Object.assign(new RecordService(), command), context);
  };
  const sampling = () =>
    new WeeklySampling({
      dataSource,
      records: new WeekRecords(dataSource, client, new CheckpointWaiter(dataSource)),
      policies: application.policies,
      sender: application.sender,
      now: () => time.now,
      onFailure: (error) => failures.push(error),
    });
  const drawn = async () => (await readHistory(client, [STREAM])).map(({ type }) => type);
  const jobs = async () => (await dataSource.query<object[]>('SELECT FROM tenure_timers.jobs')).length;

  it('draws nothing while the week runs, and each week once when it is over, restarts or not', async () => {
    const early = sampling();
    await early.start();
    // The weeks before it are over and have no records: their timers are done, that of the week waits.
    while ((await jobs()) > 1) await new Promise(setImmediate);
    expect(await drawn()).toEqual([]);
    await early.close();

    time.now = '2024-04-29T00:00:00+08:00';
    const late = sampling();
    await late.start();
    while ((await drawn()).length === 0) await new Promise(setImmediate);
    while ((await jobs()) > 1) await new Promise(setImmediate);
    await late.close();

    const again = sampling();
    await again.start();
    while ((await jobs()) > 1) await new Promise(setImmediate);
    await again.close();
    expect(await drawn()).toEqual(['ReviewSampleDrawn']);
    expect(failures).toEqual([]);
  });
});
