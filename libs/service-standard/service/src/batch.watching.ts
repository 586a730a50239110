import type { ComplaintEvent } from '@tenure/complaint-contract';
import type { Recorded } from '@tenure/kernel';
import type { CaseClockEvent, LoggedCaseFact } from '@tenure/service-standard-contract';
import { caseClocks, standardsBook, USUAL_STANDARD } from '@tenure/service-standard-core';
import type { TierEvent } from '@tenure/tier-contract';
import { caseFactOf, inLog } from './case.facts';
import { fromStoredClocks, toStoredClocks } from './clocks.snapshot';
import type { PolicyPublishedEvent } from './clock.types';
import { tierAfter } from './customer.tier';
import { policyIdsOf } from './open.policies';
import type { WatchedCase } from './watched-case.entity';

/** What one batch says: facts for the clocks of cases, and the cases and tiers as they are after it. */
export class BatchWatching {
  /** In the order of the log. */
  readonly facts = new Map<string, LoggedCaseFact[]>();
  /** Cases that are not as they were. */
  readonly changed = new Map<string, WatchedCase>();
  /** Cases that time may now do something to at another moment. */
  readonly moved = new Set<string>();
  readonly changedTiers = new Map<string, string | null>();
  readonly #cases: Map<string, WatchedCase>;

  constructor(
    cases: readonly WatchedCase[],
    private readonly tiers: ReadonlyMap<string, string | null>,
  ) {
    this.#cases = new Map(cases.map((row) => [row.caseId, row]));
  }

  complaint(event: Recorded<ComplaintEvent>): void {
    const { complaintId: caseId, customerId } = event.data;
    this.#noteWork(event);
    const fact = caseFactOf(event, this.#tierOf(customerId) ?? undefined);
    if (fact) this.#tell(caseId, fact);
  }

  tier(event: Recorded<TierEvent>): void {
    const { customerId } = event.data;
    const { tier, since } = tierAfter(event);
    if (this.#tierOf(customerId) === tier) return;
    this.changedTiers.set(customerId, tier);
    for (const { caseId, isOpen, customerId: owner } of this.#cases.values()) {
      if (isOpen && owner === customerId) {
        this.#tell(caseId, { kind: 'tier-changed', ...(tier !== null && { tier }), ...inLog(event, since) });
      }
    }
  }

  /** `concerned` are the policies by which it reaches cases; `stored` the cases with those that are not in memory. */
  policy(event: PolicyPublishedEvent, concerned: readonly string[], stored: readonly string[]): void {
    const { policyId, version, publishedAt, kind } = event.data;
    const told = kind === 'service-standard' ? 'standard-published' : 'calendar-published';
    const fact = { kind: told, policyId, version, ...inLog(event, publishedAt) } as const;
    const isConcerned = ({ isOpen, policyIds }: WatchedCase): boolean =>
      isOpen && (policyIds === null || policyIds.some((id) => concerned.includes(id)));
    const seen = [...this.#cases.values()].filter(isConcerned).map(({ caseId }) => caseId);
    const unseen = stored.filter((caseId) => !this.#cases.has(caseId));
    for (const caseId of [...seen, ...unseen]) {
      this.#tell(caseId, fact);
      this.moved.add(caseId);
    }
  }

  clock(event: Recorded<CaseClockEvent>): void {
    const { caseId, customerId } = event.data;
    const known = this.#cases.get(caseId) ?? { ...NEW_CASE, caseId, customerId, standardId: '' };
    const state = evolve(fromStoredClocks(known.clocks), event);
    const standardId = state.status === 'observed' ? state.basis.serviceStandard : known.standardId;
    this.moved.add(caseId);
    this.#put({ ...known, standardId, clocks: toStoredClocks(state), ...policyIdsOf(state, known.isWorkedOn) });
  }

  #noteWork({ type, data }: Recorded<ComplaintEvent>): void {
    const { complaintId: caseId, customerId } = data;
    if (type === 'ComplaintClosed' || type === 'ComplaintLinkedAsDuplicate') this.#worksOn(caseId, false);
    if (type === 'ComplaintReopened') this.#worksOn(caseId, true);
    if (type !== 'ComplaintOpened' || this.#cases.has(caseId)) return;
    this.#put({ ...NEW_CASE, caseId, customerId, standardId: data.serviceStandard ?? USUAL_STANDARD });
  }

  #worksOn(caseId: string, isWorkedOn: boolean): void {
    const known = this.#cases.get(caseId);
    if (known) this.#put({ ...known, isWorkedOn, ...policyIdsOf(fromStoredClocks(known.clocks), isWorkedOn) });
  }

  #put(row: WatchedCase): void {
    this.#cases.set(row.caseId, row);
    this.changed.set(row.caseId, row);
  }

  #tell(caseId: string, fact: LoggedCaseFact): void {
    const known = this.facts.get(caseId);
    if (known) known.push(fact);
    else this.facts.set(caseId, [fact]);
  }

  #tierOf(customerId: string): string | null | undefined {
    const changed = this.changedTiers.get(customerId);
    return changed === undefined ? this.tiers.get(customerId) : changed;
  }
}

/** The same whatever the policies. */
const { evolve } = caseClocks(standardsBook([]));

const NEW_CASE = { isOpen: true, isWorkedOn: true, policyIds: null, clocks: null };
