import { CustomerFactsPages, type KnownCustomer } from '@tenure/behaviour-contract';
import { factsAt } from '@tenure/behaviour-facts';
import type { DataSource } from 'typeorm';
import { CustomerBehaviourEntry } from './customer-behaviour.entity';

/** Facts of all customers from the read model of behaviour, page by page. */
export class ProjectedCustomerPages extends CustomerFactsPages {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async after(customerId: string | undefined, limit: number, at: string): Promise<readonly KnownCustomer[]> {
    const rows = await this.dataSource
      .getRepository(CustomerBehaviourEntry)
      .createQueryBuilder('row')
      .select(['row.customerId', 'row.behaviour'])
      .where('row.customerId > :customerId', { customerId: customerId ?? '' })
      .orderBy('row.customerId', 'ASC')
      .take(limit)
      .getMany();
    return rows.map((row) => ({ customerId: row.customerId, facts: factsAt(row.behaviour, at) }));
  }
}
