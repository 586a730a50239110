import { DateTime } from 'luxon';
import type { Row } from './helpdesk.recount';
import { recount, type RecountedClock } from './recounted.clock';

const FIVE_DAYS_MS = 5 * 24 * 3_600_000;

/** The resolution of each case that makes sense: due when agreed, else after five days. */
export function recountCaseFile(rows: readonly Row[], until: number): Map<string, RecountedClock> {
  const clocks = new Map<string, RecountedClock>();
  for (const row of rows) {
    const [opened, due, closed] = ['opened', 'due', 'closed'].map((name) => momentOf(row[name]));
    if (opened === undefined || isBefore(due, opened) || isBefore(closed, opened)) continue;
    const stretches = [
      { from: opened, to: closed ?? until, targetMs: due === undefined ? FIVE_DAYS_MS : due - opened },
    ];
    const life = { stretches, isCancelled: false, metAt: closed };
    clocks.set(`case-${row['case'] ?? ''}|resolution`, recount(life, [{ from: opened, to: until }]));
  }
  return clocks;
}

const isBefore = (moment: number | undefined, opened: number): boolean => moment !== undefined && moment < opened;

function momentOf(text: string | undefined): number | undefined {
  const time = DateTime.fromFormat(text ?? '', 'yyyy-MM-dd HH:mm', { zone: 'Europe/Amsterdam' });
  return time.isValid ? time.toMillis() : undefined;
}
