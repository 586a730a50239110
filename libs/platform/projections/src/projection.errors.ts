/** Another engine has taken the projections over; this one writes them no more. */
export class ProjectionFencedError extends Error {
  constructor(readonly projections: readonly string[]) {
    super(`Another process has taken over ${projections.join(', ')}`);
    this.name = 'ProjectionFencedError';
  }
}

/** The rows were replaced by a rebuild; what this engine holds in memory is out of date. */
export class ProjectionReplacedError extends Error {
  constructor(readonly projections: readonly string[]) {
    super(`A rebuild has replaced the rows of ${projections.join(', ')}`);
    this.name = 'ProjectionReplacedError';
  }
}

/** One projection can't go on at all, which is more than an event that it can't fold. The others can. */
export class ProjectionBrokenError extends Error {
  constructor(
    readonly projection: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`Projection ${projection} is broken: ${reason}`, options);
    this.name = 'ProjectionBrokenError';
  }
}

/** PostgreSQL can't take a row that the fold has made; the event that made it can be found and parked. */
export class RowsRefusedError extends ProjectionBrokenError {
  constructor(...given: ConstructorParameters<typeof ProjectionBrokenError>) {
    super(...given);
    this.name = 'RowsRefusedError';
  }
}

/** A read model did not reach a position in time. */
export class ProjectionBehindError extends Error {
  constructor(
    readonly projection: string,
    readonly wanted: bigint,
    readonly reached: bigint | undefined,
    readonly timeoutMs: number,
  ) {
    super(
      `Projection ${projection} is at ${reached ?? 'the start'} and did not reach ${wanted} within ${timeoutMs} ms`,
    );
    this.name = 'ProjectionBehindError';
  }
}

export class UnknownProjectionError extends Error {
  constructor(
    readonly projection: string,
    known: readonly string[],
  ) {
    super(`There is no projection ${projection}; there are ${known.join(', ')}`);
    this.name = 'UnknownProjectionError';
  }
}

/** The projection has no such sequence parked. */
export class UnknownParkedError extends Error {
  constructor(
    readonly projection: string,
    readonly sequence: string,
  ) {
    super(`Projection ${projection} has not parked ${sequence}`);
    this.name = 'UnknownParkedError';
  }
}
