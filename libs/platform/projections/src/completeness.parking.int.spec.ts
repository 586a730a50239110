import { verifyProjection } from './completeness.check';
import { requestSkip } from './parking.requests';
import { ArrayFeed } from './testing/array.feed';
import { openEngineFixture, untilStatus } from './testing/engine.fixture';
import { ofCustomers, poisonedBindings } from './testing/poisoned.projections';
import { payments, record } from './testing/sample.log';

const POISON = 500n;
const NAME = 'account-balance';

describe('verifyProjection, where an event can not be folded,', () => {
  let fixture: Awaited<ReturnType<typeof openEngineFixture>>;
  const log = ofCustomers(record(payments(200, 7)));
  const bindings = poisonedBindings([new Map([[POISON, 'fold']])]);

  beforeAll(async () => {
    fixture = await openEngineFixture();
  });
  afterEach(() => fixture.stopEngines());
  afterAll(() => fixture.stop());

  it('expects the rows of a parked sequence as they are before the event, and of a skipped event without it', async () => {
    const feed = new ArrayFeed({ batchSize: 20 });
    feed.append(...log);
    const engine = fixture.start(feed, { bindings });
    await fixture.reach(log);
    const { dataSource } = fixture;
    const verify = () => verifyProjection({ dataSource, feed, bindings, name: NAME, head: feed.head, rowsInMemory: 2 });
    expect(await verify()).toMatchObject({ isComplete: true, parked: 1, unfoldable: [], equal: 7 });
    const [parked] = await dataSource.query<{ sequence: string }[]>('SELECT sequence FROM projection_parked');
    await requestSkip(dataSource, NAME, parked?.sequence ?? '', { by: 'anna', reason: 'a typing error' });
    await untilStatus(engine, (statuses) => statuses.every((status) => status.parked === 0));
    expect(await verify()).toMatchObject({ isComplete: true, parked: 0, unfoldable: [], equal: 7 });
    await dataSource.query(`UPDATE account_balance SET balance_minor = 0 WHERE account = 'account 0'`);
    expect(await verify()).toMatchObject({ isComplete: false, first: { key: ['account 0'] } });
  });
});
