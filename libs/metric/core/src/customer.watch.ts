import type { CustomerMetricId } from '@tenure/metric-contract';
import type { ComplaintRate } from './complaint.rate';
import type { CustomerFacts } from './customer.facts';
import { CUSTOMER_OBSERVING, isThere, momentOf } from './customer.observing';
import type { Mergers } from './customer.standing';
import type { Lens } from './lens';
import type { Asked } from './metric.asked';

/** All questions that look at customers through one lens. */
export class CustomerWatch {
  readonly #asked: Asked<Exclude<CustomerMetricId, 'complaint-rate'>>[] = [];
  readonly #rates: ComplaintRate[] = [];

  constructor(
    private readonly lens: Lens,
    private readonly mergers: Mergers,
  ) {}

  ask(asked: Asked<Exclude<CustomerMetricId, 'complaint-rate'>>): void {
    this.#asked.push(asked);
  }

  count(rate: ComplaintRate): void {
    this.#rates.push(rate);
  }

  see(facts: CustomerFacts, sinceAt: number): void {
    const { lens, mergers } = this;
    for (const rate of this.#rates) rate.seeCustomer(facts, sinceAt);
    for (const asked of this.#asked) {
      const at = momentOf(asked.metricId, lens);
      if (!isThere(facts.customerId, sinceAt, mergers, at) || !asked.isOfTier(facts.tiers, at)) continue;
      const absorbed = mergers.absorbedBy(facts.customerId, at);
      CUSTOMER_OBSERVING[asked.metricId]({ facts, absorbed, lens }, asked.tally);
    }
  }
}
