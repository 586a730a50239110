import type { AllStreamResolvedEvent, AllStreamSubscription } from '@eventstore/db-client';

export interface Chunk {
  readonly resolved: readonly AllStreamResolvedEvent[];
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
  #events: AllStreamResolvedEvent[] = [];
  /** Events so far. The subscription tells at once of checkpoints and of having caught up, while events queue in it. */
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
  #subscription: AllStreamSubscription | undefined;

  constructor(
    private readonly maxEvents: number,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.#end(undefined), { once: true });
  }

  attach(subscription: AllStreamSubscription): void {
    this.#subscription = subscription;
    subscription
      .on('data', (resolved) => {
        this.#events.push(resolved);
        this.#received++;
        if (this.#events.length >= 2 * this.maxEvents) subscription.pause();
        this.#notify();
      })
      .on('caughtUp', () => {
        this.#caughtUpAt = this.#received + subscription.readableLength;
        this.#caughtUpUnsaid = true;
        this.#notify();
      })
      .on('error', (error: Error) => this.#end(error))
      .on('end', () => this.#end(undefined));
  }

  checkpoint(position: bigint): void {
    this.#checkpoint = position;
    this.#checkpointAt = this.#received + this.#queued;
    this.#notify();
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

  async close(): Promise<void> {
    this.#end(undefined);
    await this.#subscription?.unsubscribe();
  }

  #take(): Chunk {
    const resolved = this.#events.splice(0, this.maxEvents);
    this.#fillingSince = undefined;
    const chunk = { resolved, ...this.#takeNews() };
    if (this.#events.length < this.maxEvents && this.#subscription?.isPaused()) this.#subscription.resume();
    return chunk;
  }

  /** What holds once all that came before it is handed out. */
  #takeNews(): Omit<Chunk, 'resolved'> {
    if (this.#events.length > 0) return { checkpoint: undefined, caughtUp: false };
    const checkpoint = this.#isCheckpointReached ? this.#checkpoint : undefined;
    if (checkpoint !== undefined) this.#checkpoint = undefined;
    if (this.#isCaughtUp) this.#caughtUpUnsaid = false;
    return { checkpoint, caughtUp: this.#isCaughtUp && this.#queued === 0 };
  }

  /** Events that the subscription has and was not yet asked for. */
  get #queued(): number {
    return this.#subscription?.readableLength ?? 0;
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
    this.#failure = failure;
    this.#wake?.();
  }
}
