import { journeyCodec, type JourneyEvent } from '@tenure/journey-contract';
import type { DomainEvent } from '@tenure/kernel';

const TYPES: ReadonlySet<string> = new Set(journeyCodec.types);

export const isJourneyEvent = <Event extends DomainEvent>(event: Event): event is Event & JourneyEvent =>
  TYPES.has(event.type);
