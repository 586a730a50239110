import type { CaseSeen } from './case.observing';
import type { CustomerFacts } from './customer.facts';
import { isThere } from './customer.observing';
import type { Mergers } from './customer.standing';
import type { Asked } from './metric.asked';

const UNLESS_NAMED = ['complaint'] as const;

/** Complaints of each customer, who are many more than those who complained: first the cases are seen, then the customers. */
export class ComplaintRate {
  readonly #complaints = new Map<string, number>();

  constructor(
    readonly asked: Asked<'complaint-rate'>,
    private readonly mergers: Mergers,
  ) {}

  /** Whose tier counts is told by the customers, all at one moment. */
  seeCase({ facts: { caseId, customerId, caseType, product }, standing, lens }: CaseSeen): void {
    if (standing.isDuplicate || !lens.shows(standing.openedAt)) return;
    if (!this.asked.isOfType(caseType, UNLESS_NAMED) || !this.asked.isOf(caseId, product)) return;
    const id = this.mergers.knownAs(customerId, lens.end);
    this.#complaints.set(id, (this.#complaints.get(id) ?? 0) + 1);
  }

  seeCustomer({ customerId, tiers }: CustomerFacts, sinceAt: number): void {
    const { lens, tally } = this.asked;
    if (!isThere(customerId, sinceAt, this.mergers, lens.end) || !this.asked.isOfTier(tiers, lens.end)) return;
    const complaints = this.#complaints.get(customerId) ?? 0;
    tally.add(100 * complaints);
    if (complaints > 0) tally.beside('complaints', complaints);
  }
}
