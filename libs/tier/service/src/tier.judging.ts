import type { HistoryLoadEvent } from '@tenure/history-load-contract';
import type { CommandContext, Outcome, Recorded } from '@tenure/kernel';
import type { PolicyEvent } from '@tenure/policy-contract';
import type { FeedBatch } from '@tenure/projections';
import type { JudgeTier, TierPolicy, TierPolicyEvent } from '@tenure/tier-contract';
import {
  FactsRefolding,
  isFactsEvent,
  looksFurther,
  newReview,
  REVIEW_EVENT_TYPES,
  reviewDue,
  reviewOnEvent,
  type ReviewEvent,
  type TierReview,
  type TierVerdict,
} from '@tenure/tier-core';
import type { TierAutomationStore } from './tier-automation.store';
import { adoptedPolicy, policiesOf, PUBLICATION_EVENT_TYPES, withPolicy } from './tier-policy.adoption';
import type { TierAutomationState } from './tier-review.entity';
import { toCommand, toContext } from './tier.verdict';

/** All that is in the log, from its beginning on. */
export type History = () => AsyncIterable<FeedBatch>;

/** Puts a judgement on the command bus; resolves once it is durable. */
export type SendJudgement = (command: JudgeTier, context: CommandContext) => Promise<Outcome>;

type Published = Extract<PolicyEvent, { type: 'PolicyPublished' }> | TierPolicyEvent;
type Handled = ReviewEvent | Published | HistoryLoadEvent;

/** A position behind which there was nothing to judge need not be stored each time. */
const STORE_EVERY_MS = 1_000;

/**
 * Turns facts and the passing of time into judgements. A judgement is sent before the position that led to it is stored;
 * after a crash it is sent again with the same id, and known. One call at a time.
 */
export class TierJudging {
  #passed: bigint | null = null;
  #storedAtMs = 0;

  private constructor(
    private readonly store: TierAutomationStore,
    private readonly send: SendJudgement,
    private readonly history: History,
    private state: TierAutomationState,
  ) {}

  static async resume(store: TierAutomationStore, send: SendJudgement, history: History): Promise<TierJudging> {
    return new TierJudging(store, send, history, await store.readState());
  }

  /** Everything in the log up to here has been judged. */
  get position(): bigint | undefined {
    return this.#passed ?? this.state.position ?? undefined;
  }

  /** While history is being loaded nobody's time runs on: what it has yet to tell may be earlier. */
  get timeStandsStill(): boolean {
    return this.state.openLoads.length > 0;
  }

  /** A policy begins a part of its own, so that what came before it is judged without it. */
  async judge({ events, position }: FeedBatch): Promise<void> {
    const handled = events.filter(isHandled);
    if (handled.length > 0 || Date.now() - this.#storedAtMs >= STORE_EVERY_MS) await this.#judgeAll(handled, position);
    this.#passed = later(this.#passed, position);
  }

  async #judgeAll(handled: readonly Recorded<Handled>[], position: bigint): Promise<void> {
    let part: Recorded<ReviewEvent>[] = [];
    for (const event of handled) {
      if (event.type === 'PolicyPublished' || event.type === 'TierPolicyPublished') {
        const policy = adoptedPolicy(event);
        if (!policy) continue;
        await this.#judgeFacts(part, event.position - 1n);
        part = [];
        await this.#adopt(policy, event.position);
      } else if (event.type === 'HistoryLoadStarted' || event.type === 'HistoryLoadFinished') {
        this.#noteLoad(event);
      } else {
        part.push(event);
      }
    }
    await this.#judgeFacts(part, position);
  }

  /** Judges what time has brought about by `now` (ISO 8601), each at its own time; returns how many customers were due. */
  async judgeDue(now: string, limit: number): Promise<number> {
    const due = await this.store.readDue(now, limit);
    const reviewed = due.map((review) => reviewDue(review, now, policiesOf(this.state)));
    await this.#sendAll(reviewed.flatMap(({ verdicts }) => verdicts));
    const reviews = reviewed.map(({ review }) => review);
    if (reviews.length > 0) await this.#commit(this.state, reviews);
    return due.length;
  }

  async #judgeFacts(events: readonly Recorded<ReviewEvent>[], position: bigint): Promise<void> {
    const policies = policiesOf(this.state);
    const reviews = await this.store.readReviews([...new Set(events.flatMap(customerOf))]);
    const verdicts: TierVerdict[] = [];
    for (const event of events) {
      for (const customerId of customerOf(event)) {
        const reviewed = reviewOnEvent(reviews.get(customerId) ?? newReview(customerId), event, policies);
        reviews.set(customerId, reviewed.review);
        verdicts.push(...reviewed.verdicts);
      }
    }
    await this.#sendAll(verdicts);
    await this.#commit({ ...this.state, position: later(this.state.position, position) }, [...reviews.values()]);
  }

  async #adopt(policy: TierPolicy, position: bigint): Promise<void> {
    const policies = withPolicy(this.state.policies, policy);
    if (!policies) return;
    const known = Object.values(this.state.policies).flat();
    const reviews = looksFurther(known, policy) ? await this.#refolded([...known, policy], position) : [];
    await this.#commit(
      { ...this.state, policies, position: later(this.state.position, position) },
      reviews,
      policy.effectiveFrom,
    );
  }

  /** What the customers' reviews have forgotten, read once more: a new policy may look further back than any before. */
  async #refolded(policies: readonly TierPolicy[], before: bigint): Promise<readonly TierReview[]> {
    const reviews = await byCustomer(this.store.readAllReviews(REVIEWS_AT_A_TIME));
    if (reviews.size === 0) return [];
    const refolding = new FactsRefolding(reviews, policies);
    for await (const { events, position } of this.history()) {
      for (const event of events) if (event.position < before && isFactsEvent(event)) refolding.add(event);
      if (position >= before) break;
    }
    return refolding.result();
  }

  #noteLoad({ type, data: { loadId } }: Recorded<HistoryLoadEvent>): void {
    const others = this.state.openLoads.filter((open) => open !== loadId);
    this.state = { ...this.state, openLoads: type === 'HistoryLoadStarted' ? [...others, loadId] : others };
  }

  async #sendAll(verdicts: readonly TierVerdict[]): Promise<void> {
    const outcomes = await Promise.all(verdicts.map((verdict) => this.send(toCommand(verdict), toContext(verdict))));
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') throw new Error(`Judgement on ${outcome.stream} was refused: ${outcome.code}`);
    }
  }

  async #commit(after: TierAutomationState, reviews: readonly TierReview[], reviewFrom?: string): Promise<void> {
    await this.store.commit(this.state, after, reviews, reviewFrom);
    this.state = after;
    this.#storedAtMs = Date.now();
  }
}

/** All that tiers are judged by. */
export const JUDGED_EVENT_TYPES: readonly string[] = [
  ...REVIEW_EVENT_TYPES,
  ...PUBLICATION_EVENT_TYPES,
  'HistoryLoadStarted',
  'HistoryLoadFinished',
];

const REVIEWS_AT_A_TIME = 2_000;

async function byCustomer(pages: AsyncIterable<readonly TierReview[]>): Promise<Map<string, TierReview>> {
  const reviews = new Map<string, TierReview>();
  for await (const page of pages) for (const review of page) reviews.set(review.customerId, review);
  return reviews;
}

const HANDLED: ReadonlySet<string> = new Set(JUDGED_EVENT_TYPES);

/** The feed has decoded the event by its type. */
const isHandled = (event: Recorded): event is Recorded<Handled> => HANDLED.has(event.type);

const customerOf = ({ metadata: { customerId } }: Recorded): string[] => (customerId === undefined ? [] : [customerId]);

const later = (known: bigint | null, position: bigint): bigint =>
  known !== null && known > position ? known : position;
