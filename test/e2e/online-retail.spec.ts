import { join } from 'node:path';
import { CustomerOverview } from '@tenure/customer-service';
import type { ImportSummary } from '@tenure/import';
import { countOnlineRetail, type OnlineRetailCount, type RetailDocument } from '@tenure/import/testing';
import { TierPolicyComparator } from '@tenure/tier-service';
import { startStack, type Stack } from './testing/stack';

const ARCHIVE = join(__dirname, '../../infra/samples/online-retail/online-retail-by-day.tar.gz');
/** The day of the newest invoice: nothing has left the window by then that the data itself does not show. */
const NOW = '2011-12-10T00:00:00Z';

describe('a year of Online Retail', () => {
  let stack: Stack;
  let first: ImportSummary;
  let expected: OnlineRetailCount;

  beforeAll(async () => {
    stack = await startStack({ now: NOW });
    await stack.publishSamplePolicy();
    [first, expected] = await Promise.all([stack.importSample('online-retail', ARCHIVE), countOnlineRetail(ARCHIVE)]);
    await stack.settled();
  }, 600_000);
  afterAll(() => stack.stop());

  it('accounts for every row', () => {
    const { read, accepted, known, rejected } = first.rows;
    expect({ read, sum: accepted + known + rejected }).toEqual({ read: 541_909, sum: 541_909 });
    expect(expected.rows).toBe(541_909);
    expect(first.rejections).toEqual({ 'no-customer': expected.rowsWithoutCustomer });
    expect(first.state).toBe('completed');
  });

  it('agrees to the penny with a plain pass over the files, customer by customer', async () => {
    const rows = await stack.dataSource.getRepository(CustomerOverview).find();
    const imported = new Map(
      rows.map((row) => [
        row.customerId,
        { invoices: row.purchases, cancellations: row.returns, netPence: row.totalSpendMinor, currency: row.currency },
      ]),
    );
    const counted = new Map(
      [...expected.customers].map(([customerId, { invoices, cancellations, spendPence, returnedPence }]) => [
        customerId,
        { invoices, cancellations, netPence: spendPence - returnedPence, currency: 'GBP' },
      ]),
    );
    expect(imported.size).toBe(4_372);
    expect(imported).toEqual(counted);
  });

  it('agrees over all', async () => {
    const [all] = await stack.dataSource.query(
      `SELECT count(*)::int AS customers, sum(purchases)::int AS invoices, sum(returns)::int AS cancellations,
        sum(total_spend_minor)::bigint AS pence FROM customer_overview`,
    );
    const { invoices, cancellations, spendPence, returnedPence } = expected.totals;
    expect(all).toEqual({ customers: 4_372, invoices, cancellations, pence: String(spendPence - returnedPence) });
    expect(invoices + cancellations).toBe(22_190);
  });

  it('places every customer in a tier, and the spread over the year is the sum of its changes', async () => {
    const perTier: { tier: string; customers: number }[] = await stack.dataSource.query(
      'SELECT tier, count(*)::int AS customers FROM customer_overview GROUP BY tier ORDER BY tier',
    );
    const distribution: { tier: string; customers: number }[] = await stack.dataSource.query(
      `SELECT tier, sum(change)::int AS customers FROM tier_distribution WHERE day <= '2011-12-10' GROUP BY tier ORDER BY tier`,
    );
    expect(distribution).toEqual(perTier);
    expect(perTier.map(({ tier }) => tier)).toEqual(['A', 'B', 'C']);
    expect(perTier.reduce((sum, { customers }) => sum + customers, 0)).toBe(4_372);
  });

  it('has at the end of every month the spread that a plain sum of the window gives', async () => {
    const months: { month: string; tier: string; customers: number }[] = await stack.dataSource.query(
      `SELECT to_char(month, 'YYYY-MM') AS month, tier, sum(change)::int AS customers
       FROM generate_series('2010-12-01'::date, '2011-11-01', '1 month') AS month
       JOIN tier_distribution ON day::date < month + interval '1 month' GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    const spread = spreadOf(months);
    console.log(
      Object.entries(spread)
        .map(([month, tiers]) => `${month}  ${JSON.stringify(tiers)}`)
        .join('\n'),
    );
    expect(spread).toEqual(expectedSpread(expected.documents));
  });

  it('gives the tier that follows from the sum alone where all spend lies inside the window', async () => {
    const rows = await stack.dataSource.getRepository(CustomerOverview).find();
    const inside = rows.filter(({ firstPurchaseAt }) => firstPurchaseAt !== null && firstPurchaseAt > '2010-12-11');
    const wrong = inside.filter(({ totalSpendMinor, tier }) => tier !== tierOf(totalSpendMinor));
    expect(wrong).toEqual([]);
    expect(inside.length).toBeGreaterThan(3_000);
  });

  it('says what a draft would change as a plain sum of the window says, customer by customer', async () => {
    const [current] = await stack.commands.policies.versions('tier', 'online-retail-value-tier');
    if (!current) throw new Error('the policy of the sample is not published');
    const bounds = [
      { tier: 'A', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: 200_000 }] }] },
      { tier: 'B', anyOf: [{ allOf: [{ fact: 'spendMinor', atLeast: 150_000 }] }] },
    ] as const;
    const draft = { ...current, version: 2, content: { ...current.content, tiers: bounds } };
    const drafted = { ...draft, draftedAt: NOW, draftFingerprint: 'draft' };
    const comparison = await new TierPolicyComparator(stack.dataSource).compare(drafted, [current], NOW);

    const net = new Map([...expected.customers.keys()].map((customerId) => [customerId, 0]));
    for (const { customerId, day, netPence } of expected.documents) {
      if (day >= '2010-12-10') net.set(customerId, (net.get(customerId) ?? 0) + netPence);
    }
    const under = (pence: number) => (pence >= 200_000 ? 'A' : pence >= 150_000 ? 'B' : 'C');
    const moves = [...net.values()].map((pence) => `${tierOf(pence)} to ${under(pence)}`);
    const counted = (move: string) => moves.filter((one) => one === move).length;
    const changes = comparison.changes.map(({ from, to, count }) => [`${from} to ${to}`, count] as const);
    console.log(`a draft: ${JSON.stringify(Object.fromEntries(changes))}`);
    expect(comparison.looked).toBe(4_372);
    expect(Object.fromEntries(changes)).toEqual({ 'B to A': counted('B to A'), 'B to C': counted('B to C') });
    expect(comparison.changed).toBe(counted('B to A') + counted('B to C'));
  });

  it('imports again without recording anything', async () => {
    const { rows } = await stack.importSample('online-retail', ARCHIVE);
    expect(rows).toEqual({ ...first.rows, accepted: 0, known: first.rows.accepted });
    await stack.settled();
    const [all] = await stack.dataSource.query('SELECT sum(purchases)::int AS invoices FROM customer_overview');
    expect(all).toEqual({ invoices: expected.totals.invoices });
  }, 600_000);
});

/** The year of history is no longer than the window, so that at the end of each month everything so far counts. */
function expectedSpread(documents: readonly RetailDocument[]) {
  const spread: Record<string, Record<string, number>> = {};
  for (const month of [
    '2010-12',
    ...Array.from({ length: 11 }, (_, index) => `2011-${String(index + 1).padStart(2, '0')}`),
  ]) {
    const net = new Map<string, number>();
    for (const { customerId, day, netPence } of documents) {
      if (day.slice(0, 7) <= month) net.set(customerId, (net.get(customerId) ?? 0) + netPence);
    }
    const tiers = [...net.values()].map(tierOf);
    spread[month] = Object.fromEntries(
      ['A', 'B', 'C'].map((tier) => [tier, tiers.filter((one) => one === tier).length]),
    );
  }
  return spread;
}

function spreadOf(months: readonly { month: string; tier: string; customers: number }[]) {
  const spread: Record<string, Record<string, number>> = {};
  for (const { month, tier, customers } of months) spread[month] = { ...spread[month], [tier]: customers };
  return spread;
}

const tierOf = (netPence: number): string => (netPence >= 400_000 ? 'A' : netPence >= 120_000 ? 'B' : 'C');
