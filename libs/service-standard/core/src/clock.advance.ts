import type { CaseClockEvent } from '@tenure/service-standard-contract';
import type { ObservedCase } from './case-clocks.state';
import { announcementOf } from './clock.announcements';
import { evolveClock } from './clock.evolution';
import { isUnfinished, type Clock, type ClockMove, type NextOfClock } from './clock.state';
import { policyChangeOf } from './clock.policy-changes';
import { timeOf } from './moment';
import type { StandardsBook } from './standards.book';

/**
 * What time alone brings about before a moment, or, `inclusive`, by that moment: each event dated at its own. A fact
 * comes before what is due in the same second: whoever answers in the last one is in time.
 */
export function advance(
  state: ObservedCase,
  until: number,
  inclusive: boolean,
  book: StandardsBook,
): readonly CaseClockEvent[] {
  const limit = inclusive ? until : until - 1;
  const passed = state.clocks.filter(isUnfinished).flatMap((clock) => passing(state, clock, limit, book));
  return passed.sort((one, other) => one.at - other.at).map(({ event }) => event);
}

/** When time alone does something next, for each clock that waits for such a moment; ISO 8601 UTC, maybe in the past. */
export function nextMomentsOf(
  state: ObservedCase,
  book: StandardsBook,
): readonly { readonly clockId: string; readonly at: string }[] {
  return state.clocks.filter(isUnfinished).flatMap((clock) => {
    const next = nextOf(state, clock, book);
    return next ? [{ clockId: clock.clockId, at: timeOf(next.at) }] : [];
  });
}

interface Passed {
  readonly at: number;
  readonly event: ClockMove;
}

function passing(state: ObservedCase, before: Clock, limit: number, book: StandardsBook): Passed[] {
  const passed: Passed[] = [];
  let clock = before;
  for (;;) {
    const next = nextOf(state, clock, book);
    if (!next || next.at > limit) return passed;
    const events = next.events();
    passed.push(...events.map((event) => ({ at: next.at, event })));
    clock = events.reduce(evolveClock, clock);
  }
}

/** A policy that begins in the second in which a clock would end comes first. */
function nextOf(state: ObservedCase, clock: Clock, book: StandardsBook): NextOfClock | undefined {
  const change = policyChangeOf(state, clock, book);
  const announcement = announcementOf(state, clock, book);
  if (!change || !announcement) return change ?? announcement;
  return change.at <= announcement.at ? change : announcement;
}
