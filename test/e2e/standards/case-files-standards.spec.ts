import { join } from 'node:path';
import { CaseClockEntry, judgedAttainment } from '@tenure/service-standard-service';
import type { Stack } from '../testing/stack';
import { printAttainment } from './attainment.print';
import { recountCaseFile } from './case-file.recount';
import { recountCfpb, type StartedClock } from './cfpb.recount';
import { asJudged, countMonths, judged, judgedClocks, readRows, SAMPLES, startJudging } from './judged.history';
import { instantOf } from './recounted.clock';

const CFPB = join(SAMPLES, 'cfpb/consumer_complaints_2013-2017.csv.gz');
const CASES = join(SAMPLES, 'cases.csv');
const NOW = '2030-01-01T00:00:00Z';

describe('files of cases judged by the standard of their mapping', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await startJudging(['cfpb', 'cases'], NOW);
    await stack.importSample('cfpb', CFPB);
    await stack.importSample('cases', CASES);
    await judged(stack, NOW);
  }, 600_000);
  afterAll(() => stack.stop());

  const recounted = async () => recountCfpb(await readRows(CFPB), Date.parse(NOW));
  const attained = async (policyId: string) =>
    (await judgedAttainment(stack.dataSource, { by: ['kind', 'month'], policyId })).map(
      ({ group: { kind: clock, month }, met, breached }) => ({ clock, month, met, breached }),
    );

  it('CFPB: every answer in time or not, and each breach at its own date, as a plain pass over the file has it', async () => {
    const rows = await stack.dataSource.getRepository(CaseClockEntry).findBy({ policyId: 'cfpb-standard' });
    const said = rows.map(({ kind, startedAt, outcome, decidedAt }) => [kind, startedAt, outcome, decidedAt].join(' '));
    const expected = (await recounted()).map(({ clock, startedAt, outcome, decidedAt }) =>
      [clock, instantOf(startedAt), outcome, decidedAt === undefined ? '' : instantOf(decidedAt)].join(' '),
    );
    expect(said).toHaveLength(2 * 3_180);
    expect(said.sort()).toEqual(expected.sort());
  }, 600_000);

  it('CFPB: attainment by month is what a plain count gives', async () => {
    const months = countMonths(keyed(await recounted()), 'America/New_York');
    printAttainment('CFPB by the day on which it was decided, in New York', months);
    expect(await attained('cfpb-standard')).toEqual(months);
  }, 600_000);

  it('any list of cases with opened, due and closed: by its mapping alone', async () => {
    const expected = recountCaseFile(await readRows(CASES), Date.parse(NOW));
    expect(expected.size).toBe(10);
    expect(await judgedClocks(stack, 'case-file-standard')).toEqual(
      new Map([...expected].map(([key, clock]) => [key, asJudged(clock)])),
    );
    const months = countMonths(expected, 'Asia/Shanghai');
    printAttainment('A list of cases', months);
    expect(await attained('case-file-standard')).toEqual(months);
  }, 600_000);
});

const keyed = (clocks: readonly StartedClock[]) =>
  new Map(clocks.map((clock, index) => [`${index}|${clock.clock}`, clock]));
