import { Inject, Injectable } from '@nestjs/common';
import { CaseLimits, type CaseLimit } from '@tenure/complaint-contract';
import { DataSource, Not } from 'typeorm';
import { CaseClockEntry } from './case-clock.entity';

/** The limits of a case's steps as the newest clock of each kind has them; needs the global DataSource. */
@Injectable()
export class CaseClockLimits extends CaseLimits {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  async of(caseId: string): Promise<readonly CaseLimit[]> {
    const rows = await this.dataSource.getRepository(CaseClockEntry).find({
      where: { caseId, status: Not('cancelled') },
      order: { startedAt: 'DESC', clockId: 'ASC' },
    });
    const limits = new Map<CaseLimit['clock'], CaseLimit>();
    for (const row of rows) {
      if (row.kind !== 'internal-help' && !limits.has(row.kind)) limits.set(row.kind, limitOf(row, row.kind));
    }
    return [...limits.values()];
  }
}

const limitOf = (
  { dueAt, policyId, policyVersion: version, outcome }: CaseClockEntry,
  clock: CaseLimit['clock'],
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
