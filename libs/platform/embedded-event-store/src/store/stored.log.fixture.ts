import { EventStore } from './event-store';
import type { WriteOutcome } from './write.command';

export const SMALL_SEGMENT_BYTES = 2000;
let eventNumber = 0;

/** Appends batches of these sizes to three streams in turn, over several small segments, and stops cleanly. */
export async function storeBatches(folder: string, sizes: readonly number[]): Promise<void> {
  const store = await EventStore.open({ folder, segmentBytes: SMALL_SEGMENT_BYTES });
  await appendBatches(store, sizes);
  await store.stop();
}

export async function appendBatches(store: EventStore, sizes: readonly number[]): Promise<WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  for (const [index, size] of sizes.entries()) {
    const events = Array.from({ length: size }, newEvent);
    const command = { kind: 'append', streamName: `stream-${index % 3}`, expected: 'any', events } as const;
    outcomes.push(
      await new Promise<WriteOutcome>((resolve) =>
        store.submit({ ...command, deadlineMs: Number.POSITIVE_INFINITY }, resolve),
      ),
    );
  }
  return outcomes;
}

function newEvent() {
  const id = `00000000-0000-4000-8000-${String(eventNumber++).padStart(12, '0')}`;
  const data = Buffer.from(JSON.stringify({ padding: 'ü'.repeat(eventNumber % 90) }));
  return { id, type: 'Stored', contentType: 'application/json', data, metadata: Buffer.alloc(0) };
}
