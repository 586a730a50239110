import { shown } from '../queries/answer.text';
import { durationText } from '../standards/duration.text';
import { textTable } from '../text.table';
import type { ClockEvent, ClockHistory, ClockStanding, QueuedCase, Step } from './cases.answers';

export const queueLines = (cases: readonly QueuedCase[]): readonly string[] => textTable(QUEUE, cases);

export function caseLines({ steps, clocks, events }: ClockHistory & { readonly steps: readonly Step[] }): string[] {
  return [...textTable(STEPS, steps), '', ...textTable(CLOCKS, clocks), '', ...textTable(EVENTS, events)];
}

/** How a clock stands, such as `breached +2 h`, `paused (waiting-on-customer)`, `running, 3 h left`. */
function standingText({ state, secondsLate, secondsLeft, pausedFor }: ClockStanding): string {
  const late = secondsLate === null ? '' : ` +${durationText(secondsLate)}`;
  if (state === 'paused') return `paused (${shown(pausedFor)})${late}`;
  return secondsLeft === null ? `${state}${late}` : `${state}, ${durationText(secondsLeft)} left`;
}

const QUEUE = [
  { title: 'DUE FIRST', value: ({ dueFirst }: QueuedCase) => shown(dueFirst) },
  { title: 'CASE', value: ({ caseId }: QueuedCase) => shown(caseId) },
  { title: 'TYPE', value: ({ caseType }: QueuedCase) => caseType },
  { title: 'TIER', value: ({ tier }: QueuedCase) => shown(tier) },
  { title: 'URGENCY', value: ({ urgency }: QueuedCase) => urgency },
  { title: 'OWNER', value: ({ owner }: QueuedCase) => shown(owner) },
  {
    title: 'CLOCKS',
    value: ({ clocks }: QueuedCase) =>
      clocks
        .filter(({ state }) => state !== 'met' && state !== 'cancelled')
        .map((clock) => `${shown(clock.clockId)}: ${standingText(clock)}`)
        .join('; ') || '–',
  },
  { title: 'SUBJECT', value: ({ subject }: QueuedCase) => shown(subject) },
];

const STEPS = [
  { title: 'STEP', value: ({ title }: Step) => `${title.zh} ${title.en}` },
  { title: 'STATE', value: ({ state }: Step) => state },
  { title: 'OWNER', value: ({ owner }: Step) => shown(owner) },
  { title: 'DUE', value: ({ dueAt }: Step) => shown(dueAt) },
  { title: 'DONE', value: ({ doneAt }: Step) => shown(doneAt) },
  { title: 'LATE', value: ({ late }: Step) => (late === null ? '–' : late ? 'yes' : 'no') },
];

const CLOCKS = [
  { title: 'CLOCK', value: ({ clockId }: ClockStanding) => shown(clockId) },
  { title: 'STANDS', value: (clock: ClockStanding) => standingText(clock) },
  {
    title: 'DUE',
    value: ({ dueAt, provisional }: ClockStanding) => `${shown(dueAt)}${provisional ? ' (provisional)' : ''}`,
  },
  { title: 'USED', value: ({ elapsedSeconds }: ClockStanding) => durationText(elapsedSeconds), alignRight: true },
  { title: 'WITHIN', value: ({ targetSeconds }: ClockStanding) => durationText(targetSeconds), alignRight: true },
  { title: 'STANDARD', value: ({ policyId, policyVersion }: ClockStanding) => versionText(policyId, policyVersion) },
  {
    title: 'CALENDAR',
    value: ({ calendarId, calendarVersion }: ClockStanding) => versionText(calendarId, calendarVersion),
  },
];

const versionText = (id: string | null, version: number | null): string =>
  id === null ? '–' : shown(`${id} ${version ?? ''}`.trim());

const EVENTS = [
  { title: 'AT', value: ({ at }: ClockEvent) => at },
  { title: 'CLOCK', value: ({ clockIds }: ClockEvent) => shown(clockIds.join(', ')) },
  { title: 'WHAT', value: ({ words }: ClockEvent) => shown(`${words.en} ${words.zh}`) },
  { title: 'DUE', value: ({ dueAt }: ClockEvent) => shown(dueAt) },
];
