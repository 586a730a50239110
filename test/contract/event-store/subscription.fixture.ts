import type { EventStoreDBClient, Position } from '@eventstore/db-client';

type Subscription =
  ReturnType<EventStoreDBClient['subscribeToAll']> | ReturnType<EventStoreDBClient['subscribeToStream']>;
export type Seen = {
  stream: string;
  revision: bigint;
  id: string;
  position: Position | undefined;
  isAfterCaughtUp: boolean;
};

/** Records what a subscription yields, and lets a test wait until it has yielded what it waits for. */
export class SubscriptionProbe {
  readonly events: Seen[] = [];
  confirmations = 0;
  caughtUps = 0;
  error: unknown;
  private readonly checks = new Set<() => void>();

  constructor(private readonly subscription: Subscription) {
    subscription.on('confirmation', () => this.change(() => this.confirmations++));
    subscription.on('caughtUp', () => this.change(() => this.caughtUps++));
    subscription.on('error', (error: unknown) => this.change(() => (this.error = error)));
    const onData = (resolved: {
      event?: { streamId: string; revision: bigint; id: string; position?: Position };
    }): void =>
      this.change(() => {
        const { event } = resolved;
        if (event === undefined) return;
        const { streamId: stream, revision, id, position } = event;
        this.events.push({ stream, revision, id, position, isAfterCaughtUp: this.caughtUps > 0 });
      });
    subscription.on('data', onData);
  }

  get revisions(): bigint[] {
    return this.events.map(({ revision }) => revision);
  }

  of(stream: string): Seen[] {
    return this.events.filter((event) => event.stream === stream);
  }

  /** Resolves when the condition holds; the test's own time limit ends it otherwise. */
  async until(isMet: (probe: this) => boolean): Promise<void> {
    await new Promise<void>((resolve) => {
      const check = (): void => {
        if (!isMet(this)) return;
        this.checks.delete(check);
        resolve();
      };
      this.checks.add(check);
      check();
    });
  }

  async stop(): Promise<void> {
    await this.subscription.unsubscribe();
  }

  private change(step: () => void): void {
    step();
    for (const check of [...this.checks]) check();
  }
}
