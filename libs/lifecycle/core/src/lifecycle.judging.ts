import type { FactName, Facts } from '@tenure/behaviour-contract';
import { factsAt, type OwnBehaviour } from '@tenure/behaviour-facts';
import type { LifecycleEvent, LifecyclePolicyRef } from '@tenure/lifecycle-contract';
import type { Milestone, StageRule } from '@tenure/policy-contract';
import { dueDates } from './due.dates';
import {
  rulesAt,
  type LifecyclePolicy,
  type Rules,
  type Stage,
  type TimedMilestone,
  type TimedRule,
} from './lifecycle.policy';
import { dayAt, type Moment } from './moment';
import { reasonText } from './reason.text';
import type { LifecycleReview, LifecycleVerdict, MilestoneState, OwnReview } from './review.state';

/** What has a customer be judged. */
export interface Cause {
  /** Id of an event, `time` or `policy`. */
  readonly id: string;
  readonly isEvent: boolean;
  /** Whether days of the customer's own may be others than before. */
  readonly mayMoveDates: boolean;
}

/**
 * Judges the customer at a moment, with the behaviour of then, by the policy in force then. Where time or a new version
 * brings nothing about, no trace is left but the next review: what happened in between and is told later is then judged at
 * its own moment.
 */
export function judgeAt(
  review: OwnReview,
  at: Moment,
  cause: Cause,
  policies: readonly LifecyclePolicy[],
): readonly LifecycleVerdict[] {
  const rules = rulesAt(policies, at.ms);
  const { behaviour } = review;
  if (!rules || !behaviour) {
    review.judgedMs = at.ms;
    review.nextReviewOn = undefined;
    return NO_VERDICTS;
  }
  const judging = new Judging(review, behaviour, rules, at, cause);
  judging.followRules();
  judging.reachMilestones();
  judging.tellDates();
  return judging.conclude();
}

/** Asks each condition once, for whether it holds and until when: facts are worked out where something comes about. */
class Judging {
  private readonly day: number;
  private stage: Stage;
  private sinceMs: number | undefined;
  private milestones: LifecycleReview['milestones'];
  private toldDates: LifecycleReview['toldDates'];
  private nextDateOn: number | undefined;
  private nextOn = Infinity;
  private facts: Facts | undefined;
  private entered: readonly Stage[];
  private readonly events: LifecycleEvent[] = [];

  constructor(
    private readonly review: OwnReview,
    private readonly behaviour: OwnBehaviour,
    private readonly rules: Rules,
    private readonly at: Moment,
    private readonly cause: Cause,
  ) {
    this.day = dayAt(at.ms);
    this.stage = review.stage;
    this.sinceMs = review.sinceMs;
    this.milestones = review.milestones;
    this.toldDates = review.toldDates;
    this.nextDateOn = review.nextDateOn;
    this.entered = review.judgedMs === at.ms ? (review.enteredThen ?? NONE) : NONE;
  }

  /** One stage after the other, and no stage twice at the same moment. */
  followRules(): void {
    let passed = [...this.entered, this.stage];
    for (let rule = this.#ruleFor(passed); rule; rule = this.#ruleFor(passed)) {
      this.#enter(rule);
      passed = [...passed, rule.to];
    }
  }

  reachMilestones(): void {
    for (const timed of this.rules.milestones) {
      const state = this.milestones[timed.milestone.milestoneId] ?? NOT_REACHED;
      if (timed.milestone.repeats === 'each-time' || state.times === 0) this.#reach(timed, state);
    }
  }

  tellDates(): void {
    const { review, rules, behaviour, at } = this;
    const isSameStage = this.stage === review.stage;
    const isAsBefore = isSameStage && !this.cause.mayMoveDates && review.policyVersion === rules.version;
    if (isAsBefore && this.day < (review.nextDateOn ?? Infinity)) return;
    const { due, nextOn } = dueDates(rules.content, behaviour, this.toldDates, at);
    for (const { dateId, of, day, dueAt } of this.stage === 'churned' ? [] : due) {
      this.toldDates = { ...this.toldDates, [dateId]: day };
      this.events.push({ type: 'CustomerDateDue', data: { ...this.#ofCustomer(), dateId, of, day, dueAt } });
    }
    this.nextDateOn = nextOn;
  }

  conclude(): readonly LifecycleVerdict[] {
    const { review, events } = this;
    const isSilent = !this.cause.isEvent && events.length === 0 && this.milestones === review.milestones;
    if (!isSilent) review.judgedMs = this.at.ms;
    if (!isSilent) review.enteredThen = this.entered.length > 0 ? this.entered : undefined;
    const nextReviewOn = Math.min(this.nextOn, this.nextDateOn ?? Infinity);
    review.stage = this.stage;
    review.sinceMs = this.sinceMs;
    review.milestones = this.milestones;
    review.toldDates = this.toldDates;
    review.policyVersion = this.rules.version;
    review.nextDateOn = this.nextDateOn;
    review.nextReviewOn = nextReviewOn === Infinity ? undefined : nextReviewOn;
    return this.#counted();
  }

  #counted(): readonly LifecycleVerdict[] {
    const { review, events, at } = this;
    if (events.length === 0) return NO_VERDICTS;
    const { customerId, verdicts: before } = review;
    review.verdicts += events.length;
    return events.map((event, index) => ({ customerId, number: before + index + 1, at: at.text, event }));
  }

  /** The first that holds; where none does, the day on which one of them may. */
  #ruleFor(passed: readonly Stage[]): StageRule | undefined {
    const stayEndsOn = this.#stayEndsOn();
    let next = Infinity;
    for (const { rule, when } of this.rules.from.get(this.stage) ?? NO_RULES) {
      if (this.day < stayEndsOn && rule.despiteMinimumStay !== true) {
        next = Math.min(next, stayEndsOn);
        continue;
      }
      const answer = when(this.behaviour, this.day);
      if (answer > 0 && !passed.includes(rule.to)) return rule;
      next = Math.min(next, Math.abs(answer));
    }
    this.nextOn = next;
    return undefined;
  }

  /** Days are counted as facts count them: a stay of one day ends with the day on which it began. */
  #stayEndsOn(): number {
    const days = this.rules.minimumStayDays.get(this.stage);
    return days === undefined || this.sinceMs === undefined ? -Infinity : dayAt(this.sinceMs) + days;
  }

  #enter(rule: StageRule): void {
    const { ruleId, to: stage } = rule;
    const facts = this.#factsNow();
    const inputs = inputsOf(this.rules.factsOfRule.get(rule) ?? [], facts);
    const why = { ruleId, inputs, reason: reasonText(rule.reason, facts), cause: this.cause.id };
    this.events.push({
      type: 'StageEntered',
      data: { ...this.#ofCustomer(), stage, from: this.stage, ...why, enteredAt: this.at.text },
    });
    this.stage = stage;
    this.sinceMs = this.at.ms;
    this.entered = [...this.entered, stage];
    this.behaviour.stage = { is: stage, sinceMs: this.at.ms };
    this.facts = undefined;
  }

  #reach({ milestone, when }: TimedMilestone, state: MilestoneState): void {
    const answer = when(this.behaviour, this.day);
    const holds = answer > 0;
    if (holds !== state.holds) this.#note(milestone, holds, state.times);
    if (milestone.repeats === 'each-time' || !holds) this.nextOn = Math.min(this.nextOn, Math.abs(answer));
  }

  #note(milestone: Milestone, holds: boolean, before: number): void {
    const { milestoneId } = milestone;
    const times = before + (holds ? 1 : 0);
    this.milestones = { ...this.milestones, [milestoneId]: { times, holds } };
    if (!holds) return;
    const inputs = inputsOf(this.rules.factsOfMilestone.get(milestone) ?? [], this.#factsNow());
    const what = { milestoneId, times, inputs, cause: this.cause.id };
    this.events.push({
      type: 'MilestoneReached',
      data: { ...this.#ofCustomer(), ...what, reachedAt: this.at.text },
    });
  }

  #factsNow(): Facts {
    this.facts ??= factsAt(this.behaviour, this.at.text);
    return this.facts;
  }

  #ofCustomer(): { readonly customerId: string; readonly policy: LifecyclePolicyRef } {
    const { policyId, version } = this.rules;
    return { customerId: this.review.customerId, policy: { policyId, version } };
  }
}

function inputsOf(names: readonly FactName[], facts: Facts): Facts {
  const known = names.filter((name) => facts[name] !== undefined);
  return Object.fromEntries(known.map((name) => [name, facts[name]]));
}

const NOT_REACHED: MilestoneState = { times: 0, holds: false };
const NONE: readonly Stage[] = [];
const NO_VERDICTS: readonly LifecycleVerdict[] = [];
const NO_RULES: readonly TimedRule[] = [];
