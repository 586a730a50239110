import { newReview, ownReview, type OwnReview } from '@tenure/lifecycle-core';
import { startTestPostgres, type TestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations, withConnection } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import { LifecycleReviewRow } from './lifecycle-review.entity';
import { lifecycleMigrations } from './lifecycle.projections';
import { LifecycleReviews } from './lifecycle.reviews';

const DAY = 20_000;
const NOW = new Date(DAY * 86_400_000).toISOString();
const review = (customerId: string, nextReviewOn: number | undefined, policyVersion = 1): OwnReview =>
  ownReview({ ...newReview(customerId), nextReviewOn, policyVersion });

describe('stored reviews', () => {
  let postgres: TestPostgres;
  let dataSource: DataSource;

  beforeAll(async () => {
    postgres = await startTestPostgres();
    dataSource = await createDataSource({
      url: postgres.url,
      entities: [LifecycleReviewRow],
      migrations: lifecycleMigrations,
    });
    await runMigrations(dataSource);
  });
  afterEach(() => dataSource.query('DELETE FROM lifecycle_review'));
  afterAll(async () => {
    await dataSource.destroy();
    await postgres.stop();
  });

  const store = (reviews: LifecycleReviews) =>
    withConnection(dataSource, async (client) => {
      await client.query('BEGIN');
      await reviews.writeChanged(client);
      await client.query('COMMIT');
    });

  const due = (reviews: LifecycleReviews, version: number) =>
    withConnection(dataSource, async (client) => {
      const found = await reviews.lockDue(client, NOW, version, 10);
      return found.map(({ customerId }) => customerId);
    });

  it('are read as they were changed last, written or not', async () => {
    const reviews = await LifecycleReviews.open(dataSource);
    reviews.change([review('k-1', DAY), review('k-2', undefined)]);
    await store(reviews);
    reviews.change([review('k-1', DAY + 1)]);
    const found = await reviews.read(['k-1', 'k-2', 'k-3']);
    expect([...found.values()].map(({ customerId, nextReviewOn }) => [customerId, nextReviewOn])).toEqual([
      ['k-1', DAY + 1],
      ['k-2', undefined],
    ]);
    const others = await LifecycleReviews.open(dataSource);
    expect((await others.read(['k-1'])).get('k-1')).toEqual(review('k-1', DAY));
  });

  it('are due by time, the earliest first, and else by a version that has not judged them', async () => {
    const reviews = await LifecycleReviews.open(dataSource);
    reviews.change([review('k-1', DAY), review('k-2', DAY - 1), review('k-3', DAY + 1), review('k-4', undefined)]);
    await store(reviews);
    expect(await due(reviews, 1)).toEqual(['k-2', 'k-1']);
    reviews.change([review('k-1', undefined, 2), review('k-2', DAY + 9, 2)]);
    expect(await due(reviews, 1)).toEqual([]);
    await store(reviews);
    expect(await due(reviews, 1)).toEqual([]);
    expect((await due(reviews, 2)).toSorted()).toEqual(['k-3', 'k-4']);
  });

  it('are written by whoever opened them last', async () => {
    const first = await LifecycleReviews.open(dataSource);
    first.change([review('k-1', DAY)]);
    const second = await LifecycleReviews.open(dataSource);
    await expect(store(first)).rejects.toThrow('has taken over');
    second.change([review('k-1', DAY + 1)]);
    await store(second);
    expect((await second.read(['k-1'])).get('k-1')?.nextReviewOn).toBe(DAY + 1);
  });
});
