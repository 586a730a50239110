import { AutomationFencedError } from '@tenure/automation-runtime';
import {
  nextReviewAt,
  ownReview,
  type LifecyclePolicy,
  type LifecycleReview,
  type OwnReview,
} from '@tenure/lifecycle-core';
import { describeTable, selectRows, upsertRows, withConnection } from '@tenure/postgres';
import { LRUCache } from 'lru-cache';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { LifecycleReviewRow } from './lifecycle-review.entity';

/** How many customers' reviews are kept in memory. */
const KEPT_REVIEWS = 20_000;
export const LIFECYCLE = 'lifecycle';

/**
 * What the automation has stored of customers and policies. Of several that were opened only the last may write: the ones
 * before it fail with AutomationFencedError.
 */
export class LifecycleReviews {
  readonly #rows;
  readonly #changed = new Map<string, OwnReview>();
  readonly #kept = new LRUCache<string, OwnReview>({ max: KEPT_REVIEWS });

  private constructor(
    private readonly dataSource: DataSource,
    private readonly epoch: string,
    private adopted: readonly LifecyclePolicy[],
  ) {
    this.#rows = describeTable(dataSource, LifecycleReviewRow);
  }

  static async open(dataSource: DataSource): Promise<LifecycleReviews> {
    return withConnection(dataSource, async (client) => {
      const { rows } = await client.query<{ epoch: string; policies: readonly LifecyclePolicy[] }>(
        'UPDATE lifecycle_automation SET epoch = epoch + 1 WHERE name = $1 RETURNING epoch::text, policies',
        [LIFECYCLE],
      );
      const [{ epoch, policies } = { epoch: '', policies: [] }] = rows;
      return new LifecycleReviews(dataSource, epoch, policies);
    });
  }

  /** Versions that customers are judged by, the oldest first. */
  get policies(): readonly LifecyclePolicy[] {
    return this.adopted;
  }

  /** Judges by the version from now on; to be stored with `writePolicies`. False where it is known. */
  adopt(policy: LifecyclePolicy): boolean {
    if (this.adopted.some(({ version }) => version === policy.version)) return false;
    this.adopted = [...this.adopted, policy];
    return true;
  }

  /** Reviews of those who have one, in memory or stored; they stay these reviews', and what changes them tells so. */
  async read(customerIds: readonly string[]): Promise<Map<string, OwnReview>> {
    const found = new Map<string, OwnReview>();
    const missing: string[] = [];
    for (const customerId of customerIds) {
      const kept = this.#changed.get(customerId) ?? this.#kept.get(customerId);
      if (kept) found.set(customerId, kept);
      else missing.push(customerId);
    }
    if (missing.length === 0) return found;
    const rows = await withConnection(this.dataSource, (client) => selectRows(client, this.#rows, [missing]));
    for (const { customerId, review } of rows) found.set(customerId, ownReview(review));
    return found;
  }

  /**
   * Those that time alone makes due by a moment, or that an older version than the one in force then judged; but not those
   * who are still to be written, as their events are ahead of the stored position.
   */
  async lockDue(client: PoolClient, now: string, version: number, limit: number): Promise<OwnReview[]> {
    const due = await this.#lock(client, 'next_at <= $1', 'next_at', [now, limit]);
    if (due.length > 0) return due;
    return this.#lock(client, 'policy_version < $1', 'policy_version', [version, limit]);
  }

  /** To be written with `writeChanged`: many events of a customer are one row then. */
  change(reviews: readonly OwnReview[]): void {
    for (const review of reviews) {
      this.#changed.set(review.customerId, review);
      this.#kept.set(review.customerId, review);
    }
  }

  /** How many are still to be written. */
  get changed(): number {
    return this.#changed.size;
  }

  /** In the transaction that is open; if that fails, they must be opened anew. */
  async writeChanged(client: PoolClient): Promise<void> {
    await this.#fence(client);
    await upsertRows(client, this.#rows, [...this.#changed.values()].map(toRow));
    this.#changed.clear();
  }

  /** The same of reviews that `lockDue` has given out. */
  async write(client: PoolClient, reviews: readonly OwnReview[]): Promise<void> {
    await this.#fence(client);
    await upsertRows(client, this.#rows, reviews.map(toRow));
    for (const review of reviews) if (this.#kept.has(review.customerId)) this.#kept.set(review.customerId, review);
  }

  /** In the transaction that is open. */
  async writePolicies(client: PoolClient): Promise<void> {
    await client.query('UPDATE lifecycle_automation SET policies = $2 WHERE name = $1 AND epoch = $3', [
      LIFECYCLE,
      JSON.stringify(this.adopted),
      this.epoch,
    ]);
  }

  /** Whoever opens them next waits for what is being written. */
  async #fence(client: PoolClient): Promise<void> {
    const { rowCount } = await client.query(
      'SELECT FROM lifecycle_automation WHERE name = $1 AND epoch = $2 FOR SHARE',
      [LIFECYCLE, this.epoch],
    );
    if (rowCount !== 1) throw new AutomationFencedError(LIFECYCLE);
  }

  async #lock(client: PoolClient, where: string, order: string, values: readonly unknown[]): Promise<OwnReview[]> {
    const { rows } = await client.query<{ review: LifecycleReview }>(
      `SELECT review FROM lifecycle_review WHERE ${where} ORDER BY ${order} LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [...values],
    );
    return rows.map(({ review }) => ownReview(review)).filter(({ customerId }) => !this.#changed.has(customerId));
  }
}

const toRow = (review: LifecycleReview): LifecycleReviewRow => ({
  customerId: review.customerId,
  nextAt: nextReviewAt(review) ?? null,
  policyVersion: review.policyVersion,
  review,
});
