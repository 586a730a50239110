import { Module } from '@nestjs/common';
import { GetMonthReportHandler } from './get-month-report.query';
import { ListReportMonthsHandler } from './list-report-months.query';
import { MonthFigures } from './month.figures';
import { MonthRegisters } from './month.registers';
import { ReportController } from './report.controller';
import { ReportRules } from './report.rules';

/**
 * Reports over HTTP; needs HttpModule, PolicyBook, and what reports read: MetricReader, ThemedTexts, ImprovementAsOf,
 * GoalsAsOf, ProblemCases, ComplaintCounts, DimensionScores, ServedRecords, CustomerNames and StandardTables.
 */
@Module({
  controllers: [ReportController],
  providers: [GetMonthReportHandler, ListReportMonthsHandler, MonthFigures, MonthRegisters, ReportRules],
})
export class ReportHttpModule {}
