import { Inject, Injectable } from '@nestjs/common';
import { CaseLimits, STEP_CLOCKS, type CaseLimit, type StepClock } from '@tenure/complaint-contract';
import { DataSource, In, Not } from 'typeorm';
import { CaseClockEntry } from './case-clock.entity';

/** The limits of a case's steps as the newest clock of each kind has them; needs the global DataSource. */
@Injectable()
export class CaseClockLimits extends CaseLimits {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  async of(caseId: string): Promise<readonly CaseLimit[]> {
    const rows = await this.dataSource.getRepository(CaseClockEntry).find({
      where: { caseId, kind: In([...STEP_CLOCKS]), status: Not('cancelled') },
      order: { startedAt: 'DESC', clockId: 'ASC' },
    });
    return STEP_CLOCKS.flatMap((clock) => {
      const newest = rows.find(({ kind }) => kind === clock);
      return newest ? [limitOf(newest, clock)] : [];
    });
  }
}

const limitOf = (
  { dueAt, policyId, policyVersion: version, outcome }: CaseClockEntry,
  clock: StepClock,
): CaseLimit => ({
  clock,
  dueAt,
  standard: policyId === null || version === null ? null : { policyId, version },
  late: LATE[outcome],
});

const LATE: Readonly<Record<CaseClockEntry['outcome'], boolean | null>> = {
  open: null,
  met: false,
  breached: true,
  cancelled: null,
};
