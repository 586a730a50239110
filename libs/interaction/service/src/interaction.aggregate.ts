import type { Aggregate } from '@tenure/event-store';
import {
  interactionCodec,
  type InteractionCommand,
  type InteractionEvent,
  type InteractionRejection,
} from '@tenure/interaction-contract';
import { interaction, type Interaction } from '@tenure/interaction-core';
import type { Plain } from '@tenure/shared-contract';

export const interactionAggregate: Aggregate<
  Interaction,
  Plain<InteractionCommand>,
  InteractionEvent,
  InteractionRejection
> = {
  category: 'interaction',
  decider: interaction,
  codec: interactionCodec,
  idOf: ({ interactionId }) => interactionId,
  customerIdOf: ({ data }) => data.customerId,
  starts: ['RecordInteraction'],
};
