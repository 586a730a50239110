import { until } from '@tenure/local-servers/testing';
import { listParked, readParked, requestRetry, requestSkip } from './parking.requests';
import { UnknownParkedError } from './projection.errors';
import { rebuildProjections } from './projection.rebuild';
import { ArrayFeed } from './testing/array.feed';
import { openEngineFixture, untilState, untilStatus } from './testing/engine.fixture';
import { ofCustomers, type Poison, poisonedBindings } from './testing/poisoned.projections';
import { expectFold } from './testing/sample.database';
import { payments, record } from './testing/sample.log';
import type { SampleRecorded } from './testing/sample.projections';

describe('ProjectionEngine, when an event can not be folded,', () => {
  let fixture: Awaited<ReturnType<typeof openEngineFixture>>;

  beforeAll(async () => {
    fixture = await openEngineFixture();
  });
  afterEach(() => fixture.stopEngines());
  afterAll(() => fixture.stop());

  const log = ofCustomers(record(payments(200, 7)));
  /** The 50th event is the 8th of account 0. */
  const POISON = 500n;
  const ofPoisoned = ({ metadata }: SampleRecorded) => metadata.customerId === 'owner of account 0';
  const foldable = log.filter((event) => !ofPoisoned(event) || event.position < POISON);
  const poisonAt = (position: bigint): Poison => new Map([[position, 'fold']]);

  async function startPoisoned(poison: Poison) {
    const feed = new ArrayFeed({ batchSize: 20 });
    feed.append(...log);
    const notices: unknown[] = [];
    const onParked = (notice: unknown) => notices.push(notice);
    const engine = fixture.start(feed, { bindings: poisonedBindings([poison]), onParked });
    await fixture.reach(log);
    return { feed, engine, notices };
  }

  it('parks its customer for that projection, visibly, and goes on with all others', async () => {
    expect(log[49]?.position).toBe(POISON);
    const { engine, notices } = await startPoisoned(poisonAt(POISON));
    await expectFold(fixture.dataSource, foldable, log);
    const [balance, entry] = await engine.status();
    expect(balance).toMatchObject({ state: 'running', lagEvents: 0, parked: 1, eventsSeen: 200 });
    expect(balance?.oldestParkedAt).toMatch(/^\d{4}-.*Z$/);
    expect(entry).toMatchObject({ parked: 0 });
    expect(entry).not.toHaveProperty('oldestParkedAt');
    const [parked] = await listParked(fixture.dataSource);
    expect(parked).toMatchObject({
      projection: 'account-balance',
      sequence: 'owner of account 0',
      position: POISON,
      attempts: 1,
      type: 'AmountPaid',
      waitingEvents: log.filter(ofPoisoned).length - 8,
    });
    expect(parked?.error).toMatch(/AmountPaid at position 500 of account-1: Error: poison/);
    const { data, eventId } = await readParked(fixture.dataSource, 'account-balance', 'owner of account 0');
    expect(JSON.parse(data.toString())).toEqual({ account: 'account 0', amountMinor: 49 });
    expect(eventId).toBe('event-50');
    expect(notices).toEqual([expect.objectContaining({ position: POISON, projection: 'account-balance' })]);
  });

  it('folds what waits, in order, when somebody asks for it after the fold was mended', async () => {
    const poison = poisonAt(POISON);
    const { engine } = await startPoisoned(poison);
    poison.clear();
    await requestRetry(fixture.dataSource, 'account-balance', 'owner of account 0', 'anna');
    await untilStatus(engine, ([balance]) => balance?.parked === 0);
    await expectFold(fixture.dataSource, log);
  });

  it('counts an attempt that fails again, and keeps all as it was', async () => {
    const { engine } = await startPoisoned(poisonAt(POISON));
    await requestRetry(fixture.dataSource, 'account-balance', undefined, 'anna');
    await untilParked(({ attempts, request }) => attempts === 2 && request === undefined);
    await expectFold(fixture.dataSource, foldable, log);
    expect((await engine.status())[0]).toMatchObject({ parked: 1, state: 'running' });
    expect((await listParked(fixture.dataSource))[0]).toMatchObject({ position: POISON, waitingEvents: 21 });
  });

  it('stops at the next event that can not be folded, with those before it in the rows', async () => {
    const poison: Poison = new Map([...poisonAt(POISON), ...poisonAt(780n), ...poisonAt(1_060n)]);
    await startPoisoned(poison);
    poison.delete(POISON);
    await requestRetry(fixture.dataSource, 'account-balance', 'owner of account 0', 'anna');
    await untilParked(({ position }) => position === 780n);
    const isFolded = (event: SampleRecorded) => !ofPoisoned(event) || event.position < 780n;
    await expectFold(fixture.dataSource, log.filter(isFolded), log);
    expect((await listParked(fixture.dataSource))[0]).toMatchObject({ attempts: 1, waitingEvents: 17 });
  });

  it('leaves an event out when somebody says so, and keeps who, when and why', async () => {
    const { engine } = await startPoisoned(poisonAt(POISON));
    const why = { by: 'anna', reason: 'a test payment of 2011' };
    await requestSkip(fixture.dataSource, 'account-balance', 'owner of account 0', why);
    await untilStatus(engine, ([balance]) => balance?.parked === 0);
    const kept = log.filter(({ position }) => position !== POISON);
    await expectFold(fixture.dataSource, kept, log);
    const skipped = 'SELECT position, skipped_by, reason, lifted_at FROM projection_skipped';
    const inForce = { position: '500', skipped_by: 'anna', reason: 'a test payment of 2011', lifted_at: null };
    expect(await fixture.dataSource.query(skipped)).toEqual([inForce]);
    await expect(requestSkip(fixture.dataSource, 'account-balance', 'owner of account 0', why)).rejects.toThrow(
      UnknownParkedError,
    );
  });

  it('parks for every projection what the codec refuses, and folds it as soon as a newer program reads it', async () => {
    const refuse = ({ position }: { position: bigint }) => (position === POISON ? 'version 2 is unknown' : undefined);
    const old = new ArrayFeed({ batchSize: 20, refuse });
    old.append(...log);
    const before = fixture.start(old);
    await fixture.reach(log);
    await expectFold(fixture.dataSource, foldable, foldable);
    expect(await listParked(fixture.dataSource)).toMatchObject([{ position: POISON }, { position: POISON }]);
    await before.stop();
    const feed = new ArrayFeed();
    feed.append(...log);
    const engine = fixture.start(feed);
    await untilStatus(engine, (statuses) => statuses.every(({ parked }) => parked === 0));
    await expectFold(fixture.dataSource, log);
  });

  it('finds and parks the event whose row PostgreSQL refuses', async () => {
    const named = { type: 'AccountOpened' as const, data: { account: 'account 3', name: 'forbidden' } };
    const refused = ofCustomers(record([...payments(300, 7), named, ...payments(20, 7)]));
    const feed = new ArrayFeed({ batchSize: 50 });
    feed.append(...refused);
    const engine = fixture.start(feed);
    await fixture.reach(refused);
    await untilState(engine, 'account-balance', 'running');
    const isFolded = ({ position, metadata }: SampleRecorded) =>
      position < 3_010n || metadata.customerId !== 'owner of account 3';
    await expectFold(fixture.dataSource, refused.filter(isFolded), refused);
    expect((await listParked(fixture.dataSource))[0]?.error).toMatch(/AccountOpened at position 3010 .*not_forbidden/);
  });

  it('sets a projection aside that would park more than single sequences', async () => {
    const many = ofCustomers(record(payments(1_500, 1_200)));
    const poison: Poison = new Map(many.map(({ position }) => [position, 'fold']));
    const feed = new ArrayFeed();
    feed.append(...many);
    const engine = fixture.start(feed, { bindings: poisonedBindings([poison]) });
    await fixture.reach(many, ['account-entry']);
    await untilStatus(engine, ([balance]) => balance?.failure !== undefined);
    const [balance] = await engine.status();
    expect(balance).toMatchObject({ state: 'failing' });
    expect(balance?.failure?.message).toMatch(/more than 1000 sequences would be parked; the last by AmountPaid at/);
  });

  it('parks anew in a rebuild, and skips again what can not be folded still', async () => {
    const poison: Poison = new Map([...poisonAt(POISON), ...poisonAt(520n)]);
    const { engine, feed } = await startPoisoned(poison);
    const why = { by: 'anna', reason: 'known' };
    await requestSkip(fixture.dataSource, 'account-balance', 'owner of account 0', why);
    await untilStatus(engine, ([balance]) => balance?.parked === 1);
    const { dataSource } = fixture;
    const rebuild = () => rebuildProjections({ dataSource, feed, bindings: poisonedBindings([poison]) });
    await rebuild();
    const withoutCustomer2 = ({ position, metadata }: SampleRecorded) =>
      position < 520n || metadata.customerId !== 'owner of account 2';
    await expectFold(
      dataSource,
      log.filter((event) => withoutCustomer2(event) && event.position !== POISON),
      log,
    );
    expect((await engine.status()).map(({ parked }) => parked)).toEqual([1, 0]);
    poison.delete(POISON);
    await rebuild();
    await expectFold(dataSource, log.filter(withoutCustomer2), log);
    expect(await dataSource.query('SELECT skipped_by FROM projection_skipped WHERE lifted_at IS NULL')).toEqual([]);
    expect(await dataSource.query('SELECT projection, skipped_by FROM projection_skipped')).toHaveLength(1);
    poison.clear();
    await requestRetry(dataSource, 'account-balance', undefined, 'anna');
    await untilStatus(engine, ([balance]) => balance?.parked === 0);
    await expectFold(dataSource, log);
  });

  async function untilParked(isWanted: (parked: Awaited<ReturnType<typeof listParked>>[number]) => boolean) {
    let parked: Awaited<ReturnType<typeof listParked>> = [];
    const isSo = async () => {
      parked = await listParked(fixture.dataSource);
      return parked.slice(0, 1).some(isWanted);
    };
    await until(isSo, () => `of ${JSON.stringify(parked, (_, value) => String(value))} the first is as wanted`);
  }
});
