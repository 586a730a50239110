import type { ClockKind } from '@tenure/policy-contract';
import type { Attainment, AttainmentDimension } from '@tenure/service-standard-core';
import type { CaseType } from '@tenure/shared-contract';
import type { DataSource } from 'typeorm';

export interface AttainmentFilter {
  /** None: one figure over all. */
  readonly by: readonly AttainmentDimension[];
  /** First month, `YYYY-MM`, as the clock's calendar tells it. */
  readonly from?: string;
  /** Last month. */
  readonly to?: string;
  readonly clock?: ClockKind;
  readonly tier?: string;
  readonly owner?: string;
  readonly caseType?: CaseType;
  readonly policyId?: string;
}

/** As each clock was judged then. Groups in the order of their values; none is empty. */
export async function judgedAttainment(dataSource: DataSource, filter: AttainmentFilter): Promise<Attainment[]> {
  const columns = filter.by.map((dimension) => COLUMNS[dimension]);
  const { where, values } = conditions(filter);
  const grouping = columns.length > 0 ? `GROUP BY ${columns.join(', ')}` : '';
  const rows: Record<string, string | number | null>[] = await dataSource.query(
    `SELECT ${[...columns, ...COUNTS].join(', ')} FROM case_clock WHERE ${where} ${grouping}
     HAVING count(*) > 0 ORDER BY ${columns.map((column) => `${column} COLLATE "C"`).join(', ') || '1'}`,
    values,
  );
  return rows.map((row) => attainmentOf(row, filter.by));
}

const COLUMNS: Readonly<Record<AttainmentDimension, string>> = {
  kind: 'kind',
  tier: 'tier',
  owner: 'owner',
  caseType: 'case_type',
  month: 'decided_month',
  policyId: 'policy_id',
};

const COUNTS = [
  `count(*) FILTER (WHERE outcome = 'met')::int AS met`,
  `count(*) FILTER (WHERE outcome = 'breached')::int AS breached`,
];

const BOUNDS = [
  ['from', 'decided_month >='],
  ['to', 'decided_month <='],
  ['clock', 'kind ='],
  ['tier', 'tier ='],
  ['owner', 'owner ='],
  ['caseType', 'case_type ='],
  ['policyId', 'policy_id ='],
] as const;

function conditions(filter: AttainmentFilter): { readonly where: string; readonly values: readonly string[] } {
  const values: string[] = [];
  const bounds = BOUNDS.flatMap(([field, column]) => {
    const value = filter[field];
    return value === undefined ? [] : `${column} $${values.push(value)}`;
  });
  return { where: [`outcome IN ('met', 'breached')`, ...bounds].join(' AND '), values };
}

function attainmentOf(row: Readonly<Record<string, string | number | null>>, by: AttainmentFilter['by']): Attainment {
  const group = by.map((dimension) => [dimension, textOrNull(row[COLUMNS[dimension]])] as const);
  const [met, breached] = [Number(row['met']), Number(row['breached'])];
  return { group: Object.fromEntries(group), met, breached, attained: met / (met + breached) };
}

const textOrNull = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
