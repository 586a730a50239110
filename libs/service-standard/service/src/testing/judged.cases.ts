import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projected, recordAll } from '@tenure/kernel/testing';
import type { PublishedPolicy } from '@tenure/policy-contract';
import type { CaseFact } from '@tenure/service-standard-contract';
import {
  caseClock,
  caseClocks,
  standardsBook,
  type CaseClockRow,
  type StandardsBook,
} from '@tenure/service-standard-core';

const DEFAULTS = join(__dirname, '../../../../policy/service/defaults');

/** A policy that the platform comes with, as published; changed where a test asks for that. */
export function defaultPolicy(policyId: string, change: (text: string) => string = (text) => text): PublishedPolicy {
  const file = readFileSync(join(DEFAULTS, `${policyId}.policy.json`), 'utf8');
  const policy = JSON.parse(change(file)) as Omit<PublishedPolicy, 'version'>;
  return { ...policy, version: 1, by: 'test', publishedAt: policy.effectiveFrom } as PublishedPolicy;
}

export const defaultPolicies: readonly PublishedPolicy[] = [
  'service-standard',
  'calendar-24x7',
  'calendar-working-cn',
  'holidays-CN',
  'escalation',
].map((policyId) => defaultPolicy(policyId));

export const defaultBook: StandardsBook = standardsBook(defaultPolicies);

const HOUR = 3_600_000;
const time = (moment: number): string => new Date(moment).toISOString();

/** As of when they are judged. */
export const JUDGED_AT = '2026-01-01T00:00:00Z';

/** Rows of the clocks of so many cases, one opened every nine hours: some answered late, some held, some still open. */
export function judgedCases(cases: number, book: StandardsBook = defaultBook): CaseClockRow[] {
  return Array.from({ length: cases }, (_, index) => rowsOf(index, book)).flat();
}

function rowsOf(index: number, book: StandardsBook): CaseClockRow[] {
  const caseId = `case-${index}`;
  const { decide, initial } = caseClocks(book);
  const facts: CaseFact[] = [...factsOf(index), { kind: 'time-passed', occurredAt: JUDGED_AT }];
  const decision = decide({ type: 'ObserveCase', caseId, facts, occurredAt: time(0) }, initial);
  if (!decision.accepted) throw new Error(`${decision.code} ${decision.detail ?? ''}`);
  return projected(caseClock, recordAll([...decision.events]));
}

function factsOf(index: number): CaseFact[] {
  const openedAt = Date.parse('2024-01-01T00:00:00Z') + index * 9 * HOUR;
  const said = (position: number, afterHours: number) => {
    const at = time(openedAt + afterHours * HOUR);
    return { position: `${position}`, eventId: `${index}-${position}`, occurredAt: at, recordedAt: at };
  };
  const reason = 'waiting-on-customer';
  const opened: CaseFact = {
    kind: 'opened',
    customerId: `customer-${index % 97}`,
    caseType: (['inquiry', 'complaint', 'service'] as const)[index % 3] ?? 'service',
    urgency: index % 4 === 0 ? 'urgent' : 'normal',
    complexity: index % 5 === 0 ? 'complex' : 'routine',
    owner: `owner-${index % 7}`,
    tier: ['A', 'B', 'C'][(index % 11) % 3] ?? 'C',
    ...said(1, 0),
  };
  const held: CaseFact[] =
    index % 6 === 0
      ? [
          { kind: 'held', reason, ...said(3, 6) },
          { kind: 'continued', ...said(4, 30) },
        ]
      : [];
  const resolved: CaseFact[] = index % 8 === 0 ? [] : [{ kind: 'resolved', by: 'bo', ...said(5, 31 + (index % 200)) }];
  return [opened, { kind: 'responded', by: 'bo', ...said(2, 0.5 + (index % 6)) }, ...held, ...resolved];
}
