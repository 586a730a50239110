import type { Recorded } from '@tenure/kernel';
import type { Feed } from './feed';

const BATCH_EVENTS = 1_000;

/** The log from its first event up to and including a position, each event once. Throws where the signal is aborted. */
export async function* readUpTo(
  feed: Feed,
  position: bigint,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly Recorded[]> {
  const enough = new AbortController();
  const either = signal ? AbortSignal.any([signal, enough.signal]) : enough.signal;
  let seen = -1n;
  try {
    for await (const batch of feed.batches(undefined, { maxEvents: BATCH_EVENTS, signal: either })) {
      const events = newEvents(batch.events, seen, position);
      seen = events.at(-1)?.position ?? seen;
      yield events;
      // A position may be past the last event there is: of events that the feed leaves out.
      if (batch.position >= position || batch.caughtUp) return;
    }
    signal?.throwIfAborted();
    throw new Error('the feed ended before the position was reached');
  } finally {
    enough.abort();
  }
}

function newEvents(events: readonly Recorded[], after: bigint, upTo: bigint): Recorded[] {
  let seen = after;
  return events.filter(({ position }) => {
    const isNew = position > seen && position <= upTo;
    if (isNew) seen = position;
    return isNew;
  });
}
