import fc from 'fast-check';
import { ImportProblem } from './import.problem';
import { createImportFixture, createMemorySink } from './testing/import-fixture';
import { csv, GOOD, ORDERS } from './testing/orders-mapping';

describe('import', () => {
  let fixture = createImportFixture();
  beforeEach(() => (fixture = createImportFixture()));
  afterEach(() => fixture.remove());

  it('turns grouped rows into commands, once', async () => {
    const sink = createMemorySink();
    const first = await fixture.run(ORDERS, { 'a.csv': GOOD }, { sink });
    expect(first).toMatchObject({
      mapping: 'orders',
      state: 'completed',
      rows: { read: 4, accepted: 4, known: 0, rejected: 0 },
      commands: { RegisterCustomer: { sent: 2, accepted: 2 }, RecordPurchase: { sent: 3, accepted: 3 } },
    });
    expect(sink.accepted.find(({ type }) => type === 'RecordPurchase')?.payload).toEqual({
      purchaseId: '1',
      customerId: 'anna',
      lines: [
        { sku: 'x', quantity: 2 },
        { sku: 'y', quantity: 1 },
      ],
      total: { amountMinor: 221, currency: 'EUR' },
    });
    const again = await fixture.run(ORDERS, { 'under-another-name.csv': GOOD }, { sink });
    expect(again.rows).toEqual({ read: 4, accepted: 0, known: 4, rejected: 0 });
    expect(sink.accepted).toHaveLength(5);
  });

  it('refuses a whole group for one bad row, and says which', async () => {
    const sink = createMemorySink();
    const { rows, rejections } = await fixture.run(
      ORDERS,
      { 'a.csv': csv('1,anna,x,two,1', '1,anna,y,1,1', '2,bob,x,1,1') },
      { sink },
    );
    expect([rows, rejections]).toEqual([{ read: 3, accepted: 1, known: 0, rejected: 2 }, { 'value-invalid': 2 }]);
    const [bad, fallen] = fixture.rejects();
    expect(bad).toMatchObject({ file: 'a.csv', line: '2', code: 'value-invalid', row: '1,anna,x,two,1' });
    expect(bad?.reason).toBe('column Quantity: "two" is not a number');
    expect(fallen).toMatchObject({ line: '3', code: 'value-invalid' });
    expect(fallen?.reason).toContain('falls with line 2');
    expect(sink.accepted.map(({ type }) => type)).toEqual(['RegisterCustomer', 'RecordPurchase']);
  });

  it('registers a customer by the first rows that can be imported', async () => {
    const sink = createMemorySink();
    await fixture.run(ORDERS, { 'a.csv': csv('1,anna,x,two,1', '2,anna,x,1,1') }, { sink });
    expect(sink.accepted.map(({ type }) => type)).toEqual(['RegisterCustomer', 'RecordPurchase']);
  });

  it('tells the rows of a refused command, and withholds the commands after it', async () => {
    const problems = [{ path: 'total.amountMinor', message: 'must be positive' }];
    const sink = createMemorySink(({ type }) =>
      type === 'RegisterCustomer' ? { status: 'rejected', code: 'invalid', problems } : undefined,
    );
    const { rows, commands } = await fixture.run(ORDERS, { 'a.csv': csv('1,anna,x,1,1', '1,anna,y,1,1') }, { sink });
    expect(rows).toEqual({ read: 2, accepted: 0, known: 0, rejected: 2 });
    expect(commands).toMatchObject({ RegisterCustomer: { rejected: 1 }, RecordPurchase: { sent: 0, withheld: 1 } });
    expect(fixture.rejects()[1]).toMatchObject({
      line: '3',
      code: 'invalid',
      reason: 'RegisterCustomer was refused: total.amountMinor: must be positive',
    });
  });

  it('takes a refusal that means "already there" for known', async () => {
    const [register, ...others] = ORDERS.emit;
    const mapping = { ...ORDERS, emit: [{ ...register, knownWhenRefused: ['taken'] }, ...others] };
    const sink = createMemorySink(({ type }) =>
      type === 'RegisterCustomer' ? { status: 'rejected', code: 'taken' } : undefined,
    );
    const { rows, commands } = await fixture.run(mapping, { 'a.csv': GOOD }, { sink });
    expect([rows.accepted, commands.RegisterCustomer]).toEqual([
      4,
      { sent: 2, accepted: 0, known: 2, rejected: 0, withheld: 0 },
    ]);
  });

  it('adds up whatever is refused, and never counts a row twice', async () => {
    const row = fc.tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('anna', 'bob', ''),
      fc.constantFrom('1', '', 'x', '-2', '"'),
      fc.constantFrom('1.5', 'free'),
    );
    const rows = fc.array(row, { maxLength: 30 });
    const fates = fc.func(fc.constantFrom('accepted' as const, 'known' as const, 'rejected' as const));
    await fc.assert(
      fc.asyncProperty(rows, fates, fc.constantFrom('consecutive', 'file'), async (data, fateOf, scope) => {
        const lines = data.map(([order, customer, quantity, price]) => `${order},${customer},s,${quantity},${price}`);
        const sink = createMemorySink(({ commandId }) => ({ status: fateOf(commandId) }));
        const mapping = { ...ORDERS, groupBy: { ...ORDERS.groupBy, scope } };
        const summary = await fixture.run(mapping, { 'a.csv': csv(...lines) }, { sink });
        const { read, accepted, known, rejected } = summary.rows;
        expect(accepted + known + rejected).toBe(read);
        expect(summary.files[0]?.rows).toBe(read);
        expect(fixture.rejects()).toHaveLength(rejected);
        expect(Object.values(summary.rejections).reduce((sum, count) => sum + count, 0)).toBe(rejected);
        if (!lines.join('').includes('"')) expect([summary.state, read]).toEqual(['completed', data.length]);
        for (const counts of Object.values(summary.commands)) {
          expect(counts.accepted + counts.known + counts.rejected).toBe(counts.sent);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('sends nothing when a column is missing, and says where it is wanted', async () => {
    const sink = createMemorySink();
    const running = fixture.run(
      ORDERS,
      { 'a.csv': GOOD, 'b.csv': 'Order,customer,Sku,Quantity,Price\n1,anna,x,1,1\n' },
      { sink },
    );
    await expect(running).rejects.toThrow(ImportProblem);
    await expect(running).rejects.toThrow(
      /test\.mapping\.json: emit\[0\]\.when\.firstSeen\.\$column \(for .*b\.csv\): the file has no column "Customer"; did you mean "customer"\? Its columns: Order, customer, Sku/,
    );
    expect(sink.accepted).toEqual([]);
  });

  it('names files that are not there', () =>
    expect(fixture.run(ORDERS, {}, { files: ['/nowhere/a.csv'] })).rejects.toThrow("/nowhere/a.csv: can't be read"));
});
