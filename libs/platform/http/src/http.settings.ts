/** How the API listens and what it takes. */
export abstract class HttpSettings {
  /** Loopback unless told otherwise. */
  abstract readonly host: string;
  /** 0 takes a free one. */
  abstract readonly port: number;
  /** Of one command or event; a batch of events may be BATCH_FACTOR times as large. */
  abstract readonly bodyLimitBytes: number;
  /** Per client address; 0 sets no limit. Health checks and metrics don't count. */
  abstract readonly rateLimitPerMinute: number;
  /** Longest that a read waits for a position. */
  abstract readonly waitForLimitMs: number;
  /** How long what follows the log may be behind it without moving before the API is not ready. */
  abstract readonly stalledAfterMs: number;
}

export const BATCH_FACTOR = 8;

export const DEFAULT_HTTP_SETTINGS: HttpSettings = {
  host: '127.0.0.1',
  port: 3000,
  bodyLimitBytes: 1_048_576,
  rateLimitPerMinute: 6_000,
  waitForLimitMs: 10_000,
  stalledAfterMs: 60_000,
};
