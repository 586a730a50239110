/** A projection's rows can't be compared with the log as they stand. */
export class NotVerifiableError extends Error {
  constructor(
    readonly projection: string,
    reason: string,
  ) {
    super(`Projection ${projection} can't be verified: ${reason}`);
    this.name = 'NotVerifiableError';
  }
}
