import { until } from '@tenure/local-servers/testing';
import { ChurnFixture } from './testing/churn.fixture';

const CUSTOMERS = Array.from({ length: 12 }, (_, index) => `k-${String(index).padStart(2, '0')}`);

/** By the scorecard that the platform comes with, at 3 o'clock of Shanghai, which is 19:00 UTC of the day before. */
describe('scoring customers', () => {
  let churn: ChurnFixture;

  beforeAll(async () => {
    churn = await ChurnFixture.open();
    for (const customerId of CUSTOMERS) {
      for (const day of ['2024-03-01', '2024-03-20', '2024-04-10', '2024-04-28']) await churn.order(customerId, day);
    }
    await churn.projected();
  });
  afterEach(() => churn.stopAutomation());
  afterAll(() => churn.stop());

  const bandsOf = async (customerId: string) => (await churn.bandsOf(customerId)).map(({ band }) => band);

  it('scores all of them once a day, restarts or not, and records a band that is another', async () => {
    churn.putClock('2024-05-01T00:00:00Z');
    churn.start();
    expect(await churn.runs(1)).toEqual([{ run_id: '2024-05-01', scored: 12, changed: 12 }]);
    expect(await churn.bandsOf('k-00')).toMatchObject([
      {
        band: 'low',
        model: { policyId: 'churn-model', version: 1, method: 'scorecard' },
        explanation: { unit: 'points', base: 30 },
        scoredAt: '2024-05-01T00:00:00Z',
      },
    ]);
    await churn.stopAutomation();
    await churn.projected();

    churn.start();
    churn.putClock('2024-05-01T19:00:00Z');
    expect(await churn.runs(2)).toEqual([
      { run_id: '2024-05-01', scored: 12, changed: 12 },
      { run_id: '2024-05-02', scored: 12, changed: 0 },
    ]);
    expect(await bandsOf('k-00')).toEqual(['low']);
  });

  it('goes on where it was broken off, and records nothing twice', async () => {
    churn.putClock('2024-08-01T00:00:00Z');
    let sent = 0;
    const broken = new Promise<void>((resolve) => {
      churn.start(async (command, context) => {
        if (++sent > 5) {
          resolve();
          throw new Error('the connection was lost');
        }
        return churn.commands.sender.send(command, context);
      });
    });
    await broken;
    await churn.stopAutomation();
    const changed = async () => (await Promise.all(CUSTOMERS.map(bandsOf))).filter(({ length }) => length === 2).length;
    await until(async () => (await changed()) === 5, 'what was sent is recorded');

    churn.start();
    expect((await churn.runs(3)).at(-1)).toMatchObject({ run_id: '2024-08-01', scored: 12 });
    for (const customerId of CUSTOMERS) expect(await bandsOf(customerId)).toEqual(['low', 'high']);
    expect(await churn.bandsOf('k-00')).toMatchObject([{}, { from: 'low', band: 'high' }]);
    await churn.projected();
    const rows: object[] = await churn.dataSource.query('SELECT band, from_band FROM customer_risk');
    expect(rows).toEqual(CUSTOMERS.map(() => ({ band: 'high', from_band: 'low' })));
  });

  it('scores again when history was loaded, and not while it is', async () => {
    churn.putClock('2024-08-02T00:00:00Z');
    churn.start();
    await churn.runs(4);
    const load = { loadId: 'l-1' };
    await churn.send('StartHistoryLoad', { ...load, mapping: 'shop', files: [] }, '2024-08-02T00:00:00Z');
    for (const day of ['2024-07-20', '2024-08-01']) await churn.order('k-03', day);
    expect(await bandsOf('k-03')).toEqual(['low', 'high']);
    await churn.send(
      'FinishHistoryLoad',
      { ...load, read: 2, accepted: 2, known: 0, rejected: 0 },
      '2024-08-02T00:00:00Z',
    );
    const runs = await churn.runs(5);
    expect(runs.find(({ run_id }) => run_id.startsWith('load-'))).toMatchObject({ scored: 12, changed: 1 });
    expect((await bandsOf('k-03')).at(-1)).not.toBe('high');
    expect(await bandsOf('k-04')).toEqual(['low', 'high']);
  });
});
