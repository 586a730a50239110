import { deadline } from '@tenure/calendar';
import type { NoticeChannel, NotifyWhom } from '@tenure/policy-contract';
import type { ObservedCase } from './case-clocks.state';
import type { Clock, NextOfClock } from './clock.state';
import { idsOf } from './clock.steps';
import { EVERY_SECOND, momentAfter } from './clock.time';
import { timeOf } from './moment';
import type { StandardsBook } from './standards.book';

/** The reminder, breach or escalation that comes next; a paused clock announces nothing. */
export function announcementOf(state: ObservedCase, clock: Clock, book: StandardsBook): NextOfClock | undefined {
  if (clock.status !== 'running' || clock.dueAt === undefined) return undefined;
  if (clock.breachedAt !== undefined) return escalationOf(state, clock, book);
  return reminderOf(state, clock, clock.dueAt, book) ?? breachOf(state, clock, clock.dueAt, book);
}

/** The next percentage that lies before the end. */
function reminderOf(state: ObservedCase, clock: Clock, dueAt: number, book: StandardsBook): NextOfClock | undefined {
  const { remindAtPercent, targetSeconds, escalationId } = clock.target;
  const percent = remindAtPercent.find((candidate) => !clock.reminded.includes(candidate));
  if (percent === undefined) return undefined;
  const at = momentAfter(clock, Math.ceil((targetSeconds * percent) / 100), book)?.at;
  if (at === undefined || at >= dueAt) return undefined;
  return {
    at,
    events: () => {
      const chain = escalationId === undefined ? undefined : book.escalationAt(escalationId, at);
      const told = { percent, ...(chain?.content.reminder ?? NOBODY) };
      const data = { ...announced(state, clock, at), ...told, remindedAt: timeOf(at) };
      return [{ type: 'ClockReminded', data }];
    },
  };
}

function breachOf(state: ObservedCase, clock: Clock, at: number, book: StandardsBook): NextOfClock {
  return {
    at,
    events: () => {
      const { escalationId } = clock.target;
      const chain = escalationId === undefined ? undefined : book.escalationAt(escalationId, at);
      const escalation = chain && { policyId: chain.policyId, version: chain.version };
      return [{ type: 'ClockBreached', data: { ...announced(state, clock, at), breachedAt: timeOf(at), escalation } }];
    },
  };
}

/** By the wall clock since the breach, without the time that the clock was paused or the case finished. */
function escalationOf(state: ObservedCase, clock: Clock, book: StandardsBook): NextOfClock | undefined {
  const { chain, breachedAt, escalatedSteps, pauses } = clock;
  const step = chain && book.escalation(chain.policyId, chain.version)?.content.steps[escalatedSteps];
  if (!step || breachedAt === undefined) return undefined;
  const at = deadline(breachedAt, step.afterMinutes * 60, EVERY_SECOND, pauses)?.at;
  if (at === undefined) return undefined;
  return {
    at,
    events: () => {
      const { notify, channels } = step;
      const told = { step: escalatedSteps + 1, notify, channels, escalatedAt: timeOf(at) };
      return [{ type: 'ClockEscalated', data: { ...announced(state, clock, at), ...told } }];
    },
  };
}

const NOBODY: { readonly notify: readonly NotifyWhom[]; readonly channels: readonly NoticeChannel[] } = {
  notify: [],
  channels: [],
};

const announced = (state: ObservedCase, clock: Clock, at: number) => ({
  ...idsOf(state, clock),
  kind: clock.kind,
  owner: clock.owner,
  dueAt: timeOf(clock.dueAt ?? at),
  alarm: isAlarm(clock, at),
  cause: { kind: 'time-passed' } as const,
});

/** What is recorded so soon after it happened was told at once. */
const TOLD_AT_ONCE_MS = 5 * 60_000;

/**
 * History alarms nobody: not what had passed when it became known what sets the clock. A change that leaves no time at
 * all, such as an urgency that is raised late, breaks the target in the very moment of the change, and is no history.
 */
const isAlarm = ({ knownAt, targetedAt, startedAt }: Clock, at: number): boolean =>
  at > knownAt || (at === targetedAt && at > startedAt && knownAt - at <= TOLD_AT_ONCE_MS);
