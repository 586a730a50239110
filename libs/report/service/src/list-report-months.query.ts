import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ComplaintCounts } from '@tenure/complaint-contract';
import { Clock } from '@tenure/http';
import { MetricMonths } from '@tenure/metric-contract';
import { monthOf, standingOf } from '@tenure/report-core';
import { ServedRecords } from '@tenure/service-record-contract';
import type { ReportMonthView } from './report.view';
import { ReportRules } from './report.rules';

/** Months that are over and in which something happened, the newest first. */
export class ListReportMonths extends Query<readonly ReportMonthView[]> {}

@QueryHandler(ListReportMonths)
export class ListReportMonthsHandler implements IQueryHandler<ListReportMonths> {
  constructor(
    @Inject(ReportRules) private readonly rules: ReportRules,
    @Inject(ComplaintCounts) private readonly complaints: ComplaintCounts,
    @Inject(ServedRecords) private readonly records: ServedRecords,
    @Inject(MetricMonths) private readonly metrics: MetricMonths,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute(): Promise<readonly ReportMonthView[]> {
    const now = this.clock.now();
    const timeZone = await this.rules.timeZoneAt(now);
    const counts = [
      ...(await this.complaints.months(timeZone)),
      ...(await this.records.months(timeZone)).map(({ month, records }) => ({ month, serviceRecords: records })),
      ...(await this.metrics.observed(timeZone)),
    ];
    const months = new Map<string, ReportMonthView>();
    for (const count of counts) months.set(count.month, { ...NOTHING, ...months.get(count.month), ...count });
    return [...months.values()]
      .filter(({ month }) => isOver(month, timeZone, now))
      .sort((one, other) => (one.month < other.month ? 1 : -1));
  }
}

const NOTHING = { cases: 0, serviceRecords: 0, answers: 0, buyers: 0 };

function isOver(text: string, timeZone: string, now: string): boolean {
  const month = monthOf(text, timeZone);
  return month !== undefined && standingOf(month, now) === 'over';
}
