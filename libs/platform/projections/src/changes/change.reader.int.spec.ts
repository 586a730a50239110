import { until } from '@tenure/local-servers/testing';
import * as fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { requestRetry } from '../parking.requests';
import type { ProjectionBinding } from '../projection.binding';
import { rebuildProjections } from '../projection.rebuild';
import { ArrayFeed } from '../testing/array.feed';
import { ChangeFollower } from '../testing/change.follower';
import { openEngineFixture, untilStatus } from '../testing/engine.fixture';
import { ofCustomers, poisonedBindings } from '../testing/poisoned.projections';
import { payments, record, sampleEvents } from '../testing/sample.log';
import { AccountBalance, AccountEntry, sampleBindings, type SampleRecorded } from '../testing/sample.projections';

const [balance, entry] = sampleBindings as readonly [ProjectionBinding, ProjectionBinding];

describe('changes of a projection', () => {
  let fixture: Awaited<ReturnType<typeof openEngineFixture>>;
  let dataSource: DataSource;
  const followers: ChangeFollower[] = [];

  beforeAll(async () => {
    fixture = await openEngineFixture();
    dataSource = fixture.dataSource;
  });
  afterEach(async () => {
    await Promise.all(followers.splice(0).map((follower) => follower.stop()));
    await fixture.stopEngines();
  });
  afterAll(() => fixture.stop());

  function follow(feed: ArrayFeed, binding = balance, batchSize = 20): ChangeFollower {
    const follower = new ChangeFollower({ dataSource, feed, binding, batchSize, pollMs: 20 });
    followers.push(follower);
    follower.start();
    return follower;
  }

  const balances = async () =>
    new Map((await dataSource.getRepository(AccountBalance).find()).map((row) => [row.account, { ...row }]));
  const entries = async () =>
    new Map(
      (await dataSource.getRepository(AccountEntry).find()).map((row) => [
        JSON.stringify([`${row.position}`, row.account]),
        { ...row },
      ]),
    );

  /** Of all that the log holds. */
  const untilTold = (log: readonly SampleRecorded[], ...told: readonly ChangeFollower[]) => {
    const head = log.at(-1)?.position ?? 0n;
    const isTold = (follower: ChangeFollower) =>
      follower.told.some((message) => message.kind === 'caught-up' && message.position >= head);
    return until(() => told.every(isTold), `told up to ${head}`);
  };

  it('are all rows first, in the order of their keys, then what changes', async () => {
    const log = record(payments(300, 50));
    const feed = new ArrayFeed();
    feed.append(...log.slice(0, 200));
    fixture.start(feed);
    await fixture.reach(log.slice(0, 200));
    const follower = follow(feed);
    await untilTold(log.slice(0, 200), follower);
    expect(follower.told[0]).toEqual({ kind: 'reset', version: 1, position: 2_000n });
    const keys = follower.told.flatMap((message) =>
      message.kind === 'rows' ? message.rows.map(({ key }) => key) : [],
    );
    expect(keys).toHaveLength(50);
    expect(new Set(keys).size).toBe(50);
    feed.append(...log.slice(200));
    await untilTold(log, follower);
    expect(follower.rows).toEqual(await balances());
    expect(follower.resets).toBe(1);
    const [last] = follower.told.slice(-1);
    expect(last).toEqual({ kind: 'caught-up', position: 3_000n, cursor: '3000.0' });
  });

  it('are told of a table that only grows as well', async () => {
    const log = record(payments(200, 9));
    const feed = new ArrayFeed({ repeating: true });
    fixture.start(feed);
    const follower = follow(feed, entry);
    for (const event of log) feed.append(event);
    await untilTold(log, follower);
    expect(follower.rows.size).toBe(200);
    expect(follower.rows).toEqual(await entries());
  });

  it('are told to whoever comes back, from where he left, without all rows', async () => {
    const log = record(payments(400, 100));
    const feed = new ArrayFeed();
    feed.append(...log.slice(0, 200));
    fixture.start(feed);
    const follower = follow(feed);
    await untilTold(log.slice(0, 200), follower);
    await follower.stop();
    feed.append(...log.slice(200, 230));
    await fixture.reach(log.slice(0, 230));
    follower.told.length = 0;
    follower.start();
    await untilTold(log.slice(0, 230), follower);
    expect(follower.resets).toBe(0);
    const rows = follower.told.flatMap((message) => (message.kind === 'rows' ? message.rows : []));
    expect(rows).toHaveLength(30);
    expect(follower.rows).toEqual(await balances());
  });

  it('begin anew when the table is replaced, also for those who were away', async () => {
    const log = record(payments(200, 30));
    const feed = new ArrayFeed();
    feed.append(...log);
    fixture.start(feed);
    const [present, away] = [follow(feed), follow(feed)];
    await untilTold(log, present, away);
    await away.stop();
    await dataSource.query('UPDATE account_balance SET balance_minor = -1');
    await rebuildProjections({ dataSource, feed, bindings: sampleBindings, names: ['account-balance'] });
    away.start();
    await until(() => present.resets === 2 && away.resets === 2, 'both were told to begin anew');
    await until(() => [present, away].every(({ told }) => told.at(-1)?.kind === 'caught-up'), 'caught up');
    expect(present.rows).toEqual(await balances());
    expect(away.rows).toEqual(await balances());
  });

  it('reach everybody when a parked sequence is released: the present, the absent, and those who came in between', async () => {
    const log = ofCustomers(record(payments(300, 7)));
    const poison = new Map([[500n, 'fold' as const]]);
    const bindings = poisonedBindings([poison]);
    const feed = new ArrayFeed({ batchSize: 20 });
    const engine = fixture.start(feed, { bindings });
    const [present, away] = [follow(feed), follow(feed)];
    // Before anything is parked.
    await until(() => [present, away].every(({ told }) => told.length > 0), 'both have begun');
    feed.append(...log.slice(0, 200));
    await untilTold(log.slice(0, 200), present, away);
    await away.stop();
    const late = follow(feed);
    await untilTold(log.slice(0, 200), late);
    expect(away.cursor?.position).toBeLessThan(500n);
    expect(late.cursor).toBeUndefined();
    poison.clear();
    await requestRetry(dataSource, 'account-balance', 'owner of account 0', 'dora');
    await untilStatus(engine, (statuses) => statuses.every(({ parked }) => parked === 0));
    const rows = await balances();
    const isRight = ({ rows: told }: ChangeFollower) =>
      JSON.stringify(told.get('account 0')) === JSON.stringify(rows.get('account 0'));
    away.start();
    await until(() => [present, away, late].every(isRight), 'what they were told is what is stored');
    feed.append(...log.slice(200));
    await untilTold(log, present, away, late);
    for (const { rows: told } of [present, away, late]) expect(told).toEqual(await balances());
    expect([present.resets, away.resets, late.resets]).toEqual([1, 1, 2]);
  });

  it('are complete whatever the log, however often somebody leaves and comes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        sampleEvents(120),
        fc.array(fc.nat({ max: 40 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 30 }),
        async (events, portions, batchSize) => {
          const log = record(events);
          const feed = new ArrayFeed({ batchSize });
          fixture.start(feed);
          const follower = follow(feed, balance, batchSize);
          let appended = 0;
          for (const portion of portions) {
            feed.append(...log.slice(appended, appended + portion));
            appended += portion;
            await follower.stop();
            follower.start();
          }
          feed.append(...log.slice(appended));
          await untilTold(log, follower);
          const stored = await balances();
          await follower.stop();
          await fixture.stopEngines();
          expect(follower.rows).toEqual(stored);
        },
      ),
      { numRuns: 15 },
    );
  });
});
