import {
  AttainmentCount,
  pinnedBook,
  restatedClock,
  type AttainedClock,
  type Attainment,
  type RestatedRow,
  type StandardsBook,
} from '@tenure/service-standard-core';
import type { DataSource } from 'typeorm';
import type { AttainmentFilter } from './attainment.judged';

/** How many clocks are judged again in one go; other requests have their turn after it. */
const PAGE = 500;

/**
 * As each clock would have been judged had today's policies always been: clock by clock, so that it takes as long as
 * there are clocks. `now` is ISO 8601; the book has every version by which the clocks were judged.
 */
export async function restatedAttainment(
  dataSource: DataSource,
  filter: AttainmentFilter,
  book: StandardsBook,
  now: string,
): Promise<readonly Attainment[]> {
  const under = { today: pinnedBook(book, now), asOf: now };
  const count = new AttainmentCount(filter.by);
  for await (const rows of clocksOf(dataSource, filter)) {
    for (const row of rows) {
      const clock = restatedClock(row, under);
      if (clock && isAsked(clock, filter)) count.add(clock);
    }
  }
  return count.result();
}

/** What another judgement may change is looked at only after it. */
function isAsked(clock: AttainedClock, { tier, policyId, from, to }: AttainmentFilter): boolean {
  return isOf(clock.tier, tier) && isOf(clock.policyId, policyId) && isWithin(clock.decidedMonth, from, to);
}

const isOf = (value: string | null, asked: string | undefined): boolean => asked === undefined || asked === value;

function isWithin(month: string | null, from = '', to = '9999'): boolean {
  return month === null || (from <= month && month <= to);
}

async function* clocksOf(dataSource: DataSource, filter: AttainmentFilter): AsyncGenerator<RestatedRow[]> {
  const { where, values } = conditions(filter);
  for (let after = '', page: KeyedRow[]; ; after = page.at(-1)?.key ?? after) {
    page = await dataSource.query(
      `SELECT ${COLUMNS} FROM case_clock WHERE ${where} AND key > $${values.length + 1} ORDER BY key LIMIT ${PAGE}`,
      [...values, after],
    );
    yield page;
    if (page.length < PAGE) return;
  }
}

type KeyedRow = RestatedRow & { readonly key: string };

const COLUMNS = `key, case_id AS "caseId", clock_id AS "clockId", customer_id AS "customerId", kind, owner, status, outcome,
  case_type AS "caseType", tier, policy_id AS "policyId", policy_version AS "policyVersion", calendar_id AS "calendarId",
  calendar_version AS "calendarVersion", holidays_version AS "holidaysVersion", agreed_due_at AS "agreedDueAt",
  cancelled_for AS "cancelledFor", decided_month AS "decidedMonth", history, jsonb_array_length(targets) AS "targetCount",
  to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "startedAt"`;

/** A month begins up to 14 hours before it does in UTC, and ends up to 12 hours later. */
const BOUNDS = [
  ['clock', 'kind = ?'],
  ['owner', 'owner = ?'],
  ['caseType', 'case_type = ?'],
  ['from', `(finished_at IS NULL OR finished_at >= (? || '-01')::date - interval '1 day')`],
  ['to', `started_at < (? || '-01')::date + interval '1 month 1 day'`],
] as const;

function conditions(filter: AttainmentFilter): { readonly where: string; readonly values: readonly string[] } {
  const values: string[] = [];
  const bounds = BOUNDS.flatMap(([field, condition]) => {
    const value = filter[field];
    return value === undefined ? [] : condition.replace('?', `$${values.push(value)}::text`);
  });
  return { where: ['TRUE', ...bounds].join(' AND '), values };
}
