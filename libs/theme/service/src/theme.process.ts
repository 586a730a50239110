import { setTimeout as delay } from 'node:timers/promises';
import { Turns, type Process, type ProcessBatch, type StoreStep } from '@tenure/automation-runtime';
import type { DomainEvent, Recorded } from '@tenure/kernel';
import type { GroupKey } from '@tenure/theme-core';
import type { AdoptedRules } from './adopted.rules';
import type { CountedComplaints, GroupDay } from './counted.complaints';
import type { ProblemBook } from './problem.book';
import { PendingTexts } from './pending.texts';
import { RiseJudging, type SendCommand } from './rise.judging';
import { TextWriting } from './text.writing';
import { isFollowed, type FollowedEvent } from './theme.events';
import { ThemeFollowing } from './theme.following';
import type { ThemeStore } from './theme.store';
import { ThemeWrites } from './theme.writes';
import type { UnjudgedDays } from './unjudged.days';

export interface ThemeProcessParts {
  readonly store: ThemeStore;
  readonly rules: AdoptedRules;
  readonly counted: CountedComplaints;
  readonly problems: ProblemBook;
  readonly unjudged: UnjudgedDays;
  readonly send: SendCommand;
  /** ISO 8601. */
  readonly now: () => string;
  readonly onFailure: (error: unknown, subject?: string) => void;
  /** How often it is looked for days that are over. */
  readonly pollMs: number;
}

/**
 * Tags what is written, counts complaints and opens problems where they rise. Commands are durable before what they rest on is
 * stored; after a crash the same rises are found again, under the same ids.
 */
export class ThemeProcess implements Process {
  readonly #turns = new Turns();
  readonly #judging: RiseJudging;
  readonly #texts: TextWriting;
  #writes = new ThemeWrites();
  #stateChanged = false;

  constructor(private readonly parts: ThemeProcessParts) {
    const { store } = parts;
    const texts = new TextWriting(store);
    const casesOf = (group: GroupKey, from: string, until: string) => store.casesOf({ group, from, until }, texts.rows);
    this.#texts = texts;
    this.#judging = new RiseJudging({ ...parts, casesOf });
  }

  async handle({ events, openLoads, caughtUp }: ProcessBatch): Promise<StoreStep | undefined> {
    const giveBack = await this.#turns.take();
    try {
      const followed = events.filter(isFollowed);
      const stored = await this.#storedOf(followed);
      const following = new ThemeFollowing({ ...this.parts, texts: this.#texts, writes: this.#writes, stored });
      for (const event of followed) following.follow(event);
      this.#stateChanged ||= following.stateChanged;
      await this.#texts.goOn();
      const sent = await this.#judge(following.looks, isLoading(openLoads, followed), caughtUp);
      return caughtUp || sent > 0 ? this.deferred() : undefined;
    } finally {
      giveBack();
    }
  }

  deferred(): StoreStep | undefined {
    const { store, counted } = this.parts;
    if (this.#texts.isEmpty && this.#writes.isEmpty && !counted.isChanged && !this.#stateChanged) return undefined;
    return async (client) => {
      // What follows while this is written is of the next step.
      const writes = this.#writes;
      const state = this.#stateChanged ? this.#state() : undefined;
      this.#writes = new ThemeWrites();
      this.#stateChanged = false;
      const counts = counted.takeChanged();
      await store.write(client, { ...(await this.#texts.take()), counts, writes, state });
    };
  }

  /** Days that could not be judged before they were over. */
  async keepTime(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#turns.run(async () => {
        await this.#judge([], false, true);
      });
      await delay(this.parts.pollMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Resolves to how many commands were sent. */
  async #judge(looks: readonly GroupDay[], loading: boolean, caughtUp: boolean): Promise<number> {
    const { unjudged, now } = this.parts;
    const before = unjudged.from;
    const due = unjudged.due(looks, { loading, caughtUp, nowMs: Date.parse(now()) });
    if (unjudged.from !== before) this.#stateChanged = true;
    const sent = await this.#judging.judge(due);
    if (sent > 0) this.#stateChanged = true;
    return sent;
  }

  /** Texts that corrections speak of and that are not waiting to be written. */
  async #storedOf(events: readonly Recorded<FollowedEvent>[]): Promise<PendingTexts> {
    const keys = events.flatMap(({ type, data }) =>
      type === 'ThemesCorrected' && !this.#texts.get(data) ? [data] : [],
    );
    const stored = new PendingTexts();
    for (const row of await this.parts.store.texts(keys)) stored.put(row);
    return stored;
  }

  #state() {
    const { rules, problems, unjudged } = this.parts;
    return { versions: rules.versions, problems: problems.all, unjudgedFrom: unjudged.from };
  }
}

/** Whether history is still being loaded after these events. */
function isLoading(openLoads: readonly string[], events: readonly Recorded<DomainEvent>[]): boolean {
  const finished = new Set(
    events.flatMap(({ type, data }) =>
      type === 'HistoryLoadFinished' && 'loadId' in data ? [String(data.loadId)] : [],
    ),
  );
  return openLoads.some((loadId) => !finished.has(loadId));
}
