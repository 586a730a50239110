import { usePlatform } from '../testing/used.platform';

const DAY_MS = 86_400_000;
const day = (number: number): string => new Date(Date.UTC(2023, 0, 2) + number * DAY_MS).toISOString().slice(0, 10);

/** Half of the customers order every two weeks or so to the end, half stop one after the other on the way. */
describe('tenure churn', () => {
  const platform = usePlatform();

  beforeAll(async () => {
    await Promise.all(Array.from({ length: 24 }, (_, index) => buy(index)));
  });

  async function buy(index: number): Promise<void> {
    const lastDay = index % 2 === 0 ? 480 : 40 + ((index * 37) % 400);
    for (let at = 0; at < lastDay; at += 14 + (index % 7)) {
      const lines = [{ sku: 's-1', quantity: 1, unitPrice: '10.00' }];
      const about = { customerId: `k-${index}`, purchaseId: `k-${index}-${at}`, occurredAt: `${day(at)}T09:00:00Z` };
      await platform.post('/purchases', { ...about, lines, total: { amountMinor: 1_000, currency: 'CNY' } });
    }
  }

  async function tenure(...args: readonly string[]) {
    const { printed, ...said } = await platform.run('churn', ...args);
    return { ...said, text: printed.join('\n') };
  }

  it('fits a model and judges it beside what is simpler', async () => {
    const fitted = await tenure('fit', '--until', '2024-01-01', '--horizon', '60', '--by', 'anna');
    expect(fitted.noted).toEqual([]);
    expect(fitted.text).toMatch(
      /^logistic, fitted on what happened from 1900-01-01 until 2024-01-01; lost: .* 60 days$/m,
    );
    expect(fitted.text).toMatch(/^FACT +WEIGHT$/m);
    expect(fitted.text).toContain('It is the draft of version 2.');

    const { text } = await tenure('evaluate', '--at', '2024-01-01');
    expect(text).toMatch(/^Draft of version 2 \(logistic\), scored on 2024-01-01, .* until 2024-03-01$/m);
    expect(text).toMatch(/^24 customers, \d+ of them lost/m);
    for (const who of ['the model', 'recency alone', 'the scorecard']) {
      expect(text).toMatch(new RegExp(`^${who} +[01]\\.\\d{3} \\(`, 'm'));
    }
    const json = await tenure('evaluate', '--at', '2024-01-01', '--model', '1', '--json');
    expect(JSON.parse(json.text)).toMatchObject({ version: 1, isDraft: false, method: 'scorecard', horizonDays: 90 });
  });

  it('says what makes a score', async () => {
    const lines = await platform.until(
      /^k-1: \d+ of 100, (medium|high), by version 1 \(scorecard\)/,
      'churn',
      'score',
      'k-1',
    );
    const text = lines.join('\n');
    expect(text).toMatch(/^to begin with +\+30$/m);
    expect(text).toMatch(/距上次下单 +\+25$/m);
  });

  it('lists customers and versions, and says why it does not do what it is asked', async () => {
    expect((await tenure('customers', '--band', 'high')).exitCode).toBe(0);
    expect((await tenure('models')).text).toMatch(/^ +1 +scorecard +90 days +– +\S+ +yes/m);
    const refused = await tenure('evaluate', '--at', 'yesterday');
    expect(refused.exitCode).toBe(1);
    expect(refused.noted.join()).toContain('at must be a calendar day');
    expect((await tenure('score', 'nobody')).exitCode).toBe(1);
  });
});
