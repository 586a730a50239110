import { Inject, Injectable } from '@nestjs/common';
import {
  ProblemCases,
  type ComplaintStanding,
  type ProblemCase,
  type ProblemScope,
} from '@tenure/improvement-contract';
import { DataSource } from 'typeorm';

type WindowOfCases = Parameters<ProblemCases['ofProblems']>[1];

interface StandingRow extends Omit<ComplaintStanding, 'at'> {
  readonly at: Date;
}

interface CaseRow extends Omit<ProblemCase, 'at'> {
  readonly at: Date;
}

/** Which complaints are whose problem, by what the automation has stored. */
@Injectable()
export class StoredProblemCases extends ProblemCases {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  async ofComplaint(complaintId: string): Promise<ComplaintStanding | undefined> {
    const [row]: StandingRow[] = await this.dataSource.query(STANDING, [complaintId]);
    return row && { ...row, at: row.at.toISOString() };
  }

  async ofProblems(
    problems: readonly { readonly problemId: string; readonly scope: ProblemScope }[],
    { from, until, most, asOf }: WindowOfCases,
  ): Promise<readonly ProblemCase[]> {
    if (problems.length === 0) return [];
    const ids = problems.map(({ problemId }) => problemId);
    const rows: CaseRow[] = await this.dataSource.query(CASES, [ids, from, until, most, asOf ?? null]);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}

const STANDING = `SELECT source_id AS "complaintId", customer_id AS "customerId", at, product, themes,
    text.corrected IS NOT NULL AS corrected,
    ARRAY(SELECT problem_id FROM problem_case
      WHERE complaint_id = text.source_id AND belongs_until IS NULL ORDER BY problem_id COLLATE "C") AS problems
  FROM themed_text text WHERE source = 'complaint' AND source_id = $1`;

const CASES = `SELECT problem_id AS "problemId", complaint_id AS "complaintId", customer_id AS "customerId", at
  FROM unnest($1::text[]) AS given (problem_id) CROSS JOIN LATERAL (
    SELECT complaint_id, customer_id, at FROM problem_case
    WHERE problem_id = given.problem_id AND at >= $2 AND at < $3
      AND CASE WHEN $5::timestamptz IS NULL THEN belongs_until IS NULL
        ELSE belongs_from <= $5 AND (belongs_until IS NULL OR belongs_until > $5) END
    ORDER BY at, complaint_id LIMIT $4
  ) cases ORDER BY at, complaint_id, problem_id`;
