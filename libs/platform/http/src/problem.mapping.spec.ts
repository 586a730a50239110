import { NotFoundException } from '@nestjs/common';
import { InvalidCommandError, UnknownCommandError } from '@tenure/commands';
import {
  AppendTooLargeError,
  EventStoreUnavailableError,
  StreamContendedError,
  StreamGoneError,
  UnreadableEventError,
} from '@tenure/event-store';
import { problemOf } from './problem.mapping';

describe('problem of an error', () => {
  it.each([
    [new InvalidCommandError('OpenComplaint', [{ path: 'a', message: 'a is wrong' }]), 422, 'invalid-command'],
    [new UnknownCommandError('Nope', ['OpenComplaint']), 422, 'unknown-type'],
    [new AppendTooLargeError('complaint-1', 1024), 413, 'event-too-large'],
    [new StreamGoneError('complaint-1'), 410, 'stream-gone'],
    [new StreamContendedError('complaint-1', 10), 503, 'stream-contended'],
    [new EventStoreUnavailableError('appending', undefined), 503, 'event-store-unavailable'],
    [new UnreadableEventError('complaint-1', 3n, 'it is newer'), 500, 'unreadable-event'],
    [new NotFoundException('no such path'), 404, 'not-found'],
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 503, 'read-models-unavailable'],
    [
      Object.assign(new Error('query'), { driverError: Object.assign(new Error(), { code: '57P01' }) }),
      503,
      'read-models-unavailable',
    ],
    [new TypeError('secret'), 500, 'internal-error'],
    ['thrown text', 500, 'internal-error'],
  ])('%s', (error, status, kind) => {
    expect(problemOf(error)).toMatchObject({ status, type: `urn:tenure:problem:${kind}` });
  });

  it('tells nothing of what it does not know', () =>
    expect(JSON.stringify(problemOf(new TypeError('secret')))).not.toContain('secret'));

  it('says when to try again where that makes sense', () =>
    expect(problemOf(new StreamContendedError('complaint-1', 10)).retryAfterSeconds).toBeGreaterThan(0));
});
