import type { Facts } from '@tenure/behaviour-contract';
import { ComparisonTally, type ChurnModelContent, type PolicyComparison } from '@tenure/policy-contract';
import { scoreOf } from './risk.score';

const NOT_SCORED = 'not scored';

/** Counts, customer by customer, which bands of risk would be others under a draft. */
export class BandComparison {
  readonly #tally = new ComparisonTally();

  constructor(
    /** Of the version in force; undefined where there is none. */
    private readonly today: ChurnModelContent | undefined,
    private readonly draft: ChurnModelContent,
  ) {}

  add(customerId: string, facts: Facts): void {
    this.#tally.looked();
    const [from, to] = [bandUnder(this.today, facts), bandUnder(this.draft, facts)];
    if (from !== to) this.#tally.changed(from, to, { id: customerId, customerId, from, to });
  }

  result(): PolicyComparison {
    return this.#tally.result('customers', [
      'How well a model foretells is no part of this: it is judged by what came after a day.',
    ]);
  }
}

const bandUnder = (content: ChurnModelContent | undefined, facts: Facts): string =>
  (content && scoreOf(content, facts)?.band) ?? NOT_SCORED;
