import type { DomainEvent, Recorded } from '@tenure/kernel';

/** An event with its business time, ISO 8601 with offset. */
export type Dated<Event extends DomainEvent> = Event & { readonly at: string };

/** What a history keeps of an event of the log. */
export function dated<Event extends DomainEvent>(event: Recorded<Event>): Dated<Event>;
export function dated({ type, data, metadata }: Recorded): Dated<DomainEvent> {
  return { type, data, at: metadata.occurredAt };
}

/** What was known at a moment: the events whose time is not after it, in their order. */
export const knownAt = <Event extends DomainEvent>(
  history: readonly Dated<Event>[],
  moment: string,
): readonly Dated<Event>[] => {
  const momentMs = Date.parse(moment);
  return history.filter(({ at }) => Date.parse(at) <= momentMs);
};
