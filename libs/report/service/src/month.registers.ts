import { Inject, Injectable } from '@nestjs/common';
import { CustomerNames } from '@tenure/customer-contract';
import { GoalsAsOf, ImprovementAsOf, ProblemCases } from '@tenure/improvement-contract';
import { lastMomentOf, type ReportInputs, type ReportMonth } from '@tenure/report-core';
import { ServedRecords } from '@tenure/service-record-contract';
import { StandardTables } from '@tenure/service-standard-contract';

type Registers = Pick<
  ReportInputs,
  | 'problems'
  | 'measures'
  | 'goals'
  | 'problemCases'
  | 'mostCases'
  | 'records'
  | 'names'
  | 'serviceLevels'
  | 'classification'
>;

/** A sheet of Excel has no more than 1,048,576 rows, and nobody reads that many. */
const MOST_RECORDS = 10_000;
const MOST_CASES = 500;

/** What is written down of a month: problems, measures, goals, records and standards as they were when it ended. */
@Injectable()
export class MonthRegisters {
  constructor(
    @Inject(ImprovementAsOf) private readonly improvement: ImprovementAsOf,
    @Inject(GoalsAsOf) private readonly goals: GoalsAsOf,
    @Inject(ProblemCases) private readonly cases: ProblemCases,
    @Inject(ServedRecords) private readonly records: ServedRecords,
    @Inject(CustomerNames) private readonly names: CustomerNames,
    @Inject(StandardTables) private readonly standards: StandardTables,
  ) {}

  async of(month: ReportMonth): Promise<Registers> {
    const { from, until } = month;
    const last = lastMomentOf(month);
    const problems = await this.improvement.problemsAt(last);
    const problemCases = await this.cases.ofProblems(problems, { from, until, most: MOST_CASES, asOf: last });
    const records = await this.records.between({ from, until, asOf: last, most: MOST_RECORDS });
    const customerIds = new Set([...problemCases, ...records.records].map(({ customerId }) => customerId));
    return {
      problems,
      problemCases,
      mostCases: MOST_CASES,
      records,
      measures: await this.improvement.measuresAt(last),
      goals: await this.goals.goalsAt(last),
      names: await this.names.at([...customerIds], last),
      serviceLevels: await this.standards.serviceLevels(last),
      classification: await this.standards.classification(last),
    };
  }
}
