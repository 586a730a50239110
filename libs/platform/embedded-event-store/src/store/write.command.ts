import type { ProposedEvent } from '../streams/recorded-event.codec';
import type { ExpectedRevision } from './append.decision';

export type WriteCommand =
  | {
      kind: 'append';
      streamName: string;
      expected: ExpectedRevision;
      events: ProposedEvent[];
      /** Milliseconds since 1970 after which nothing is written any more. */
      deadlineMs: number;
    }
  | { kind: 'delete' | 'tombstone'; streamName: string; expected: ExpectedRevision };

/** Revision and position are those of the last event; absent when the stream has none. */
export type WriteOutcome =
  | { kind: 'written'; revision: number | undefined; position: number | undefined }
  | { kind: 'wrong-expected-version'; currentRevision: number | undefined }
  | { kind: 'stream-deleted' }
  | { kind: 'too-large' }
  | { kind: 'deadline-exceeded' }
  | { kind: 'storage-unavailable'; message: string }
  | { kind: 'stopping' };
