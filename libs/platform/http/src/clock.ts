/** What time it is. Given from outside, so that nothing that answers a request reads the machine's clock by itself. */
export abstract class Clock {
  /** ISO 8601, UTC. */
  abstract now(): string;
}

export class SystemClock extends Clock {
  now(): string {
    return new Date().toISOString();
  }
}
