import * as fc from 'fast-check';
import type { IngressRecord } from './ingress.record';
import { handleInOrder } from './key.order';

interface Sketch {
  readonly key: string | null;
  readonly isRefused: boolean;
  /** Turns of the event loop that it takes. */
  readonly turns: number;
}

const NOTHING: Sketch = { key: null, isRefused: false, turns: 0 };

const sketches = fc.array(
  fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', null),
    isRefused: fc.boolean(),
    turns: fc.nat({ max: 3 }),
  }),
  { maxLength: 40 },
);

const recordOf = ({ key }: Sketch, index: number): IngressRecord => ({
  topic: 'ingress',
  partition: 0,
  offset: BigInt(index) * 3n,
  key: key === null ? null : Buffer.from(key),
  value: null,
  headers: {},
  timestamp: '0',
});

const keyText = ({ key }: IngressRecord): string => key?.toString() ?? '';

describe('the order of keys', () => {
  it('holds, within the limit, and nothing is committed too early', async () => {
    await fc.assert(
      fc.asyncProperty(sketches, fc.integer({ min: 1, max: 5 }), async (given, maxInFlight) => {
        const records = given.map(recordOf);
        const done = new Set<bigint>();
        const refusedAt = new Map<string, bigint>();
        let committed = records[0]?.offset ?? 0n;
        let inFlight = 0;
        await handleInOrder(records, {
          maxInFlight,
          handle: async (record) => {
            expect(++inFlight).toBeLessThanOrEqual(maxInFlight);
            const earlier = records.filter(
              (other) => keyText(other) === keyText(record) && other.offset < record.offset,
            );
            expect(earlier.every(({ offset }) => done.has(offset))).toBe(true);
            expect(done.has(record.offset)).toBe(false);
            expect(refusedAt.get(keyText(record)) ?? -1n).toBeLessThan(committed);
            const { turns, isRefused } = given[records.indexOf(record)] ?? NOTHING;
            for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
            done.add(record.offset);
            if (isRefused) refusedAt.set(keyText(record), record.offset);
            inFlight--;
            return isRefused ? 'refused' : 'done';
          },
          commit: async (offset) => {
            expect(offset).toBeGreaterThan(committed);
            expect(records.every((record) => record.offset >= offset || done.has(record.offset))).toBe(true);
            committed = offset;
          },
        });
        expect(done.size).toBe(records.length);
        if (records.length > 0) expect(committed).toBe((records.at(-1)?.offset ?? 0n) + 1n);
      }),
    );
  });

  it('ends with the first failure, once nothing is under way', async () => {
    const records = ['a', 'b', 'a', 'b'].map((key) => ({ key, isRefused: false, turns: 0 })).map(recordOf);
    const ended: bigint[] = [];
    const handling = handleInOrder(records, {
      maxInFlight: 2,
      handle: async ({ offset }) => {
        if (offset === 0n) throw new Error('gone');
        await new Promise(setImmediate);
        ended.push(offset);
        return 'done';
      },
      commit: () => Promise.reject(new Error('must not be called')),
    });
    await expect(handling).rejects.toThrow('gone');
    expect(ended).toEqual([3n, 9n]);
  });
});
