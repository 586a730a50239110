import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countOnlineRetail } from '@tenure/import/testing';
import type { LifecycleContent } from '@tenure/policy-contract';
import { startStack, type Stack } from '../testing/stack';
import {
  evaluationLines,
  flowsOf,
  get,
  post,
  stagesOf,
  type Board,
  type Evaluated,
  type Fitted,
  type Flows,
  type Simulated,
} from './lifecycle.answers';
import { areaByRecency, plainBuyers } from './plain.churn';
import { plainCustomers, type PlainDocument } from './plain.customer';
import { countEntries } from './plain.entries';
import { countFlows, countStages, endOfMonth, monthsBetween } from './plain.months';
import { plainStays, type PlainStay } from './plain.stages';
import { recordedStays } from './recorded.stays';

const ROOT = join(__dirname, '../../..');
const ARCHIVE = join(ROOT, 'infra/samples/online-retail/online-retail-by-day.tar.gz');
/** The day after the newest invoice. */
const NOW = '2011-12-10T00:00:00Z';
const SPLIT = '2011-09-01';
const HORIZON_DAYS = 90;
/** Of `journey-churn-warning`. */
const REENTRY_DAYS = 120;
/** Of one test, on a machine that runs others beside it. */
const LIMIT_MS = 600_000;
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
  }, 1_200_000);
  afterAll(() => stack.stop());

  it(
    'has for each of 4,372 customers the stages that a plain pass over the files gives, at their moments',
    async () => {
      const recorded = await recordedStays(stack.client);
      expect(recorded.size).toBe(4_372);
      expect(recorded).toEqual(expected);
    },
    LIMIT_MS,
  );

  it(
    'shows at the end of each month as many customers in each stage as the plain pass counts',
    async () => {
      const url = await stack.apiUrl();
      const counted = MONTHS.map((month) => [month, countStages(expected.values(), endOfMonth(month))] as const);
      console.log(counted.map(([month, stages]) => `${month}  ${JSON.stringify(stages)}`).join('\n'));
      for (const [month, stages] of counted) {
        const at = new Date(endOfMonth(month) - 1).toISOString();
        if (at < NOW) expect(stagesOf(await get<Board>(url, `/lifecycle/board?at=${at}`))).toEqual(stages);
      }
    },
    LIMIT_MS,
  );

  it(
    'shows as many ways from stage to stage in each month',
    async () => {
      const url = await stack.apiUrl();
      const flows = flowsOf(await get<Flows>(url, `/lifecycle/flows?from=${MONTHS.at(0)}&to=${MONTHS.at(-1)}`));
      console.log(JSON.stringify(flows));
      expect(flows).toEqual(countFlows(expected.values()));
    },
    LIMIT_MS,
  );

  it.each(['logistic', 'mbg-nbd'])(
    'judges a %s model of the first nine months by the last',
    async (method) => {
      const url = await stack.apiUrl();
      const fitted = await post<Fitted>(url, '/churn/fit', {
        method,
        until: SPLIT,
        horizonDays: HORIZON_DAYS,
        by: 'lin',
      });
      const evaluated = await post<Evaluated>(url, '/churn/evaluate', { at: SPLIT });
      console.log(`fitted: ${JSON.stringify(fitted.model)}\n${evaluationLines(evaluated)}`);
      const buyers = plainBuyers(documents.values(), SPLIT, HORIZON_DAYS);
      expect(fitted.days.every((day) => day <= SPLIT)).toBe(true);
      expect(evaluated).toMatchObject({
        method,
        outcomeBy: '2011-11-30',
        customers: buyers.length,
        lost: buyers.filter(({ lost }) => lost).length,
      });
      const [model, recency] = ['model', 'recency'].map((name) => areaOf(evaluated, name));
      expect(recency).toBeCloseTo(areaByRecency(buyers), 9);
      expect(model).toBeGreaterThan(recency ?? 1);
    },
    LIMIT_MS,
  );

  it(
    'simulates winning back on the year: it reaches those who were warned of, when they were',
    async () => {
      const url = await stack.apiUrl();
      const body = { from: '2010-12-01T00:00:00Z', until: NOW };
      const simulated = await post<Simulated>(url, '/journeys/journey-churn-warning/simulate', body);
      console.log(JSON.stringify({ ...simulated, examples: undefined }, null, 1));
      const entries = countEntries(expected.values(), 'churn-warning', Date.parse(NOW), REENTRY_DAYS);
      expect(
        Object.fromEntries(
          simulated.months.filter(({ entered }) => entered > 0).map(({ month, entered }) => [month, entered]),
        ),
      ).toEqual(entries);
    },
    LIMIT_MS,
  );
});

const areaOf = ({ candidates }: Evaluated, name: string): number | undefined =>
  candidates.find(({ candidate }) => candidate === name)?.area?.area;
