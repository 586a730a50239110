import type { LogEvent, LogMessage } from './log.message';
import type { LogSubscription } from './log.subscription';

export interface Chunk {
  readonly events: readonly LogEvent[];
  /** Seen up to here although no event says so. */
  readonly checkpoint: bigint | undefined;
  readonly caughtUp: boolean;
}

/** How long a chunk may wait to fill up while the subscription still catches up. */
const FILL_MS = 25;

/**
 * Turns a subscription into chunks: full ones while it catches up, whatever there is once it is live. Pauses the
 * subscription while the consumer is behind, so that memory stays bounded.
 */
export class SubscriptionBuffer {
  #events: LogEvent[] = [];
  /** Events so far, to know what came before a checkpoint and before it was caught up. */
  #received = 0;
  #checkpoint: bigint | undefined;
  #checkpointAt = 0;
  #caughtUpAt = Infinity;
  /** Catching up is news by itself, also where nothing came with it. */
  #caughtUpUnsaid = false;
  #fillingSince: number | undefined;
  #failure: Error | undefined;
  #ended = false;
  #wake: (() => void) | undefined;
  readonly #onAbort = () => this.#end(undefined);

  constructor(
    private readonly subscription: LogSubscription,
    private readonly maxEvents: number,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', this.#onAbort);
    if (signal.aborted) this.#end(undefined);
    subscription
      .on('data', (message: LogMessage) => this.#add(message))
      .on('error', (error: Error) => this.#end(error))
      .on('end', () => this.#end(undefined));
  }

  /** Ends when the subscription does; throws what it failed with. */
  async *chunks(): AsyncGenerator<Chunk> {
    for (;;) {
      await this.#untilReady();
      if (this.#events.length === 0 && this.#ended) {
        if (this.#failure) throw this.#failure;
        return;
      }
      yield this.#take();
    }
  }

  close(): void {
    this.#end(undefined);
    this.subscription.cancel();
  }

  #add(message: LogMessage): void {
    switch (message.kind) {
      case 'event':
        this.#events.push(message);
        this.#received++;
        if (this.#events.length >= 2 * this.maxEvents) this.subscription.pause();
        break;
      case 'checkpoint':
        this.#checkpoint = message.position;
        this.#checkpointAt = this.#received;
        break;
      case 'caught-up':
        this.#caughtUpAt = this.#received;
        this.#caughtUpUnsaid = true;
        break;
      case 'other':
        return;
    }
    this.#notify();
  }

  #take(): Chunk {
    const events = this.#events.splice(0, this.maxEvents);
    this.#fillingSince = undefined;
    const chunk = { events, ...this.#takeNews() };
    if (this.#events.length < this.maxEvents && this.subscription.isPaused()) this.subscription.resume();
    return chunk;
  }

  /** What holds once all that came before it is handed out. */
  #takeNews(): Omit<Chunk, 'events'> {
    if (this.#events.length > 0) return { checkpoint: undefined, caughtUp: false };
    const checkpoint = this.#isCheckpointReached ? this.#checkpoint : undefined;
    if (checkpoint !== undefined) this.#checkpoint = undefined;
    if (this.#isCaughtUp) this.#caughtUpUnsaid = false;
    return { checkpoint, caughtUp: this.#isCaughtUp && this.subscription.readableLength === 0 };
  }

  get #isCaughtUp(): boolean {
    return this.#received >= this.#caughtUpAt;
  }

  get #isCheckpointReached(): boolean {
    return this.#checkpoint !== undefined && this.#received >= this.#checkpointAt;
  }

  async #untilReady(): Promise<void> {
    while (!this.#isReady()) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
        if (this.#events.length > 0) setTimeout(wake, FILL_MS);
      });
    }
  }

  #isReady(): boolean {
    if (this.#ended || this.#events.length >= this.maxEvents) return true;
    if (this.#isCaughtUp) return this.#caughtUpUnsaid || this.#events.length > 0 || this.#isCheckpointReached;
    if (this.#events.length === 0) return false;
    this.#fillingSince ??= Date.now();
    return Date.now() - this.#fillingSince >= FILL_MS;
  }

  #notify(): void {
    if (this.#isReady()) this.#wake?.();
  }

  #end(failure: Error | undefined): void {
    if (this.#ended) return;
    this.#ended = true;
    // The signal outlives every subscription that a feed opens anew.
    this.signal.removeEventListener('abort', this.#onAbort);
    this.#failure = failure;
    this.#wake?.();
  }
}
