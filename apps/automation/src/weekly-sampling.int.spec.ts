import { headPosition, readHistory } from '@tenure/event-store';
import { CheckpointWaiter } from '@tenure/http';
import { until } from '@tenure/local-servers/testing';
import { publishDefaultPolicies } from '@tenure/policy-service';
import { startProjector, type Projector } from '@tenure/projector';
import { RecordService } from '@tenure/service-record-contract';
import { WeeklySampling, WeekRecords } from '@tenure/service-record-service';
import { migrateTimers } from '@tenure/timers';
import { pino } from 'pino';
import { openServers, type OwnServers } from './testing/own.servers';

const STREAM = 'recordReview-2024-W17';

describe('weekly sampling', () => {
  let servers: OwnServers;
  let projector: Projector;
  let now = () => '2024-04-28T23:59:59+08:00';
  /** From then on the clock goes: what is put off for some seconds comes due in them. */
  const goOnFrom = (moment: string) => {
    const aheadMs = Date.parse(moment) - Date.now();
    now = () => new Date(Date.now() + aheadMs).toISOString();
  };
  const failures: unknown[] = [];

  beforeAll(async () => {
    servers = await openServers();
    await migrateTimers(servers.databaseUrl);
    projector = startProjector({ ...servers, log: pino({ level: 'silent' }) });
    await publishDefaultPolicies(servers.commands, now());
    for (const recordId of ['s-1', 's-2', 's-3']) await record(recordId);
    const head = (await headPosition(servers.client)) ?? 0n;
    await new CheckpointWaiter(servers.dataSource).waitFor(head, ['service-register', 'served-customer'], 60_000);
  });
  afterAll(async () => {
    await projector.close();
    await servers.stop();
  });

  const record = (recordId: string) => {
    const about = { serviceType: 'inquiry', problem: 'p', result: 'r', servedBy: 'anna' } as const;
    const command = { recordId, customerId: 'k-1', ...about, occurredAt: '2024-04-24T10:00:00+08:00' };
    const context = { commandId: recordId, correlationId: recordId, actor: 'anna', source: 'test' };
    return servers.commands.sender.send(Object.assign(new RecordService(), command), context);
  };
  const sampling = () => {
    const { client, dataSource, commands } = servers;
    const { policies, sender } = commands;
    const records = new WeekRecords(dataSource, client, new CheckpointWaiter(dataSource));
    const onFailure = (error: unknown) => failures.push(error);
    return new WeeklySampling({ dataSource, records, policies, sender, now: () => now(), onFailure });
  };
  const drawn = async () => (await readHistory(servers.client, [STREAM])).map(({ type }) => type);
  const jobs = async () => (await servers.dataSource.query<object[]>('SELECT FROM tenure_timers.jobs')).length;
  const onlyThisWeekWaits = async () => (await jobs()) <= 1;

  it('draws nothing while the week runs, and each week once when it is over, restarts or not', async () => {
    const early = sampling();
    await early.start();
    // The weeks before it are over and have no records: their timers are done, that of the week waits.
    await until(onlyThisWeekWaits, 'all timers but that of the week that runs are done');
    expect(await drawn()).toEqual([]);
    await early.close();

    goOnFrom('2024-04-29T00:00:00+08:00');
    const late = sampling();
    await late.start();
    await until(async () => (await drawn()).length > 0, 'a sample is drawn');
    await until(onlyThisWeekWaits, 'all timers but that of the week that runs are done');
    await late.close();

    const again = sampling();
    await again.start();
    await until(onlyThisWeekWaits, 'all timers but that of the week that runs are done');
    await again.close();
    expect(await drawn()).toEqual(['ReviewSampleDrawn']);
    expect(failures).toEqual([]);
  });
});
