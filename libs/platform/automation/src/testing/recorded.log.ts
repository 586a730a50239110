import type { DomainEvent, Recorded } from '@tenure/kernel';

/** Events as the log holds them, at positions 1, 2, 3 …, a second apart. */
export function record(events: readonly DomainEvent[], after = 0): Recorded[] {
  return events.map((event, index) => {
    const number = after + index + 1;
    const at = new Date(Date.UTC(2024, 0, 1, 0, 0, number)).toISOString();
    return {
      ...event,
      id: `event-${number}`,
      stream: 'sample-1',
      revision: BigInt(number - 1),
      position: BigInt(number),
      recordedAt: at,
      metadata: {
        commandId: `command-${number}`,
        correlationId: `command-${number}`,
        actor: 'anna',
        source: 'sample',
        occurredAt: at,
        schemaVersion: 1,
      },
    };
  });
}
