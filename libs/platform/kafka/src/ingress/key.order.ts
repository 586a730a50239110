import type { IngressRecord } from './ingress.record';

type Handled = 'done' | 'refused';

export interface OrderOptions {
  /** Records of different keys that are under way at a time. */
  readonly maxInFlight: number;
  readonly handle: (record: IngressRecord) => Promise<Handled>;
  /** All records before the offset are handled. */
  readonly commit: (offset: bigint) => Promise<void>;
}

/**
 * Handles consecutive records of a partition: those of one key in their order, those without one as if they had the
 * same. What follows a refused record of its key waits until that one's offset is committed: handled again after a crash,
 * it would else meet what came later, and might be refused no more. Rejects with the first failure, when nothing is under
 * way any more.
 */
export async function handleInOrder(records: readonly IngressRecord[], options: OrderOptions): Promise<void> {
  const done = new Set<IngressRecord>();
  const refused = new Map<string, bigint>();
  for (let rest = records; ;) {
    const [first] = rest;
    if (!first) return;
    const open = rest.filter((record) => !done.has(record) && (refused.get(keyOf(record)) ?? -1n) < first.offset);
    await inParallel(byKey(open), options.maxInFlight, async (sequence) => {
      for (const record of sequence) {
        const handled = await options.handle(record);
        done.add(record);
        if (handled === 'done') continue;
        refused.set(keyOf(record), record.offset);
        return;
      }
    });
    rest = withoutHandled(rest, done);
    await options.commit(rest[0]?.offset ?? (records.at(-1)?.offset ?? 0n) + 1n);
  }
}

const keyOf = ({ key }: IngressRecord): string => key?.toString('base64') ?? '';

function byKey(records: readonly IngressRecord[]): IngressRecord[][] {
  const sequences = new Map<string, IngressRecord[]>();
  for (const record of records) {
    const sequence = sequences.get(keyOf(record));
    if (sequence) sequence.push(record);
    else sequences.set(keyOf(record), [record]);
  }
  return [...sequences.values()];
}

function withoutHandled(rest: readonly IngressRecord[], done: ReadonlySet<IngressRecord>): readonly IngressRecord[] {
  const open = rest.findIndex((record) => !done.has(record));
  return open < 0 ? [] : rest.slice(open);
}

async function inParallel<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const workers = Array.from({ length: Math.min(limit, items.length) }, async () => {
    for (const item of waiting) await work(item);
  });
  const ends = await Promise.allSettled(workers);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
