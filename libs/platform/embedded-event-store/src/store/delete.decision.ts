import type { ExpectedRevision, StreamHead } from './append.decision';

export type DeleteDecision = 'delete' | 'wrong-expected-version' | 'stream-deleted';

/** A soft delete needs something to delete: events, or metadata that announce the stream. */
export function decideSoftDelete(head: StreamHead, expected: ExpectedRevision): DeleteDecision {
  if (!exists(head) && !head.isTombstoned) return 'wrong-expected-version';
  return decideTombstone(head, expected);
}

/** A tombstone may also be put on a stream that never was. */
export function decideTombstone(head: StreamHead, expected: ExpectedRevision): DeleteDecision {
  if (head.isTombstoned) return 'stream-deleted';
  return isAsExpected(head, expected) ? 'delete' : 'wrong-expected-version';
}

function isAsExpected(head: StreamHead, expected: ExpectedRevision): boolean {
  if (expected === 'any') return true;
  if (expected === 'stream_exists') return exists(head);
  if (expected === 'no_stream') return head.lastRevision === -1 || head.isSoftDeleted;
  return expected === head.lastRevision;
}

function exists(head: StreamHead): boolean {
  return head.lastRevision >= 0 || head.hasMetadata;
}
