import { nextMomentsOf, type StandardsBook } from '@tenure/service-standard-core';
import { cancelTimers, setTimers, type Timer, type TimerClock } from '@tenure/timers';
import type { PoolClient } from 'pg';
import { fromStoredClocks } from './clocks.snapshot';
import type { WatchedCase } from './watched-case.entity';

export const CASE_TIMER = 'case-clocks';

/**
 * Sets a timer for each case, at the earliest moment at which time alone does something to one of its clocks; cancels
 * that of a case without such a moment.
 */
export async function timeCases(
  client: PoolClient,
  cases: readonly WatchedCase[],
  book: StandardsBook,
  now: TimerClock,
): Promise<void> {
  const timers: Timer[] = [];
  const idle: Pick<Timer, 'kind' | 'key'>[] = [];
  for (const { caseId, clocks } of cases) {
    const dueAt = nextMoment(clocks, book);
    if (dueAt === undefined) idle.push({ kind: CASE_TIMER, key: caseId });
    else timers.push({ kind: CASE_TIMER, key: caseId, dueAt });
  }
  await setTimers(client, now, timers);
  await cancelTimers(client, idle);
}

function nextMoment(clocks: WatchedCase['clocks'], book: StandardsBook): string | undefined {
  const state = fromStoredClocks(clocks);
  if (state.status === 'absent') return undefined;
  // All of one form, ISO 8601 UTC with milliseconds, so that the order of the texts is that of the times.
  return nextMomentsOf(state, book)
    .map(({ at }) => at)
    .toSorted()[0];
}
