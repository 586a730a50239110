import type { Condition } from '@tenure/behaviour-contract';
import type { BehaviourEvent } from '@tenure/behaviour-facts';
import type { FittedMethod } from '@tenure/churn-contract';
import type { Recorded } from '@tenure/kernel';
import type { FittedOn, Logistic, MbgNbd } from '@tenure/policy-contract';
import { labelledCustomers, type LabelledCustomer } from './labelled.customer';
import { snapshotsOf, startOf, type LearningPeriod, type Snapshot } from './learning.period';
import { learnLogistic } from './logistic.learning';
import { learnMbgNbd } from './mbg-nbd.learning';
import { SnapshotBehaviours } from './snapshot.behaviours';

export type Learned =
  | { readonly model: Logistic | MbgNbd; readonly snapshots: readonly Snapshot[]; readonly share: number }
  | { readonly refused: 'churn-period-too-short' | 'churn-nothing-to-learn' };

/** Learns a model from history that is passed by it once, event by event, in any order. */
export class ModelLearning {
  readonly #snapshots: readonly Snapshot[];
  readonly #behaviours: SnapshotBehaviours;

  constructor(
    private readonly method: FittedMethod,
    private readonly period: LearningPeriod,
    /** Who is scored. */
    private readonly scored: Condition,
  ) {
    this.#snapshots = this.#wanted();
    this.#behaviours = new SnapshotBehaviours(this.#snapshots.flatMap(({ day, outcomeBy }) => [day, outcomeBy]));
  }

  add(event: Recorded<BehaviourEvent>): void {
    this.#behaviours.add(event);
  }

  /** Once everything has been passed by. */
  result(): Learned {
    const snapshots = this.#warm();
    if (snapshots.length === 0) return { refused: 'churn-period-too-short' };
    const { horizonDays } = this.period;
    const customers = snapshots.flatMap((snapshot) =>
      labelledCustomers(this.#behaviours, snapshot, horizonDays, this.#learnedFrom()),
    );
    const model = this.#learn(customers);
    return model ? { model, snapshots, share: this.#behaviours.share } : { refused: 'churn-nothing-to-learn' };
  }

  /** How buyers buy is learned from all that they did; who is lost, from what was known before it showed. */
  #wanted(): readonly Snapshot[] {
    const { until } = this.period;
    return this.method === 'mbg-nbd' ? [{ day: until, outcomeBy: until }] : snapshotsOf(this.period);
  }

  /** How buyers buy also shows in those who have been silent for so long that they are scored no more. */
  #learnedFrom(): Condition {
    return this.method === 'mbg-nbd' ? BUYERS : this.scored;
  }

  /** So early in the log that all customers look new, they say nothing of later ones: unless it is all that there is. */
  #warm(): readonly Snapshot[] {
    const { firstMs } = this.#behaviours;
    const known = this.#snapshots.filter(({ day }) => Date.parse(startOf(day)) > firstMs);
    const warmMs = firstMs + this.period.horizonDays * 86_400_000;
    const warm = known.filter(({ day }) => Date.parse(startOf(day)) >= warmMs);
    return warm.length > 0 ? warm : known.slice(0, 1);
  }

  #learn(customers: readonly LabelledCustomer[]): Logistic | MbgNbd | undefined {
    switch (this.method) {
      case 'logistic': {
        const learned = learnLogistic(customers);
        if (!learned) return undefined;
        const { logLikelihood, ...model } = learned;
        return { method: 'logistic', ...model, fitted: this.#fitted(customers, logLikelihood) };
      }
      case 'mbg-nbd': {
        const learned = learnMbgNbd(customers.map(({ facts }) => facts));
        if (!learned) return undefined;
        const { logLikelihood, ...model } = learned;
        return { method: 'mbg-nbd', ...model, fitted: this.#fitted(customers, logLikelihood) };
      }
    }
  }

  #fitted(customers: readonly LabelledCustomer[], logLikelihood: number): FittedOn {
    const { from, until } = this.period;
    return {
      from,
      until,
      customers: customers.length,
      lost: customers.filter(({ lost }) => lost).length,
      logLikelihood,
    };
  }
}

const BUYERS: Condition = {
  all: [
    { fact: 'orders', atLeast: 1 },
    { fact: 'contractual', is: false },
  ],
};
