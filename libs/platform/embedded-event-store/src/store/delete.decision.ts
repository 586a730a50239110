import type { ExpectedRevision, StreamHead } from './append.decision';

export type DeleteDecision = 'delete' | 'wrong-expected-version' | 'stream-deleted';

/** A soft delete needs something to delete: events, or metadata that announce the stream. */
export function decideSoftDelete(head: StreamHead, expected: ExpectedRevision): DeleteDecision {
  if (head.lastRevision < 0 && !head.hasMetadata && !head.isTombstoned) return 'wrong-expected-version';
  return decideTombstone(head, expected);
}

/** A tombstone may also be put on a stream that never was. */
export function decideTombstone(head: StreamHead, expected: ExpectedRevision): DeleteDecision {
  if (head.isTombstoned) return 'stream-deleted';
  if (expected === 'any') return 'delete';
  if (expected === 'stream_exists') {
    return head.lastRevision >= 0 || head.hasMetadata ? 'delete' : 'wrong-expected-version';
  }
  const expectedLast = expected === 'no_stream' ? -1 : expected;
  const isRevivable = expected === 'no_stream' && head.isSoftDeleted;
  return expectedLast === head.lastRevision || isRevivable ? 'delete' : 'wrong-expected-version';
}
