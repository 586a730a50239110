import type { AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import type { EventMetadata } from '@tenure/kernel';

/** An event as the client hands it out, before its domain has decoded it. */
export interface Stored {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly recordedAt: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: EventMetadata;
}

/** Undefined for what is no JSON event, such as a link that leads nowhere. */
export const toStored = (resolved: ResolvedEvent | AllStreamResolvedEvent): Stored | undefined =>
  resolved.event?.isJson ? asStored(resolved) : undefined;

/** The same for any event; the data of one that is no JSON is its bytes. */
export function asStored(resolved: ResolvedEvent | AllStreamResolvedEvent): Stored | undefined {
  const event = resolved.event;
  if (!event) return undefined;
  return {
    id: event.id,
    stream: event.streamId,
    revision: event.revision,
    position: event.position?.commit ?? resolved.commitPosition ?? 0n,
    recordedAt: event.created.toISOString(),
    type: event.type,
    data: event.data,
    metadata: toMetadata(event.metadata, event.created),
  };
}

/** Events of others may lack our metadata: what is missing is said to be unknown, and dated when it was recorded. */
export function toMetadata(metadata: unknown, created: Date): EventMetadata {
  const isObject = typeof metadata === 'object' && metadata !== null && !(metadata instanceof Uint8Array);
  const given = (isObject ? metadata : {}) as Partial<EventMetadata>;
  if (given.commandId !== undefined && given.occurredAt !== undefined) return given as EventMetadata;
  return {
    commandId: '',
    correlationId: '',
    actor: 'unknown',
    source: 'unknown',
    occurredAt: created.toISOString(),
    schemaVersion: 1,
    ...given,
  };
}
