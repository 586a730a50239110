import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ComplaintCounts } from '@tenure/complaint-contract';
import { Clock } from '@tenure/http';
import { monthOf, standingOf } from '@tenure/report-core';
import { ServedRecords } from '@tenure/service-record-contract';
import type { ReportMonthView } from './report.view';
import { ReportRules } from './report.rules';

/** Months that are over and in which cases were opened or customers were served, the newest first. */
export class ListReportMonths extends Query<readonly ReportMonthView[]> {}

@QueryHandler(ListReportMonths)
export class ListReportMonthsHandler implements IQueryHandler<ListReportMonths> {
  constructor(
    @Inject(ReportRules) private readonly rules: ReportRules,
    @Inject(ComplaintCounts) private readonly complaints: ComplaintCounts,
    @Inject(ServedRecords) private readonly records: ServedRecords,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(): Promise<readonly ReportMonthView[]> {
    const now = this.clock.now();
    const timeZone = await this.rules.timeZoneAt(now);
    const months = new Map<string, { cases: number; serviceRecords: number }>();
    for (const { month, cases } of await this.complaints.months(timeZone))
      months.set(month, { cases, serviceRecords: 0 });
    for (const { month, records } of await this.records.months(timeZone)) {
      months.set(month, { cases: months.get(month)?.cases ?? 0, serviceRecords: records });
    }
    return [...months]
      .map(([month, counts]) => ({ month, ...counts }))
      .filter(({ month }) => isOver(month, timeZone, now))
      .sort((one, other) => (one.month < other.month ? 1 : -1));
  }
}

function isOver(text: string, timeZone: string, now: string): boolean {
  const month = monthOf(text, timeZone);
  return month !== undefined && standingOf(month, now) === 'over';
}
