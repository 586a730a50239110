import type { CaseClockEvent, CaseFact, ObserveCase } from '@tenure/service-standard-contract';
import type { Plain } from '@tenure/shared-contract';
import { caseClocks } from '../case-clocks.decider';
import type { CaseClocks } from '../case-clocks.state';
import type { Clock } from '../clock.state';
import type { StandardsBook } from '../standards.book';

type Kind = Exclude<CaseFact['kind'], 'time-passed'>;
type InLog = 'kind' | 'position' | 'eventId' | 'recordedAt' | 'occurredAt';
type Said<K extends Kind> = Omit<Extract<CaseFact, { kind: K }>, InLog>;

/** A fact that is known as soon as it happens. */
export const fact = <K extends Kind>(
  position: number,
  kind: K,
  occurredAt: string,
  said: Said<K>,
  recordedAt = occurredAt,
): CaseFact =>
  ({ ...said, kind, position: String(position), eventId: `event-${position}`, occurredAt, recordedAt }) as CaseFact;

export const opened = (occurredAt: string, said: Partial<Said<'opened'>> = {}, recordedAt = occurredAt): CaseFact =>
  fact(
    1,
    'opened',
    occurredAt,
    { customerId: 'k-1', caseType: 'complaint', urgency: 'normal', complexity: 'routine', owner: 'anna', ...said },
    recordedAt,
  );

export const timePassed = (occurredAt: string): CaseFact => ({ kind: 'time-passed', occurredAt });

export const observing = (...facts: CaseFact[]): Plain<ObserveCase> => ({
  type: 'ObserveCase',
  caseId: 'c-1',
  facts,
  occurredAt: facts.at(-1)?.occurredAt ?? '2024-01-01T00:00:00Z',
});

export interface Observed {
  readonly state: CaseClocks;
  readonly events: readonly CaseClockEvent[];
}

/** Throws on a refusal. */
export const observedBy = (book: StandardsBook, batches: readonly (readonly CaseFact[])[]): Observed =>
  observedAfter({ state: { status: 'absent' }, events: [] }, book, batches);

function observedAfter(before: Observed, book: StandardsBook, batches: readonly (readonly CaseFact[])[]): Observed {
  const decider = caseClocks(book);
  return batches.reduce(({ state, events }, facts) => {
    const decision = decider.decide(observing(...facts), state);
    if (!decision.accepted) throw new Error(`${decision.code}: ${decision.detail}`);
    return { state: decision.events.reduce(decider.evolve, state), events: [...events, ...decision.events] };
  }, before);
}

export const clockOf = (state: CaseClocks, wanted: string): Clock | undefined =>
  state.status === 'absent' ? undefined : state.clocks.find(({ clockId }) => clockId === wanted);

/** The story that the facts lead to, an event a line in short words, from an event on; all told again changes nothing. */
export function storyOf(book: StandardsBook, facts: readonly CaseFact[], from = 0): readonly string[] {
  const { state, events } = observedBy(book, onePerBatch(facts));
  for (const one of facts) {
    expect(caseClocks(book).decide(observing(one), state)).toEqual({ accepted: true, events: [] });
  }
  return events.slice(from).map(lineOf);
}

/** What facts lead to that are told when a later book is known. */
export function laterStoryOf(
  [earlier, before]: readonly [StandardsBook, readonly CaseFact[]],
  [later, after]: readonly [StandardsBook, readonly CaseFact[]],
): readonly string[] {
  const known = observedBy(earlier, onePerBatch(before));
  return observedAfter({ ...known, events: [] }, later, onePerBatch(after)).events.map(lineOf);
}

export const onePerBatch = (facts: readonly CaseFact[]): readonly CaseFact[][] => facts.map((one) => [one]);

function lineOf({ type, data }: CaseClockEvent): string {
  const moment = Object.entries(data).find(([name]) => name.endsWith('At') && name !== 'dueAt');
  const clock = 'clockId' in data ? data.clockId : 'case';
  const told = Object.entries<unknown>({ ...data }).flatMap(([name, value]) => WORDS[name]?.(value) ?? []);
  return [String(moment?.[1]).slice(0, 16), type, clock, ...told].join(' ');
}

const flag = (word: string, when: unknown) => (value: unknown) => (value === when ? word : []);
const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : []);

const WORDS: Readonly<Record<string, (value: unknown) => string | readonly string[]>> = {
  elapsedSeconds: (value) => `${Number(value) / 60} min`,
  dueAt: (value) => (typeof value === 'string' ? `due ${value.slice(0, 16)}` : []),
  late: flag('late', true),
  breachVoided: flag('no breach', true),
  provisional: flag('provisional', true),
  alarm: flag('silent', false),
  percent: (value) => `${Number(value)} %`,
  step: (value) => `step ${Number(value)}`,
  reason: text,
};
