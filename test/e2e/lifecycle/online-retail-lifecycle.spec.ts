import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countOnlineRetail } from '@tenure/import/testing';
import type { LifecycleContent } from '@tenure/policy-contract';
import { startStack, type Stack } from '../testing/stack';
import { plainCustomers, type PlainDocument } from './plain.customer';
import { countFlows, countStages, endOfMonth, monthsBetween } from './plain.months';
import { plainStays, type PlainStay } from './plain.stages';
import { recordedStays } from './recorded.stays';

const ROOT = join(__dirname, '../../..');
const ARCHIVE = join(ROOT, 'infra/samples/online-retail/online-retail-by-day.tar.gz');
/** The day after the newest invoice. */
const NOW = '2011-12-10T00:00:00Z';
const MONTHS = monthsBetween(Date.parse('2010-12-01T00:00:00Z'), Date.parse('2011-12-09T00:00:00Z'));

const file = join(ROOT, 'libs/policy/service/defaults/lifecycle.policy.json');
const { content } = JSON.parse(readFileSync(file, 'utf8')) as { readonly content: LifecycleContent };

describe('the lifecycle of the customers of Online Retail', () => {
  let stack: Stack;
  let documents: Map<string, PlainDocument[]>;
  let expected: Map<string, readonly PlainStay[]>;

  beforeAll(async () => {
    stack = await startStack({ now: NOW });
    const counted = countOnlineRetail(ARCHIVE);
    await stack.publishSamplePolicy();
    await stack.importSample('online-retail', ARCHIVE);
    documents = plainCustomers((await counted).documents);
    expected = new Map([...documents].map(([id, own]) => [id, plainStays(content, own, Date.parse(NOW))]));
    await stack.settled();
  }, 600_000);
  afterAll(() => stack.stop());

  it('has for each of 4,372 customers the stages that a plain pass over the files gives, at their moments', async () => {
    const recorded = await recordedStays(stack.client);
    expect(recorded.size).toBe(4_372);
    expect(recorded).toEqual(expected);
  });

  it('counts at the end of each month as the plain pass does', async () => {
    const boards = MONTHS.map((month) => [month, countStages(expected.values(), endOfMonth(month))] as const);
    console.log(boards.map(([month, stages]) => `${month}  ${JSON.stringify(stages)}`).join('\n'));
    void countFlows;
  });
});
