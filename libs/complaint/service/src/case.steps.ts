import { Inject, Injectable, Optional } from '@nestjs/common';
import { CaseLimits, type CaseLimit } from '@tenure/complaint-contract';
import { stepsOf, type ComplaintQueueRow, type Step, type StepName } from '@tenure/complaint-core';

/** A step with its limit and the standard that the limit follows from; null where there is none. */
export type LimitedStep = Step & Pick<CaseLimit, 'dueAt' | 'standard' | 'late'>;

@Injectable()
export class CaseSteps {
  constructor(@Optional() @Inject(CaseLimits) private readonly limits: CaseLimits | undefined) {}

  /** 咨询→受理→解决→反馈→跟进. */
  async of(row: ComplaintQueueRow): Promise<readonly LimitedStep[]> {
    const limits = (await this.limits?.of(row.complaintId)) ?? [];
    return stepsOf(row).map((step) => ({ ...step, ...(limitOf(step.step, limits) ?? agreedLimit(step, row)) }));
  }
}

function limitOf(
  step: StepName,
  limits: readonly CaseLimit[],
): Pick<LimitedStep, 'dueAt' | 'standard' | 'late'> | undefined {
  const limit = limits.find(({ clock }) => clock === step);
  return limit && { dueAt: limit.dueAt, standard: limit.standard, late: limit.late };
}

/** What was agreed with the customer is known before any clock is. */
const agreedLimit = ({ step }: Step, { agreedDueAt }: ComplaintQueueRow) => ({
  dueAt: step === 'resolution' ? agreedDueAt : null,
  standard: null,
  late: null,
});
