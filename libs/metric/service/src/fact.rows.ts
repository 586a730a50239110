import type { AnswerFacts, CaseFacts, CustomerFacts, Tiers } from '@tenure/metric-core';
import type { EntityManager } from 'typeorm';

/** From the beginning of the earliest window to the end of the latest: ISO 8601. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

type WithTiers<Facts> = Facts & { readonly tiers: Tiers };

/** Cases of which something may lie in the span; tiers are those of their customers, none where they aren't asked for. */
export const casesIn = (
  manager: EntityManager,
  { from, until }: Span,
  withTiers: boolean,
): AsyncGenerator<readonly WithTiers<CaseFacts>[]> =>
  batchesOf(
    manager,
    `SELECT m.case_id AS "caseId", m.customer_id AS "customerId", m.product, m.case_type AS "caseType",
       ${utc('m.opened_at')} AS "openedAt", ${utc('m.latest_at')} AS "latestAt", m.steps, m.clocks, ${tiers(withTiers)}
     FROM metric_case m ${customers(withTiers)} WHERE m.opened_at < $1 AND m.latest_at >= $2`,
    [until, from],
  );

/** Invitations that were sent or answered in the span. */
export const answersIn = (
  manager: EntityManager,
  { from, until }: Span,
  withTiers: boolean,
): AsyncGenerator<readonly WithTiers<AnswerFacts>[]> =>
  batchesOf(
    manager,
    `SELECT m.invitation_id AS "invitationId", m.customer_id AS "customerId", m.survey_id AS "surveyId", m.product,
       m.labels, ${utc('m.invited_at')} AS "invitedAt", ${utc('m.answered_at')} AS "answeredAt", m.scores, ${tiers(withTiers)}
     FROM metric_answer m ${customers(withTiers)}
     WHERE (m.invited_at >= $2 AND m.invited_at < $1) OR (m.answered_at >= $2 AND m.answered_at < $1)`,
    [until, from],
  );

/** Lists of a customer that a question may ask for, each of them long. */
export type CustomerLists = 'referrals' | 'purchases' | 'stages' | 'tiers';

/** Customers who were there before the end of the span; lists that are not asked for are empty. */
export const customersBefore = (
  manager: EntityManager,
  until: string,
  lists: ReadonlySet<CustomerLists>,
): AsyncGenerator<readonly CustomerFacts[]> =>
  batchesOf(
    manager,
    `SELECT ${customerColumns((list) => (lists.has(list) ? `m.${list}` : `'[]'::jsonb`))}
     FROM metric_customer m WHERE m.since_at < $1`,
    [until],
  );

/** Customers of whom a merger is known. */
export const mergedCustomers = (manager: EntityManager): Promise<readonly CustomerFacts[]> =>
  manager.query(
    `SELECT ${customerColumns((list) => `m.${list}`)} FROM metric_customer m WHERE m.mergers <> '[]'::jsonb`,
  );

const ROWS_AT_ONCE = 2_000;

/** In the transaction of the manager, so that whatever is read one after another is of one moment. */
async function* batchesOf<Row>(
  manager: EntityManager,
  select: string,
  parameters: readonly string[],
): AsyncGenerator<readonly Row[]> {
  await manager.query(`DECLARE metric_rows NO SCROLL CURSOR FOR ${select}`, [...parameters]);
  for (;;) {
    const rows: Row[] = await manager.query(`FETCH ${ROWS_AT_ONCE} FROM metric_rows`);
    yield rows;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await manager.query('CLOSE metric_rows');
}

const customerColumns = (column: (list: CustomerLists) => string): string =>
  `m.customer_id AS "customerId", ${utc('m.since_at')} AS "sinceAt", ${utc('m.registered_at')} AS "registeredAt",
   ${column('referrals')} AS referrals, ${column('purchases')} AS purchases, ${column('stages')} AS stages,
   ${column('tiers')} AS tiers, m.mergers`;

const tiers = (wanted: boolean): string =>
  wanted ? `coalesce(c.tiers, '[]'::jsonb) AS tiers` : `'[]'::jsonb AS tiers`;

const customers = (wanted: boolean): string =>
  wanted ? 'LEFT JOIN metric_customer c ON c.customer_id = m.customer_id' : '';

const utc = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
