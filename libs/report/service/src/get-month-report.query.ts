import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, fail, failAt } from '@tenure/http';
import {
  hasNews,
  lastMomentOf,
  monthOf,
  monthReport,
  standingOf,
  type ReportModel,
  type ReportMonth,
} from '@tenure/report-core';
import { MonthFigures } from './month.figures';
import { MonthRegisters } from './month.registers';
import { ReportRules } from './report.rules';

/** `month` is `YYYY-MM`. Rejects with a ProblemError where it is no month, isn't over, or nothing happened in it. */
export class GetMonthReport extends Query<ReportModel> {
  constructor(readonly month: string) {
    super();
  }
}

@QueryHandler(GetMonthReport)
export class GetMonthReportHandler implements IQueryHandler<GetMonthReport> {
  constructor(
    @Inject(ReportRules) private readonly rules: ReportRules,
    @Inject(MonthFigures) private readonly figures: MonthFigures,
    @Inject(MonthRegisters) private readonly registers: MonthRegisters,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ month: text }: GetMonthReport): Promise<ReportModel> {
    const month = await this.#monthOf(text);
    const { improvement, themes, tiers } = await this.rules.at(lastMomentOf(month));
    const report = monthReport({
      month,
      policy: { policyId: improvement.policyId, version: improvement.version },
      confidencePercent: improvement.content.verification.confidencePercent,
      themes,
      ...(await this.figures.of(month, tiers)),
      ...(await this.registers.of(month)),
    });
    if (!hasNews(report)) throw fail('not-found', `Nothing is known to have happened in ${text}: there is no report`);
    return report;
  }

  async #monthOf(text: string): Promise<ReportMonth> {
    // The zone of the version in force at the month's end, wherever in the world that is: within a day of UTC.
    const rough = monthOf(text, 'UTC');
    if (!rough) throw failAt('invalid-parameter', 'month', 'month must be a month, such as 2013-07');
    const month = monthOf(text, await this.rules.timeZoneAt(rough.until)) ?? rough;
    const standing = standingOf(month, this.clock.now());
    if (standing === 'over') return month;
    const sentence = {
      running: `${text} is not over: its report can be made from ${month.until} on`,
      'to-come': `${text} has yet to come`,
    }[standing];
    throw failAt('invalid-parameter', 'month', sentence);
  }
}
