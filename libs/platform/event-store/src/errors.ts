/** The event store did not answer in time or could not be reached; whether the append happened is unknown, a retry is safe. */
export class EventStoreUnavailableError extends Error {
  override readonly name = 'EventStoreUnavailableError';
  constructor(what: string, cause: unknown, hint?: string) {
    super(`The event store did not answer while ${what}; try again${hint === undefined ? '' : ` (${hint})`}`, {
      cause,
    });
  }
}

/** Others kept writing to the stream for as long as this command was tried. */
export class StreamContendedError extends Error {
  override readonly name = 'StreamContendedError';
  constructor(
    readonly stream: string,
    attempts: number,
  ) {
    super(`Stream ${stream} was changed by others during each of ${attempts} attempts; try again`);
  }
}

/** The events of one command exceed what the event store takes in one append. */
export class AppendTooLargeError extends Error {
  override readonly name = 'AppendTooLargeError';
  constructor(
    readonly stream: string,
    readonly limitBytes: number,
  ) {
    super(`The events for stream ${stream} are larger than the ${limitBytes} bytes that the event store takes at once`);
  }
}

/** A stored event can't be read by this version of the platform. */
export class UnreadableEventError extends Error {
  override readonly name = 'UnreadableEventError';
  constructor(
    readonly stream: string,
    readonly revision: bigint,
    reason: string,
  ) {
    super(`Event ${revision} of stream ${stream} can't be read: ${reason}`);
  }
}

/** The stream was deleted for ever; nothing can be appended to it. */
export class StreamGoneError extends Error {
  override readonly name = 'StreamGoneError';
  constructor(readonly stream: string) {
    super(`Stream ${stream} was tombstoned; nothing can be appended to it`);
  }
}
