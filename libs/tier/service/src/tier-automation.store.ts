import { describeTable, selectRows, upsertRows, withConnection } from '@tenure/postgres';
import { newReview, type TierReview } from '@tenure/tier-core';
import type { DataSource } from 'typeorm';
import { TierAutomationState, TierReviewRow } from './tier-review.entity';

/** Another instance has moved on; this one has to start again from what is stored. */
export class AutomationFencedError extends Error {
  override readonly name = 'AutomationFencedError';
  constructor() {
    super('Another instance of the tier automation has taken over');
  }
}

/** Reviews and position of the tier automation in PostgreSQL. */
export class TierAutomationStore {
  readonly #reviews;
  constructor(private readonly dataSource: DataSource) {
    this.#reviews = describeTable(dataSource, TierReviewRow);
  }

  readState(): Promise<TierAutomationState> {
    return this.dataSource.getRepository(TierAutomationState).findOneByOrFail({ name: 'tier' });
  }

  async readReviews(customerIds: readonly string[]): Promise<Map<string, TierReview>> {
    if (customerIds.length === 0) return new Map();
    const rows = await withConnection(this.dataSource, (client) => selectRows(client, this.#reviews, [customerIds]));
    const known = new Map(rows.map((row) => [row.customerId, toReview(row)]));
    return new Map(customerIds.map((id) => [id, known.get(id) ?? newReview(id)]));
  }

  /** Every customer's review, in pages by customer id. */
  async *readAllReviews(pageSize: number): AsyncGenerator<TierReview[]> {
    let after = '';
    for (;;) {
      const rows = await this.dataSource
        .getRepository(TierReviewRow)
        .createQueryBuilder('review')
        .where('review.customer_id > :after', { after })
        .orderBy('review.customer_id')
        .limit(pageSize)
        .getMany();
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(toReview);
      after = last.customerId;
    }
  }

  /** Reviews that are due at a moment, the earliest first. */
  async readDue(at: string, limit: number): Promise<TierReview[]> {
    const rows = await this.dataSource
      .getRepository(TierReviewRow)
      .createQueryBuilder('due')
      .where('due.next_review_at <= :at', { at })
      .orderBy('due.next_review_at')
      .limit(limit)
      .getMany();
    return rows.map(toReview);
  }

  /**
   * Reviews and state in one transaction; throws AutomationFencedError where the stored position is not the one that
   * `before` left. `reviewFrom` has every customer reviewed again at that moment.
   */
  async commit(
    before: TierAutomationState,
    after: TierAutomationState,
    reviews: readonly TierReview[],
    reviewFrom?: string,
  ): Promise<void> {
    await withConnection(this.dataSource, async (client) => {
      await client.query('BEGIN');
      const { rowCount } = await client.query(
        `UPDATE tier_automation SET position = $1, policies = $2, open_loads = $3
         WHERE name = 'tier' AND position IS NOT DISTINCT FROM $4::bigint`,
        [after.position, JSON.stringify(after.policies), JSON.stringify(after.openLoads), before.position],
      );
      if (rowCount !== 1) throw new AutomationFencedError();
      await upsertRows(client, this.#reviews, reviews.map(toRow));
      if (reviewFrom !== undefined) {
        await client.query('UPDATE tier_review SET next_review_at = LEAST(COALESCE(next_review_at, $1), $1)', [
          reviewFrom,
        ]);
      }
      await client.query('COMMIT');
    });
  }
}

const toReview = ({ review, nextReviewAt }: TierReviewRow): TierReview =>
  nextReviewAt === null ? review : { ...review, nextReviewAt };

const toRow = ({ nextReviewAt, ...review }: TierReview): TierReviewRow => ({
  customerId: review.customerId,
  review,
  nextReviewAt: nextReviewAt ?? null,
});
