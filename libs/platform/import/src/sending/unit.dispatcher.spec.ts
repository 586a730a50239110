import { createImportFixture, createMemorySink } from '../testing/import-fixture';
import { csv, GOOD, ORDERS } from '../testing/orders-mapping';

describe('sending of an import', () => {
  let fixture = createImportFixture();
  beforeEach(() => (fixture = createImportFixture()));
  afterEach(() => fixture.remove());

  it('sends much at once, yet one after the other for each customer', async () => {
    let [sending, most, outOfOrder] = [0, 0, 0];
    const last = new Map<string, number>();
    const send = async ({ payload }: { payload: object }) => {
      const { customerId = '', purchaseId = '0' } = payload as { customerId?: string; purchaseId?: string };
      most = Math.max(most, ++sending);
      await new Promise((resolve) => setImmediate(resolve));
      if ((last.get(customerId) ?? 0) > Number(purchaseId)) outOfOrder += 1;
      last.set(customerId, Number(purchaseId));
      sending -= 1;
      return { status: 'accepted' as const };
    };
    const rows = Array.from({ length: 4000 }, (_none, index) => `${index + 1},c${index % 400},x,1,1`);
    const { rows: counts } = await fixture.run(ORDERS, { 'a.csv': csv(...rows) }, { sink: { send }, concurrency: 256 });
    expect([counts.accepted, outOfOrder, most]).toEqual([4000, 0, 256]);
  });

  it('reads no further than what is under way allows', async () => {
    const waiting: (() => void)[] = [];
    const send = () =>
      new Promise<{ status: 'accepted' }>((resolve) => waiting.push(() => resolve({ status: 'accepted' })));
    const rows = Array.from({ length: 30_000 }, (_none, index) => `${index + 1},c${index},${'x'.repeat(40)},1,1`);
    let isDone = false;
    let mostRead = 0;
    const onProgress = ({ bytesRead }: { bytesRead: number }) =>
      (mostRead = Math.max(mostRead, isDone ? 0 : bytesRead));
    const running = fixture.run(ORDERS, { 'a.csv': csv(...rows) }, { sink: { send }, concurrency: 10, onProgress });
    while (mostRead === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(mostRead).toBeLessThan(1_000_000);
    isDone = true;
    let isOver = false;
    void running.finally(() => (isOver = true));
    while (!isOver) {
      for (const release of waiting.splice(0)) release();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await running).rows.accepted).toBe(30_000);
  });

  it('stops at an infrastructure fault, with its cause', async () => {
    let sent = 0;
    const send = async () => {
      if (++sent === 3) throw new Error('the store is gone');
      return { status: 'accepted' as const };
    };
    await expect(fixture.run(ORDERS, { 'a.csv': GOOD }, { sink: { send } })).rejects.toThrow('the store is gone');
  });

  it('can be cancelled, and run again to the same end', async () => {
    const sink = createMemorySink();
    const cancel = new AbortController();
    const rows = Array.from({ length: 20_000 }, (_none, index) => `${index + 1},c${index},x,1,1`);
    const send: typeof sink.send = async (command) => {
      if (sink.accepted.length === 500) cancel.abort();
      return sink.send(command);
    };
    const files = { 'a.csv': csv(...rows) };
    const cancelled = await fixture.run(ORDERS, files, { sink: { send }, signal: cancel.signal });
    expect(cancelled.state).toBe('cancelled');
    expect(cancelled.rows.accepted).toBeLessThan(20_000);
    const { rows: counts } = await fixture.run(ORDERS, files, { sink });
    expect(counts.accepted + cancelled.rows.accepted).toBe(20_000);
    expect(sink.accepted).toHaveLength(40_000);
  });
});
