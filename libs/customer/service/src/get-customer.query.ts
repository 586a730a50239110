import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { CustomerOverview } from './customer-overview.entity';
import { viewOf, type CustomerOverviewView } from './customer-overview.view';

/** One customer as of now; undefined where nothing is known of them. */
export class GetCustomer extends Query<CustomerOverviewView | undefined> {
  constructor(readonly customerId: string) {
    super();
  }
}

@QueryHandler(GetCustomer)
export class GetCustomerHandler implements IQueryHandler<GetCustomer> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ customerId }: GetCustomer): Promise<CustomerOverviewView | undefined> {
    const row = await this.dataSource.getRepository(CustomerOverview).findOneBy({ customerId });
    return row ? viewOf(row) : undefined;
  }
}
