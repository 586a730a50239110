import type { Facts } from '@tenure/behaviour-contract';
import {
  MOST_COMPARED_EXAMPLES,
  type ChurnModelContent,
  type ComparedExample,
  type PolicyComparison,
} from '@tenure/policy-contract';
import { scoreOf } from './risk.score';

const NOT_SCORED = 'not scored';

/** Counts, customer by customer, which bands of risk would be others under a draft. */
export class BandComparison {
  readonly #examples: ComparedExample[] = [];
  readonly #counts = new Map<string, { readonly from: string; readonly to: string; count: number }>();
  #looked = 0;
  #changed = 0;

  constructor(
    /** Of the version in force; undefined where there is none. */
    private readonly today: ChurnModelContent | undefined,
    private readonly draft: ChurnModelContent,
  ) {}

  add(customerId: string, facts: Facts): void {
    this.#looked++;
    const [from, to] = [bandUnder(this.today, facts), bandUnder(this.draft, facts)];
    if (from === to) return;
    this.#changed++;
    const counted = this.#counts.get(`${from}|${to}`) ?? { from, to, count: 0 };
    counted.count++;
    this.#counts.set(`${from}|${to}`, counted);
    if (this.#examples.length < MOST_COMPARED_EXAMPLES) this.#examples.push({ id: customerId, customerId, from, to });
  }

  result(): PolicyComparison {
    return {
      of: 'customers',
      looked: this.#looked,
      changed: this.#changed,
      changes: [...this.#counts.values()].sort((one, other) => other.count - one.count),
      examples: this.#examples,
      notes: ['How well a model foretells is no part of this: it is judged by what came after a day.'],
    };
  }
}

const bandUnder = (content: ChurnModelContent | undefined, facts: Facts): string =>
  (content && scoreOf(content, facts)?.band) ?? NOT_SCORED;
