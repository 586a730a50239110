import { judgedAttainment } from '@tenure/service-standard-service';
import type { Stack } from '../testing/stack';
import { printAttainment } from './attainment.print';
import { recountHelpdesk } from './helpdesk.recount';
import { announced, breached, openCase, publishWithinOneMinute } from './alarm.history';
import {
  asJudged,
  countMonths,
  hasHelpdesk,
  HELPDESK,
  judged,
  judgedClocks,
  readPolicy,
  readRows,
  startJudging,
} from './judged.history';
import { openHours, type WeekHours } from './open.hours';
import type { RecountedClock } from './recounted.clock';

const now = (): string => new Date().toISOString();
const describeWithHelpdesk = hasHelpdesk ? describe : describe.skip;
const named =
  'a help desk judged by its standard (needs helpdesk/helpdesk.csv.gz in ../shared/data or TEST_SHARED_DATA)';

describeWithHelpdesk(named, () => {
  let stack: Stack;
  let expected: Map<string, RecountedClock>;

  beforeAll(async () => {
    stack = await startJudging(['helpdesk']);
    const hours = openHours(await readPolicy<WeekHours>('helpdesk.calendar-working-rome'), 2010, 2014);
    expected = recountHelpdesk(await readRows(HELPDESK), hours, Date.now());
    await stack.importSample('helpdesk', HELPDESK);
    await judged(stack, now());
  }, 1_200_000);
  afterAll(() => stack.stop());

  it('judges each of its 9,160 clocks as a plain pass over the file does, breaches at their own dates', async () => {
    expect(expected.size).toBe(9_160);
    const recounted = new Map([...expected].map(([key, clock]) => [key, asJudged(clock)]));
    expect(await judgedClocks(stack, 'helpdesk-standard')).toEqual(recounted);
  });

  it('attains by month what a plain count gives', async () => {
    const months = countMonths(expected, 'Europe/Rome');
    printAttainment('Help desk by the month in which it was decided, in Rome', months);
    const attained = await judgedAttainment(stack.dataSource, { by: ['kind', 'month'], policyId: 'helpdesk-standard' });
    expect(
      attained.map(({ group: { kind: clock, month }, met, breached }) => ({ clock, month, met, breached })),
    ).toEqual(months);
  });

  it('alarms no one of its history, and tells no one; a breach after it does both', async () => {
    const late = [...expected].filter(([, { outcome }]) => outcome === 'breached').map(([key]) => key);
    const said = await announced(stack);
    expect(late.filter((key) => !said.breached.has(key))).toEqual([]);
    expect([said.alarms, said.notices]).toEqual([new Set(), new Set()]);

    await publishWithinOneMinute(stack);
    await openCase(stack, 'after-history', 'one-minute', new Date(Date.now() - 50_000).toISOString());
    await breached(stack, 'after-history');
    const later = await announced(stack);
    expect([later.alarms, later.notices]).toEqual([new Set(['after-history']), new Set(['after-history'])]);
  }, 600_000);
});
