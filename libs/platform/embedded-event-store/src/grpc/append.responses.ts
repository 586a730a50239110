import { bytesField, emptyField, messageField, numberField } from '../protobuf/protobuf.writer';
import type { ExpectedRevision } from '../store/append.decision';
import type { WriteOutcome } from '../store/write.command';
import { MAX_APPEND_BYTES } from './append.limits';
import type { AppendOptions } from './append.requests';
import { GrpcCode, type GrpcFailure } from './grpc.status';

/** Why an append was not even tried. */
export type Refusal = Extract<WriteOutcome, { kind: 'too-large' }> | { kind: 'invalid'; message: string };
export type AppendFailure = Exclude<WriteOutcome, { kind: 'written' }> | Refusal;
type Written = WriteOutcome & { kind: 'written' };
type WrongVersion = WriteOutcome & { kind: 'wrong-expected-version' };

const TYPE_PREFIX = 'type.googleapis.com/event_store.client.';
const NO_STREAM_REVISION = '-1';

/** BatchAppendResp: one for each correlation id, always with the stream's name. */
export function batchAppendResponse(
  correlationId: Buffer,
  options: AppendOptions,
  outcome: Written | AppendFailure,
): Buffer {
  const result =
    outcome.kind === 'written'
      ? messageField(3, ...lastRevision(outcome), position(outcome.position, 3, 4))
      : messageField(2, ...statusOf(options, outcome));
  const stream = messageField(4, bytesField(3, options.streamName));
  return Buffer.concat([bytesField(1, correlationId), result, stream, expectation(options.expected, 5, 6, 7, 8)]);
}

/** AppendResp; a wrong version is an answer here, every other failure ends the call. */
export function appendResponse(options: AppendOptions, outcome: Written | WrongVersion): Buffer {
  if (outcome.kind === 'written') return messageField(1, ...lastRevision(outcome), position(outcome.position, 3, 4));
  const current = outcome.currentRevision;
  return messageField(
    2,
    ...(current === undefined ? [emptyField(2), emptyField(7)] : [numberField(1, current), numberField(6, current)]),
    expectation(options.expected, 8, 11, 9, 10),
  );
}

/** DeleteResp and TombstoneResp. */
export function deleteResponse({ position: commit }: Written): Buffer {
  return position(commit, 1, 2);
}

/** The trailers by which clients choose the error's class. */
export function failureOf({ streamName, expected }: AppendOptions, failure: AppendFailure): GrpcFailure {
  const typed = (code: number, message: string, trailers: Record<string, string>): GrpcFailure => ({
    code,
    message,
    trailers: { ...trailers, 'stream-name': streamName },
  });
  switch (failure.kind) {
    case 'wrong-expected-version':
      return typed(GrpcCode.failedPrecondition, describe(streamName, expected, failure), {
        exception: 'wrong-expected-version',
        'expected-version': expectedNumber(expected),
        'actual-version': failure.currentRevision?.toString() ?? NO_STREAM_REVISION,
      });
    case 'stream-deleted':
      return typed(GrpcCode.failedPrecondition, `Event stream '${streamName}' is deleted.`, {
        exception: 'stream-deleted',
      });
    case 'too-large':
      return typed(GrpcCode.invalidArgument, `Maximum Append Size of ${MAX_APPEND_BYTES} Exceeded.`, {
        exception: 'maximum-append-size-exceeded',
        'maximum-append-size': String(MAX_APPEND_BYTES),
      });
    case 'invalid':
      return { code: GrpcCode.invalidArgument, message: failure.message };
    case 'deadline-exceeded':
      return { code: GrpcCode.deadlineExceeded, message: 'the deadline passed before the write began' };
    case 'storage-unavailable':
      return { code: GrpcCode.resourceExhausted, message: failure.message };
    case 'stopping':
      return { code: GrpcCode.unavailable, message: 'the event store is stopping' };
  }
}

function statusOf(options: AppendOptions, failure: AppendFailure): Buffer[] {
  const { code, message } = failureOf(options, failure);
  const detail = (type: string, ...fields: Buffer[]): Buffer =>
    messageField(3, bytesField(1, `${TYPE_PREFIX}${type}`), messageField(2, ...fields));
  const details = (): Buffer => {
    switch (failure.kind) {
      case 'wrong-expected-version': {
        const current = failure.currentRevision;
        const found = current === undefined ? emptyField(2) : numberField(1, current);
        return detail('WrongExpectedVersion', found, expectation(options.expected, 3, 6, 4, 5));
      }
      case 'stream-deleted':
        return detail('StreamDeleted', messageField(1, bytesField(3, options.streamName)));
      case 'too-large':
        return detail('MaximumAppendSizeExceeded', numberField(1, MAX_APPEND_BYTES));
      case 'deadline-exceeded':
        return detail('Timeout');
      case 'invalid':
        return detail('BadRequest', bytesField(1, message));
      case 'storage-unavailable':
      case 'stopping':
        // Not `Unknown`: the official client would drop the message, and it shows that of types it doesn't know.
        return detail('ServerUnavailable');
    }
  };
  return [numberField(1, code), bytesField(2, message), details()];
}

function lastRevision({ revision }: Written): Buffer[] {
  return [revision === undefined ? emptyField(2) : numberField(1, revision)];
}

function position(commit: number | undefined, field: number, noPositionField: number): Buffer {
  return commit === undefined
    ? emptyField(noPositionField)
    : messageField(field, numberField(1, commit), numberField(2, commit));
}

function expectation(expected: ExpectedRevision, exact: number, noStream: number, any: number, exists: number): Buffer {
  if (expected === 'no_stream') return emptyField(noStream);
  if (expected === 'any') return emptyField(any);
  return expected === 'stream_exists' ? emptyField(exists) : numberField(exact, expected);
}

function expectedNumber(expected: ExpectedRevision): string {
  if (expected === 'no_stream') return NO_STREAM_REVISION;
  if (expected === 'any') return '-2';
  return expected === 'stream_exists' ? '-4' : String(expected);
}

function describe(streamName: string, expected: ExpectedRevision, { currentRevision }: WrongVersion): string {
  const actual = currentRevision ?? NO_STREAM_REVISION;
  const wanted = expectedNumber(expected);
  return `Append failed due to WrongExpectedVersion. Stream: ${streamName}, Expected version: ${wanted}, Actual version: ${actual}`;
}
