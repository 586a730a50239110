import { Inject, Injectable } from '@nestjs/common';
import { CustomerNames } from '@tenure/customer-contract';
import { nameAt } from '@tenure/customer-core';
import { DataSource } from 'typeorm';
import { CustomerDirectoryEntry } from './customer-directory.entity';

@Injectable()
export class ProjectedCustomerNames extends CustomerNames {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  async at(customerIds: readonly string[], moment: string): Promise<ReadonlyMap<string, string>> {
    if (customerIds.length === 0) return new Map();
    const rows = await this.dataSource
      .getRepository(CustomerDirectoryEntry)
      .createQueryBuilder('row')
      .select(['row.customerId', 'row.names'])
      .where('row.customerId = ANY(:customerIds)', { customerIds })
      .getMany();
    const named = rows.map(({ customerId, names }) => [customerId, nameAt(names, moment)] as const);
    return new Map(named.flatMap(([customerId, name]) => (name === null ? [] : [[customerId, name] as const])));
  }
}
