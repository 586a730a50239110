/** A revision, or what the stream must (not) be. */
export type ExpectedRevision = number | 'any' | 'no_stream' | 'stream_exists';

/** A stream as the next writer finds it. `lastRevision` is -1 before the first event. */
export type StreamHead = { lastRevision: number; isTombstoned: boolean; isSoftDeleted: boolean; hasMetadata: boolean };

/** What is known of earlier events of the same stream: ids of recent ones, and by revision the ids of all. */
export type WrittenEvents = {
  revisionOf(id: string): number | undefined;
  idAt(revision: number): string | undefined;
};

export type AppendDecision =
  | { kind: 'write' }
  | { kind: 'already-written'; lastRevision: number }
  | { kind: 'wrong-expected-version' }
  | { kind: 'stream-deleted' };

const WRITE: AppendDecision = { kind: 'write' };
const WRONG: AppendDecision = { kind: 'wrong-expected-version' };
const DELETED: AppendDecision = { kind: 'stream-deleted' };

/** Whether events with these ids are to be written, or were before: the idempotency rules of EventStoreDB. */
export function decideAppend(
  head: StreamHead,
  expected: ExpectedRevision,
  ids: readonly string[],
  written: WrittenEvents,
): AppendDecision {
  if (head.isTombstoned) return DELETED;
  if (expected === 'stream_exists') {
    if (head.isSoftDeleted) return DELETED;
    if (head.lastRevision < 0 && !head.hasMetadata) return WRONG;
    return decideAnywhere(head, ids, written);
  }
  if (expected === 'any') return decideAnywhere(head, ids, written);
  return decideAt(head, expected === 'no_stream' ? -1 : expected, ids, written);
}

function decideAnywhere(head: StreamHead, ids: readonly string[], written: WrittenEvents): AppendDecision {
  const [first, ...rest] = ids;
  if (first === undefined) return { kind: 'already-written', lastRevision: head.lastRevision };
  const start = written.revisionOf(first);
  if (start === undefined) return rest.some((id) => written.revisionOf(id) !== undefined) ? WRONG : WRITE;
  const isWhole = rest.every((id, index) => isWrittenAt(written, id, start + index + 1));
  return isWhole ? { kind: 'already-written', lastRevision: start + rest.length } : WRONG;
}

function decideAt(
  head: StreamHead,
  expectedLast: number,
  ids: readonly string[],
  written: WrittenEvents,
): AppendDecision {
  if (expectedLast > head.lastRevision) return WRONG;
  if (expectedLast === head.lastRevision) {
    return ids.length === 0 ? { kind: 'already-written', lastRevision: expectedLast } : WRITE;
  }
  return decideBehind(head, expectedLast, ids, written);
}

/** The stream has gone on since: either with these very events, or the writer is too late. */
function decideBehind(
  head: StreamHead,
  expectedLast: number,
  ids: readonly string[],
  written: WrittenEvents,
): AppendDecision {
  const firstUnknown = ids.findIndex((id, index) => !isWrittenAt(written, id, expectedLast + 1 + index));
  if (firstUnknown === -1 && ids.length > 0)
    return { kind: 'already-written', lastRevision: expectedLast + ids.length };
  const isRevival = firstUnknown <= 0 && expectedLast === -1 && head.isSoftDeleted;
  return isRevival ? WRITE : WRONG;
}

function isWrittenAt(written: WrittenEvents, id: string, revision: number): boolean {
  return written.revisionOf(id) === revision || written.idAt(revision) === id;
}
