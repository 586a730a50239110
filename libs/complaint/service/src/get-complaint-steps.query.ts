import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { CaseSteps } from './case.steps';
import { ComplaintQueueEntry } from './complaint-queue.entity';
import type { ComplaintStepView } from './complaint-steps.view';

/** Undefined where there is no such case. */
export class GetComplaintSteps extends Query<readonly ComplaintStepView[] | undefined> {
  constructor(readonly complaintId: string) {
    super();
  }
}

@QueryHandler(GetComplaintSteps)
export class GetComplaintStepsHandler implements IQueryHandler<GetComplaintSteps> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CaseSteps) private readonly steps: CaseSteps,
  ) {}

  async execute({ complaintId }: GetComplaintSteps): Promise<readonly ComplaintStepView[] | undefined> {
    const row = await this.dataSource.getRepository(ComplaintQueueEntry).findOneBy({ complaintId });
    return row ? this.steps.of(row) : undefined;
  }
}
