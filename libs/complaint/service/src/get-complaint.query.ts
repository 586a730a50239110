import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { ComplaintQueueEntry } from './complaint-queue.entity';
import { viewOf, type ComplaintView } from './complaint.view';

/** Undefined where there is no such case. */
export class GetComplaint extends Query<ComplaintView | undefined> {
  constructor(readonly complaintId: string) {
    super();
  }
}

@QueryHandler(GetComplaint)
export class GetComplaintHandler implements IQueryHandler<GetComplaint> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ complaintId }: GetComplaint): Promise<ComplaintView | undefined> {
    const row = await this.dataSource.getRepository(ComplaintQueueEntry).findOneBy({ complaintId });
    return row ? viewOf(row) : undefined;
  }
}
