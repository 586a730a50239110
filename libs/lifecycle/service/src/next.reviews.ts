import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** When customers are reviewed next because of time alone, as the automation has it. */
@Injectable()
export class NextReviews {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** By customer, ISO 8601 UTC; those whom time alone does nothing to are absent. */
  async of(customerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (customerIds.length === 0) return new Map();
    const rows: { id: string; next: Date }[] = await this.dataSource.query(
      'SELECT customer_id AS id, next_at AS next FROM lifecycle_review WHERE customer_id = ANY($1) AND next_at IS NOT NULL',
      [customerIds],
    );
    return new Map(rows.map(({ id, next }) => [id, next.toISOString()]));
  }
}
