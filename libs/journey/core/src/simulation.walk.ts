import type { Facts } from '@tenure/behaviour-contract';
import { factsAt, foldBehaviour, isBehaviourEvent, noBehaviour, type CustomerBehaviour } from '@tenure/behaviour-facts';
import type { JourneyCommand, JourneyEvent } from '@tenure/journey-contract';
import type { Recorded } from '@tenure/kernel';
import type { JourneyContent } from '@tenure/policy-contract';
import type { Plain } from '@tenure/shared-contract';
import { customerJourneys } from './journey.decider';
import { nextDue, type DueStep } from './journey.due';
import { isJourneyEvent } from './journey.event-types';
import { evolve, noJourneys, type CustomerJourneys } from './journey.state';
import { happenedAt, isJourneyCause, isTriggeredBy, type JourneyCause } from './journey.trigger';
import type { MessagingAt } from './messaging.rules';
import { byTime } from './simulation.order';
import { foldStanding, isStandingEvent, noStanding, standingFrom, type StandingHistory } from './standing.fold';

/** A journey that is tried on history: a published version, or a draft of one. */
export interface TriedJourney {
  readonly journeyId: string;
  readonly version: number;
  readonly content: JourneyContent;
}

export interface SimulationPlan {
  readonly journey: TriedJourney;
  readonly messagingAt: MessagingAt;
  /** Entries of causes from here (ISO 8601) … */
  readonly from: string;
  /** … and all steps up to here, excluded. */
  readonly until: string;
}

/**
 * What the journey would have recorded of one customer: by the decider that runs it live, each cause at the time at which
 * it happened and each step at the moment at which it would have been due. Other journeys count as they were recorded, for
 * caps and for the one active win-back. `history` is all of the customer's, ordered by position.
 */
export function simulateCustomer(
  plan: SimulationPlan,
  customerId: string,
  history: readonly Recorded[],
): readonly JourneyEvent[] {
  // Most customers have no cause to enter: nothing has to be worked out of what they did.
  if (!history.some((event) => isCauseIn(plan, event))) return [];
  const walk = new CustomerWalk(plan, customerId);
  for (const { event, atMs } of byTime(history)) {
    walk.takeStepsBefore(atMs);
    walk.live(event);
  }
  walk.takeStepsBefore(Infinity);
  return walk.events;
}

function isCauseIn({ journey, from, until }: SimulationPlan, event: Recorded): event is Recorded & JourneyCause {
  if (!isJourneyCause(event) || !isTriggeredBy(journey.content.trigger, event)) return false;
  const atMs = Date.parse(happenedAt(event));
  return atMs >= Date.parse(from) && atMs < Date.parse(until);
}

/** One customer's way through time. */
class CustomerWalk {
  readonly events: JourneyEvent[] = [];
  readonly #decider: ReturnType<typeof customerJourneys>;
  readonly #untilMs: number;
  #behaviour: CustomerBehaviour = noBehaviour;
  #standing: StandingHistory = noStanding;
  #journeys: CustomerJourneys = noJourneys;

  constructor(
    private readonly plan: SimulationPlan,
    private readonly customerId: string,
  ) {
    const { journey, messagingAt, until } = plan;
    this.#decider = customerJourneys({
      contentOf: (journeyId) => (journeyId === journey.journeyId ? journey.content : undefined),
      messagingAt,
      voucherCodeOf: () => CODE_OF_NO_VOUCHER,
    });
    this.#untilMs = Date.parse(until);
  }

  /** What falls due before a moment, the first first. */
  takeStepsBefore(atMs: number): void {
    const limitMs = Math.min(atMs, this.#untilMs);
    for (let due = this.#firstDue(); due && Date.parse(due.dueAt) < limitMs; due = this.#firstDue()) {
      const { runId, stepId, dueAt: occurredAt } = due;
      const changed = this.#carryOut({ type: 'TakeJourneyStep', runId, stepId, ...this.#frame(occurredAt) });
      if (!changed) return;
    }
  }

  live(event: Recorded): void {
    if (isBehaviourEvent(event)) this.#behaviour = foldBehaviour(this.#behaviour, event);
    if (isStandingEvent(event)) this.#standing = foldStanding(this.#standing, event);
    if (isJourneyEvent(event) && event.data.journeyId !== this.plan.journey.journeyId) {
      this.#journeys = evolve(this.#journeys, event);
    }
    if (event.type === 'CustomerMerged') this.#endRuns(event.metadata.occurredAt);
    if (isCauseIn(this.plan, event)) this.#enterFor(event, event.id);
  }

  #enterFor(cause: JourneyCause, causeEventId: string): void {
    const { journeyId, version } = this.plan.journey;
    const frame = this.#frame(happenedAt(cause));
    this.#carryOut({ type: 'EnterJourney', journeyId, version, causeEventId, ...frame });
  }

  #endRuns(occurredAt: string): void {
    if (Date.parse(occurredAt) >= this.#untilMs) return;
    for (const [runId, { entered, ended }] of this.#journeys.runs) {
      if (ended || entered.journeyId !== this.plan.journey.journeyId) continue;
      const { customerId } = this;
      this.#carryOut({ type: 'EndJourneyRun', customerId, runId, reason: 'customer-merged', occurredAt });
    }
  }

  #firstDue(): DueStep | undefined {
    const own = nextDue(this.#journeys).filter(
      ({ runId }) => this.#journeys.runs.get(runId)?.entered.journeyId === this.plan.journey.journeyId,
    );
    return own.reduce<DueStep | undefined>(
      (first, due) => (first && Date.parse(first.dueAt) <= Date.parse(due.dueAt) ? first : due),
      undefined,
    );
  }

  #frame(occurredAt: string) {
    const { customerId } = this;
    const facts: Facts = factsAt(this.#behaviour, occurredAt);
    return { customerId, facts, standing: standingFrom(this.#standing), occurredAt };
  }

  /** Whether anything came of it. */
  #carryOut(command: Plain<JourneyCommand>): boolean {
    const decision = this.#decider.decide(command, this.#journeys);
    const decided = decision.accepted ? decision.events : [];
    this.events.push(...decided);
    this.#journeys = decided.reduce(evolve, this.#journeys);
    return decided.length > 0;
  }
}

/** Shown in place of a code, as no voucher is issued. */
const CODE_OF_NO_VOUCHER = '—';
