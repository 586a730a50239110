import type { DomainEvent } from '../decider';
import type { Projection } from '../projection';
import type { EventMetadata, Recorded } from '../recorded';

/** The events as they stand in a log that holds nothing else: positions and revisions from 0, in one stream. */
export const recordAll = <Event extends DomainEvent>(
  events: readonly Event[],
  metadata: Partial<EventMetadata> = {},
): Recorded<Event>[] =>
  events.map((event, index) => ({
    ...event,
    id: `event-${index}`,
    stream: 'test-1',
    revision: BigInt(index),
    position: BigInt(index),
    recordedAt: '2024-05-01T09:30:00.000Z',
    metadata: { ...METADATA, ...metadata },
  }));

const METADATA: EventMetadata = {
  commandId: 'command',
  correlationId: 'correlation',
  actor: 'anna',
  source: 'test',
  occurredAt: '2024-05-01T09:00:00.000Z',
  schemaVersion: 1,
};

/** The rows that a projection has after the events, in the order in which their keys came up. */
export function projected<Row extends object, Event extends DomainEvent>(
  projection: Projection<Row, Event>,
  events: readonly Recorded<Event>[],
): Row[] {
  const rows = new Map<string, Row>();
  const handled = events.filter(({ type }) => projection.handles === 'all' || projection.handles.includes(type));
  for (const event of handled) {
    for (const key of projection.keysOf(event)) rows.set(key, projection.fold(rows.get(key), event, key));
  }
  return [...rows.values()];
}
