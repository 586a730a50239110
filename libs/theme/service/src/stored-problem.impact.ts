import { Inject, Injectable } from '@nestjs/common';
import {
  NO_TIER,
  ProblemImpactReader,
  type CasesOfWindow,
  type ImpactQuestion,
  type TouchedProblems,
} from '@tenure/improvement-contract';
import { DataSource } from 'typeorm';
import { THEMES } from './theme.store';

interface TierCount {
  readonly tier: string | null;
  readonly customers: number;
  readonly cases: number;
}

/** Whom problems affect, by what the automation has stored. */
@Injectable()
export class StoredProblemImpact extends ProblemImpactReader {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  async impact({ problemId, from, until }: ImpactQuestion): Promise<CasesOfWindow> {
    const [tiers, money] = await Promise.all([
      this.dataSource.query<TierCount[]>(TIERS, [problemId, from, until]),
      this.dataSource.query<{ currency: string; amount: string }[]>(MONEY, [problemId, from, until]),
    ]);
    return {
      customers: sumOf(tiers.map(({ customers }) => customers)),
      byTier: Object.fromEntries(tiers.map(({ tier, customers }) => [tier ?? NO_TIER, customers])),
      cases: sumOf(tiers.map(({ cases }) => cases)),
      money: Object.fromEntries(money.map(({ currency, amount }) => [currency, Number(amount)])),
    };
  }

  async customers(problemId: string, asOf: string): Promise<readonly string[]> {
    const rows: { customerId: string }[] = await this.dataSource.query(CUSTOMERS, [problemId, asOf]);
    return rows.map(({ customerId }) => customerId);
  }

  async nextChange(problemId: string, after: string, windowDays: number): Promise<string | undefined> {
    const [row]: { next: Date | null }[] = await this.dataSource.query(NEXT, [problemId, after, windowDays]);
    return row?.next ? row.next.toISOString() : undefined;
  }

  async touched(after: bigint | undefined): Promise<TouchedProblems> {
    const [row]: { position: string | null; problemIds: string[] }[] = await this.dataSource.query(TOUCHED, [
      THEMES,
      (after ?? -1n).toString(),
    ]);
    const position = row?.position ?? null;
    return { problemIds: row?.problemIds ?? [], position: position === null ? undefined : BigInt(position) };
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Complaints that belonged to the problem at the moment $`until`, by what was known then. */
const belongsAt = (until: string): string =>
  `belongs_from <= ${until} AND (belongs_until IS NULL OR belongs_until > ${until})`;

const CASES = `SELECT complaint_id, customer_id FROM problem_case
  WHERE problem_id = $1 AND at >= $2 AND at < $3 AND ${belongsAt('$3')}`;

const TIERS = `SELECT tier, count(*)::int AS customers, sum(cases)::int AS cases FROM (
    SELECT customer_id, count(*) AS cases FROM (${CASES}) found GROUP BY customer_id
  ) customers LEFT JOIN LATERAL (
    SELECT tier FROM tier_since WHERE customer_id = customers.customer_id AND since <= $3 ORDER BY since DESC LIMIT 1
  ) tiers ON true GROUP BY tier ORDER BY tier NULLS LAST`;

/** What was granted as a remedy is what the resolution tells of too: it counts once. */
const MONEY = `SELECT currency, sum(amount_minor)::text AS amount FROM (${CASES}) found
  JOIN case_money paid USING (complaint_id)
  WHERE paid.at <= $3 AND (paid.taken_back_at IS NULL OR paid.taken_back_at > $3)
    AND (entry_id NOT LIKE 'resolution:%' OR NOT EXISTS (
      SELECT FROM case_money remedy
      WHERE remedy.complaint_id = paid.complaint_id AND remedy.entry_id NOT LIKE 'resolution:%' AND remedy.at <= $3))
  GROUP BY currency ORDER BY currency`;

const CUSTOMERS = `SELECT DISTINCT customer_id COLLATE "C" AS "customerId" FROM problem_case
  WHERE problem_id = $1 AND at <= $2 AND ${belongsAt('$2')} ORDER BY 1`;

/** A case is in the windows whose end is after it, and whose beginning isn't. */
const NEXT = `WITH days AS (SELECT $3::int * interval '24 hours' AS length), instant AS (SELECT interval '1 millisecond' AS one)
  SELECT least(
    min(at + one) FILTER (WHERE at + one > $2),
    min(at + length + one) FILTER (WHERE at + length + one > $2)
  ) AS next FROM problem_case, days, instant WHERE problem_id = $1 AND belongs_until IS NULL`;

const TOUCHED = `SELECT (SELECT position::text FROM automation_position WHERE name = $1) AS position,
  ARRAY(SELECT problem_id FROM problem_touch WHERE position > $2 ORDER BY problem_id COLLATE "C") AS "problemIds"`;
