import type { CaseClockEvent, CaseFact, ObserveCase } from '@tenure/service-standard-contract';
import type { Plain } from '@tenure/shared-contract';
import { caseClocks } from '../case-clocks.decider';
import type { CaseClocks } from '../case-clocks.state';
import type { StandardsBook } from '../standards.book';

type Kind = CaseFact['kind'];
type Said<K extends Kind> = Omit<
  Extract<CaseFact, { kind: K }>,
  'kind' | 'position' | 'eventId' | 'recordedAt' | 'occurredAt'
>;

/** A fact that is known as soon as it happens. */
export const fact = <K extends Exclude<Kind, 'time-passed'>>(
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
export function observedBy(book: StandardsBook, batches: readonly (readonly CaseFact[])[]): Observed {
  const decider = caseClocks(book);
  const events: CaseClockEvent[] = [];
  let state = decider.initial;
  for (const facts of batches) {
    const decision = decider.decide(observing(...facts), state);
    if (!decision.accepted) throw new Error(`${decision.code}: ${decision.detail}`);
    events.push(...decision.events);
    state = decision.events.reduce(decider.evolve, state);
  }
  return { state, events };
}

/** The story that the facts lead to, an event a line, by short words; each fact told again changes nothing. */
export function storyOf(book: StandardsBook, facts: readonly CaseFact[], skip = 0): readonly string[] {
  const { state, events } = observedBy(
    book,
    facts.map((one) => [one]),
  );
  expect(caseClocks(book).decide(observing(...facts), state)).toEqual({ accepted: true, events: [] });
  return events.slice(skip).map(line);
}

function line({ type, data }: CaseClockEvent): string {
  const moment = Object.entries(data).find(([name]) => name.endsWith('At') && name !== 'dueAt');
  const clock = 'clockId' in data ? data.clockId : 'case';
  const told = Object.entries(data).flatMap(([name, value]) => wordsOf(name, value));
  return [String(moment?.[1]).slice(0, 16), type, clock, ...told].join(' ');
}

function wordsOf(name: string, value: unknown): string[] {
  if (name === 'elapsedSeconds') return [`${Number(value) / 60} min`];
  if (name === 'dueAt') return value === undefined ? [] : [`due ${String(value).slice(0, 16)}`];
  if (['late', 'breachVoided', 'provisional'].includes(name)) return value === true ? [name] : [];
  if (name === 'alarm') return value === false ? ['silent'] : [];
  return ['percent', 'step', 'reason'].includes(name) ? [String(value)] : [];
}
