import { describeTable, selectRows, upsertRows, withConnection } from '@tenure/postgres';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { WatchedCase, WatchedTier } from './watched-case.entity';

/** What the automation of the clocks has stored of cases and customers. */
export class WatchedCases {
  readonly #cases;
  readonly #tiers;

  constructor(private readonly dataSource: DataSource) {
    this.#cases = describeTable(dataSource, WatchedCase);
    this.#tiers = describeTable(dataSource, WatchedTier);
  }

  async read(caseIds: readonly string[]): Promise<WatchedCase[]> {
    if (caseIds.length === 0) return [];
    return withConnection(this.dataSource, (client) => this.readIn(client, caseIds));
  }

  /** In the transaction that is open. */
  readIn(client: PoolClient, caseIds: readonly string[]): Promise<WatchedCase[]> {
    return selectRows(client, this.#cases, [caseIds]);
  }

  /** Ids of the open cases of customers. */
  async openOf(customerIds: readonly string[]): Promise<string[]> {
    if (customerIds.length === 0) return [];
    const rows: { id: string }[] = await this.dataSource.query(
      'SELECT case_id AS id FROM watched_case WHERE is_open AND customer_id = ANY($1)',
      [customerIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Ids of the open cases that policies concern, or may concern: as many as asked for, those after an id, in its order. */
  async openUnder(policyIds: readonly string[], after: string, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT case_id AS id FROM watched_case
       WHERE is_open AND (policy_ids && $1::text[] OR policy_ids IS NULL) AND case_id > $2 ORDER BY case_id LIMIT $3`,
      [policyIds, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  async standardIds(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query('SELECT DISTINCT standard_id AS id FROM watched_case');
    return rows.map(({ id }) => id);
  }

  async readTiers(customerIds: readonly string[]): Promise<Map<string, string | null>> {
    if (customerIds.length === 0) return new Map();
    const rows = await withConnection(this.dataSource, (client) => selectRows(client, this.#tiers, [customerIds]));
    return new Map(rows.map(({ customerId, tier }) => [customerId, tier]));
  }

  /** In the transaction that is open. */
  async write(
    client: PoolClient,
    cases: readonly WatchedCase[],
    tiers: ReadonlyMap<string, string | null>,
  ): Promise<void> {
    await upsertRows(client, this.#cases, cases);
    const rows = [...tiers].map(([customerId, tier]) => ({ customerId, tier }));
    await upsertRows(client, this.#tiers, rows);
  }
}
