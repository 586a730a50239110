import { CustomerFactsReader, type Facts } from '@tenure/behaviour-contract';
import { factsAt } from '@tenure/behaviour-facts';
import type { PositionWaiter } from '@tenure/http';
import type { DataSource } from 'typeorm';
import { CustomerBehaviourEntry } from './customer-behaviour.entity';

export interface ProjectedCustomerFactsOptions {
  /** Whose database has the read models; owned by the caller. */
  readonly dataSource: DataSource;
  readonly waiter: PositionWaiter;
  /** How long the read model is waited for. */
  readonly waitLimitMs: number;
}

/** Facts from the read model of behaviour. Rejects with ProjectionBehindError where it does not come up in time. */
export class ProjectedCustomerFacts extends CustomerFactsReader {
  constructor(private readonly options: ProjectedCustomerFactsOptions) {
    super();
  }

  async factsAt(
    customerIds: readonly string[],
    at: string,
    position: bigint | undefined,
  ): Promise<ReadonlyMap<string, Facts>> {
    const { dataSource, waiter, waitLimitMs } = this.options;
    if (position !== undefined) await waiter.waitFor(position, ['customer-behaviour'], waitLimitMs);
    const rows = await dataSource
      .getRepository(CustomerBehaviourEntry)
      .createQueryBuilder('row')
      .select(['row.customerId', 'row.behaviour'])
      .where('row.customerId = ANY(:customerIds)', { customerIds: [...customerIds] })
      .getMany();
    return new Map(rows.map(({ customerId, behaviour }) => [customerId, factsAt(behaviour, at)]));
  }
}
