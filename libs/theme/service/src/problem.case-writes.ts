import type { KnownProblem } from '@tenure/theme-core';
import type { PoolClient } from 'pg';

/** A complaint that belongs to a problem by its scope, from a moment on. */
export interface CaseOfScope {
  readonly problemId: string;
  readonly complaintId: string;
  readonly customerId: string;
  readonly at: string;
  readonly from: string;
}

/** What a person said of a complaint and a problem. */
export interface CaseOfPerson {
  readonly problemId: string;
  readonly complaintId: string;
  readonly at: string;
}

/** Changes of which complaints are whose problem. All of it inside of a transaction that is open. */
export const problemCaseWrites = {
  /** What a person said before remains. */
  async add(client: PoolClient, cases: readonly CaseOfScope[]): Promise<void> {
    if (cases.length === 0) return;
    await client.query(ADD, [
      cases.map(({ problemId }) => problemId),
      cases.map(({ complaintId }) => complaintId),
      cases.map(({ customerId }) => customerId),
      cases.map(({ at }) => at),
      cases.map(({ from }) => from),
    ]);
  },

  /** All complaints so far that belong to it by its scope. */
  async addAll(client: PoolClient, { problemId, scope, since }: KnownProblem): Promise<void> {
    const { themeId = null, product = null, stepId = null } = scope;
    if (themeId === null && product === null && stepId === null) return;
    await client.query(ADD_ALL, [problemId, since, themeId, product, stepId]);
  },

  /** They are about something else, as a person said. */
  async leave(client: PoolClient, { problemId, complaintId, at }: CaseOfPerson): Promise<void> {
    await client.query(LEAVE, [problemId, complaintId, at]);
  },

  async link(client: PoolClient, { problemId, complaintId, at }: CaseOfPerson): Promise<void> {
    await client.query(LINK, [problemId, complaintId, at]);
  },

  async unlink(client: PoolClient, { problemId, complaintId, at }: CaseOfPerson): Promise<void> {
    await client.query(UNLINK, [problemId, complaintId, at]);
  },

  /** Something about the problems was changed by an event at the position. */
  async touch(client: PoolClient, touched: ReadonlyMap<string, bigint>): Promise<void> {
    if (touched.size === 0) return;
    await client.query(TOUCH, [[...touched.keys()], [...touched.values()].map(String)]);
  },

  /** The same of the problems of these complaints. */
  async touchOf(client: PoolClient, complaints: ReadonlyMap<string, bigint>): Promise<void> {
    if (complaints.size === 0) return;
    await client.query(TOUCH_OF, [[...complaints.keys()], [...complaints.values()].map(String)]);
  },
} as const;

const AGAIN = `ON CONFLICT (problem_id, complaint_id) DO UPDATE SET belongs_until = NULL
  WHERE NOT problem_case.by_person AND problem_case.belongs_until IS NOT NULL`;

const ADD = `INSERT INTO problem_case (problem_id, complaint_id, customer_id, at, belongs_from, by_person)
  SELECT DISTINCT ON (problem_id, complaint_id) problem_id, complaint_id, customer_id, at, belongs_from, false
  FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[])
    AS given (problem_id, complaint_id, customer_id, at, belongs_from) ${AGAIN}`;

const ADD_ALL = `INSERT INTO problem_case (problem_id, complaint_id, customer_id, at, belongs_from, by_person)
  SELECT $1, source_id, customer_id, at, at, false FROM themed_text
  WHERE source = 'complaint' AND case_type = 'complaint' AND at >= $2
    AND ($3::text IS NULL OR $3 = ANY(themes)) AND ($4::text IS NULL OR product = $4)
    AND ($5::text IS NULL OR $5 = ANY(steps)) ${AGAIN}`;

const LEAVE = `UPDATE problem_case SET belongs_until = $3
  WHERE problem_id = $1 AND complaint_id = $2 AND NOT by_person AND belongs_until IS NULL`;

const LINK = `INSERT INTO problem_case (problem_id, complaint_id, customer_id, at, belongs_from, by_person)
  SELECT $1, source_id, customer_id, at, $3::timestamptz, true FROM themed_text
  WHERE source = 'complaint' AND source_id = $2
  ON CONFLICT (problem_id, complaint_id) DO UPDATE SET by_person = true, belongs_until = NULL,
    belongs_from = CASE WHEN problem_case.belongs_until IS NULL THEN problem_case.belongs_from ELSE $3 END`;

/** Whoever never belonged to it has a row that says so: a scope that fits doesn't change that. */
const UNLINK = `INSERT INTO problem_case (problem_id, complaint_id, customer_id, at, belongs_from, belongs_until, by_person)
  SELECT $1, source_id, customer_id, at, $3::timestamptz, $3::timestamptz, true FROM themed_text
  WHERE source = 'complaint' AND source_id = $2
  ON CONFLICT (problem_id, complaint_id) DO UPDATE SET by_person = true, belongs_until = $3`;

const NEWEST = `ON CONFLICT (problem_id) DO UPDATE
  SET position = greatest(problem_touch.position, excluded.position)`;

const TOUCH = `INSERT INTO problem_touch (problem_id, position)
  SELECT * FROM unnest($1::text[], $2::bigint[]) ${NEWEST}`;

const TOUCH_OF = `INSERT INTO problem_touch (problem_id, position)
  SELECT problem_id, max(position) FROM unnest($1::text[], $2::bigint[]) AS given (complaint_id, position)
  JOIN problem_case USING (complaint_id) GROUP BY problem_id ${NEWEST}`;
