import { setTimeout as delay } from 'node:timers/promises';
import { failureAfter, Turns, type AutomationFailure } from '@tenure/automation-runtime';
import type { Feed } from '@tenure/projections';
import type { TierAutomationStore } from './tier-automation.store';
import { JUDGED_EVENT_TYPES, TierJudging, type SendJudgement } from './tier.judging';

export interface TierAutomationOptions {
  readonly feed: Feed;
  readonly store: TierAutomationStore;
  readonly send: SendJudgement;
  /** ISO 8601; what is due by then is reviewed. */
  readonly now: () => string;
  /** How often reviews that time alone makes due are looked for. */
  readonly reviewEveryMs: number;
  readonly onFailure: (error: unknown) => void;
}

const MAX_EVENTS = 1_000;
const MAX_DUE = 500;
const RETRY_MS = 1_000;

/**
 * Judges tiers: on every fact, at the time of the fact, and on the passing of time. While history is being loaded time
 * stands still; what it has brought about since is judged once the load is finished, at its own time.
 */
export class TierAutomation {
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #judging: TierJudging | undefined;
  #caughtUp = false;
  #failure: AutomationFailure | undefined;
  readonly name = 'tier';

  constructor(private readonly options: TierAutomationOptions) {}

  start(): void {
    this.#running = this.#runUntilStopped();
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Everything in the log up to here has been judged. */
  get position(): bigint | undefined {
    return this.#judging?.position;
  }

  /** Absent while it gets on. */
  get failure(): AutomationFailure | undefined {
    return this.#failure;
  }

  async #runUntilStopped(): Promise<void> {
    const { feed, store, send } = this.options;
    while (!this.#stopping.signal.aborted) {
      const attempt = new AbortController();
      const signal = AbortSignal.any([attempt.signal, this.#stopping.signal]);
      try {
        const history = () => feed.batches(undefined, { maxEvents: MAX_EVENTS, types: JUDGED_EVENT_TYPES, signal });
        this.#judging = await TierJudging.resume(store, send, history);
        const turns = new Turns();
        await Promise.all([this.#follow(this.#judging, turns, signal), this.#keepTime(this.#judging, turns, signal)]);
      } catch (error) {
        if (!this.#stopping.signal.aborted) this.#failed(error);
      } finally {
        // What one of the two failed with ends the other as well; both start again from what is stored.
        attempt.abort();
      }
      await pause(RETRY_MS, this.#stopping.signal);
    }
  }

  #failed(error: unknown): void {
    this.#failure = failureAfter(this.#failure, error);
    this.options.onFailure(error);
  }

  async #follow(judging: TierJudging, turns: Turns, signal: AbortSignal): Promise<void> {
    const options = { maxEvents: MAX_EVENTS, types: JUDGED_EVENT_TYPES, signal };
    for await (const batch of this.options.feed.batches(judging.position, options)) {
      await turns.run(() => judging.judge(batch));
      this.#caughtUp = batch.caughtUp;
      this.#failure = undefined;
    }
  }

  async #keepTime(judging: TierJudging, turns: Turns, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const timeRuns = this.#caughtUp && !judging.timeStandsStill;
      const found = timeRuns ? await turns.run(() => judging.judgeDue(this.options.now(), MAX_DUE)) : 0;
      if (found < MAX_DUE) await pause(this.options.reviewEveryMs, signal);
    }
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  delay(ms, undefined, { signal }).catch(() => undefined);
