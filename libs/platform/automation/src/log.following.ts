import type { FeedBatch } from '@tenure/projections';
import type { AutomationProgress } from './automation.progress';
import type { AutomationState, AutomationStore } from './automation.store';
import { isLoadEvent, openLoadsAfter, openLoadsDuring } from './history.loads';
import type { Process, ProcessBatch, StoreStep } from './process';
import type { TimeKeeping } from './time.keeping';
import { Turns } from './turns';

export interface FollowingParts {
  readonly store: AutomationStore;
  readonly progress: AutomationProgress;
  readonly process: Process;
  readonly time: TimeKeeping;
  readonly handled: ReadonlySet<string>;
  /** A position could not be stored after its batch: nothing is to follow. */
  readonly onFailure: (error: unknown) => void;
}

/** A position is not stored at once where nothing has to be stored with it: acting again has no further effect. */
const STORED_WITHIN_MS = 1_000;
/** While it catches up, when much is put off and would be stored over and over. */
const STORED_WITHIN_MS_BEHIND = 5_000;

/** Takes a process through the log, batch by batch, from a state that was stored. */
export class LogFollowing {
  readonly #turns = new Turns();
  #caughtUp = false;
  #storingLater: NodeJS.Timeout | undefined;

  constructor(
    private readonly parts: FollowingParts,
    private stored: AutomationState,
  ) {}

  act(batch: FeedBatch): Promise<void> {
    return this.#turns.run(() => this.#act(batch));
  }

  async #act(batch: FeedBatch): Promise<void> {
    const { process, progress, time, handled } = this.parts;
    const events = batch.events.filter(({ type }) => handled.has(type));
    const loads = batch.events.filter(isLoadEvent);
    const openLoads = openLoadsAfter(this.stored.openLoads, loads);
    if (openLoads.length > 0) time.run(false);
    const openLoadsThen = openLoadsDuring(this.stored.openLoads, loads);
    const step = await this.#handle({ ...batch, events, openLoads: openLoadsThen });
    this.#caughtUp ||= batch.caughtUp;
    if (step || loads.length > 0) await this.#store(batch.position, openLoads, step ?? process.deferred?.());
    else this.#storeLater();
    progress.advance(batch.position);
    time.run(this.#caughtUp && openLoads.length === 0);
  }

  /**
   * Stores the position also where nothing has to be stored with it: the next start goes on from here, and who waits for what is
   * stored sees how far it goes.
   */
  end(): Promise<void> {
    return this.#turns.run(async () => {
      const { position } = this.parts.progress;
      if (position === undefined || position === this.stored.position) return;
      await this.#store(position, this.stored.openLoads, this.parts.process.deferred?.());
    });
  }

  /** Nothing is stored any more once it has resolved. */
  async close(): Promise<void> {
    const giveBack = await this.#turns.take();
    clearTimeout(this.#storingLater);
    giveBack();
  }

  /** What was put off is stored at the latest when nothing may follow for long. */
  async #handle(batch: ProcessBatch): Promise<StoreStep | undefined> {
    const { process } = this.parts;
    const step = batch.events.length > 0 ? await process.handle(batch) : undefined;
    return step ?? (batch.caughtUp ? process.deferred?.() : undefined);
  }

  #storeLater(): void {
    const withinMs = this.#caughtUp ? STORED_WITHIN_MS : STORED_WITHIN_MS_BEHIND;
    this.#storingLater ??= setTimeout(() => {
      this.#storingLater = undefined;
      this.end().catch(this.parts.onFailure);
    }, withinMs);
  }

  async #store(position: bigint, openLoads: readonly string[], step: StoreStep | undefined): Promise<void> {
    const after = { position: later(this.parts.progress.position, position), openLoads };
    await this.parts.store.commit(this.stored, after, step);
    this.stored = after;
    clearTimeout(this.#storingLater);
    this.#storingLater = undefined;
  }
}

const later = (known: bigint | undefined, position: bigint): bigint =>
  known !== undefined && known > position ? known : position;
