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
