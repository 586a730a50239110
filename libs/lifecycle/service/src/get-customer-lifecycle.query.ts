import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { StageStay } from '@tenure/lifecycle-core';
import { DataSource } from 'typeorm';
import { CustomerStageEntry } from './customer-stage.entity';
import type { CustomerLifecycleView, StageStayView } from './customer-lifecycle.view';
import { viewOf } from './list-staged-customers.query';
import { NextReviews } from './next.reviews';

/** Undefined where the customer never was in a stage. */
export class GetCustomerLifecycle extends Query<CustomerLifecycleView | undefined> {
  constructor(readonly customerId: string) {
    super();
  }
}

@QueryHandler(GetCustomerLifecycle)
export class GetCustomerLifecycleHandler implements IQueryHandler<GetCustomerLifecycle> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(NextReviews) private readonly reviews: NextReviews,
  ) {}

  async execute({ customerId }: GetCustomerLifecycle): Promise<CustomerLifecycleView | undefined> {
    const row = await this.dataSource.getRepository(CustomerStageEntry).findOneBy({ customerId });
    if (row?.arrivedAt === undefined || row.arrivedAt === null) return undefined;
    const staged = viewOf(row, (await this.reviews.of([customerId])).get(customerId));
    if (!staged) return undefined;
    const { milestones, dates, arrivedAt, churnedAt, position } = row;
    const stays = row.stays.map(stayView).reverse();
    return { ...staged, stays, milestones, dates, arrivedAt, churnedAt, position: `${position}` };
  }
}

const stayView = ({ policy: { policyId, version: policyVersion }, ...stay }: StageStay): StageStayView => ({
  ...stay,
  policyId,
  policyVersion,
});
