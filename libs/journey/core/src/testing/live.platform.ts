import { factsAt, foldBehaviour, isBehaviourEvent, noBehaviour } from '@tenure/behaviour-facts';
import type { JourneyCommand, JourneyEvent } from '@tenure/journey-contract';
import type { Recorded } from '@tenure/kernel';
import type { JourneyContent } from '@tenure/policy-contract';
import type { Plain } from '@tenure/shared-contract';
import { customerJourneys } from '../journey.decider';
import { dueAfter } from '../journey.due';
import type { NextStep } from '../journey.state';
import { happenedAt, isJourneyCause, isTriggeredBy } from '../journey.trigger';
import { foldStanding, isStandingEvent, noStanding, standingFrom } from '../standing.fold';
import { rulesOf } from './journey.fixture';

export type Sent = Plain<JourneyCommand>;

/**
 * One customer on the platform as it runs: the log is followed, what is due is kept in a list of its own, and every
 * command is sent twice with one from before between, as if each answer had been lost. Facts and state are folded anew
 * each time.
 */
export class LivePlatform {
  readonly log: JourneyEvent[] = [];
  readonly #due = new Map<string, NextStep>();
  readonly #sent: Sent[] = [];
  readonly #known: Recorded[] = [];
  readonly #decider: ReturnType<typeof customerJourneys>;

  constructor(
    private readonly content: JourneyContent,
    private readonly anyOf: (sent: readonly Sent[]) => Sent | undefined,
  ) {
    this.#decider = customerJourneys({ ...rulesOf({ journey: content }), voucherCodeOf: () => '—' });
  }

  follow(event: Recorded): void {
    const { occurredAt } = event.metadata;
    this.actUntil(occurredAt);
    this.#known.push(event);
    if (event.type === 'CustomerMerged') this.#endAll(occurredAt);
    if (!isJourneyCause(event) || !isTriggeredBy(this.content.trigger, event)) return;
    const of = { journeyId: 'journey', version: 1, causeEventId: event.id };
    this.#send({ type: 'EnterJourney', ...of, ...this.#frame(happenedAt(event)) });
  }

  actUntil(limit: string): void {
    for (let due = this.#firstDue(limit); due; due = this.#firstDue(limit)) {
      const [runId, { stepId, dueAt }] = due;
      this.#send({ type: 'TakeJourneyStep', runId, stepId, ...this.#frame(dueAt) });
    }
  }

  #endAll(occurredAt: string): void {
    const open = [...this.#state().runs].filter(([, { ended }]) => !ended);
    for (const [runId] of open) {
      this.#send({ type: 'EndJourneyRun', customerId: 'k-1', runId, reason: 'customer-merged', occurredAt });
    }
  }

  #firstDue(limit: string): readonly [runId: string, next: NextStep] | undefined {
    const [first] = [...this.#due].sort(([, one], [, other]) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
    return first && Date.parse(first[1].dueAt) < Date.parse(limit) ? first : undefined;
  }

  #send(command: Sent): void {
    for (const one of [command, this.anyOf(this.#sent) ?? command, command]) {
      const decision = this.#decider.decide(one, this.#state());
      if (decision.accepted) decision.events.forEach((event) => this.#record(event));
    }
    this.#sent.push(command);
  }

  #record(event: JourneyEvent): void {
    this.log.push(event);
    const next = dueAfter(event);
    if (!('runId' in event.data) || next === undefined) return;
    if (next === 'none') this.#due.delete(event.data.runId);
    else this.#due.set(event.data.runId, next);
  }

  #state() {
    return this.log.reduce(this.#decider.evolve, this.#decider.initial);
  }

  #frame(occurredAt: string) {
    const behaviour = this.#known.filter((event) => isBehaviourEvent(event)).reduce(foldBehaviour, noBehaviour);
    const standing = this.#known.filter((event) => isStandingEvent(event)).reduce(foldStanding, noStanding);
    return { customerId: 'k-1', facts: factsAt(behaviour, occurredAt), standing: standingFrom(standing), occurredAt };
  }
}
