import type { RelayRole, RelayStatus } from './relay.status';

/** What is known of the relay from moment to moment. */
export class RelayProgress {
  #role: RelayRole = 'connecting';
  #position: bigint | undefined;
  #progressMs: number;
  #failure: RelayStatus['lastFailure'];
  /** What this process has published as leader, by which the size of an event is known. */
  #published = { events: 0, span: 0n };

  constructor(
    private readonly stalledAfterMs: number,
    private readonly nowMs: () => number,
  ) {
    this.#progressMs = nowMs();
  }

  become(role: RelayRole): void {
    if (role === this.#role) return;
    this.#role = role;
    this.#position = undefined;
    this.#progressMs = this.nowMs();
  }

  /** Where the topic ends; to begin again there is no progress. */
  resumeAt(position: bigint | undefined): void {
    this.#position = position;
  }

  advance(position: bigint, events: number): void {
    const span = position - (this.#position ?? position);
    this.#published = { events: this.#published.events + events, span: this.#published.span + span };
    this.#position = position;
    this.#progressMs = this.nowMs();
  }

  fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.#failure = { message, at: new Date(this.nowMs()).toISOString() };
  }

  /** Looks at where the log ends: standing there is as good as advancing. */
  compareWith(head: bigint | undefined): void {
    if (this.#role === 'leader' && !this.#isBehind(head)) this.#progressMs = this.nowMs();
  }

  /** A leader that has been behind for too long without getting anywhere. */
  isStalled(head: bigint | undefined): boolean {
    return this.#role === 'leader' && this.#isBehind(head) && this.#isOverdue();
  }

  status(head: bigint | undefined): RelayStatus {
    const isOutOfReach = this.#role === 'connecting' && this.#isOverdue();
    return {
      role: this.#role,
      healthy: !isOutOfReach && !this.isStalled(head),
      ...(this.#position !== undefined && { position: this.#position }),
      ...(head !== undefined && { head }),
      ...this.#lag(head),
      secondsSinceProgress: (this.nowMs() - this.#progressMs) / 1000,
      ...(this.#failure && { lastFailure: this.#failure }),
    };
  }

  #lag(head: bigint | undefined): Pick<RelayStatus, 'lagEvents'> {
    if (this.#role !== 'leader' || head === undefined) return {};
    if (!this.#isBehind(head)) return { lagEvents: 0 };
    const { events, span } = this.#published;
    if (events === 0 || span === 0n) return {};
    return { lagEvents: Math.max(1, Math.round((Number(head - (this.#position ?? 0n)) * events) / Number(span))) };
  }

  #isBehind(head: bigint | undefined): boolean {
    return head !== undefined && (this.#position === undefined || this.#position < head);
  }

  #isOverdue(): boolean {
    return this.nowMs() - this.#progressMs > this.stalledAfterMs;
  }
}
