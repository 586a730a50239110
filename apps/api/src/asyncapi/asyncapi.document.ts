import type { EventDescription } from '@tenure/composition';
import type { TopicSettings } from '@tenure/kafka';
import { channelObject, type Channel, messageId, messageObject, operationObject } from './asyncapi.channels';
import {
  changesChannel,
  deadLetterChannel,
  eventsChannel,
  ingressChannel,
  type PublicProjection,
} from './asyncapi.topics';
import { dataNameOf, dataSchema, eventSchemas } from './event.schemas';
import { type Fact, factSchemas } from './ingress.schemas';
import { rowEnvelopes } from './row.schemas';
import type { Schema, Schemas } from './schema';

/** What Kafka holds for others. */
export interface PublicTopics {
  readonly events: TopicSettings;
  readonly ingress: TopicSettings;
  readonly deadLetters: TopicSettings;
  readonly changes: readonly PublicProjection[];
}

export interface AsyncApiOptions {
  readonly topics: PublicTopics;
  readonly events: readonly EventDescription[];
  readonly facts: readonly Fact[];
  /** Schemas of the commands, by name, and of all that they refer to. */
  readonly commands: Schemas;
}

const DESCRIPTION = `What Tenure publishes to Kafka and takes from it. Read with isolation level \`read_committed\`. Records
with the header \`kind: marker\` say how far a topic is complete and are of no other use: skip them. Positions and revisions
are decimal strings, times are ISO 8601 with offset.`;

/** Describes all topics as AsyncAPI 3.0. */
export function describeTopics({ topics, events, facts, commands }: AsyncApiOptions): Schema {
  const channels: readonly Channel[] = [
    eventsChannel(topics.events, events),
    ingressChannel(topics.ingress, facts),
    deadLetterChannel(topics.deadLetters),
    ...topics.changes.map(changesChannel),
  ];
  return {
    asyncapi: '3.0.0',
    info: { title: 'Tenure', version: '0.1.0', description: DESCRIPTION },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(channels.map((channel) => [channel.id, channelObject(channel)])),
    operations: Object.fromEntries(
      channels.map((channel) => [`${channel.action}.${channel.id}`, operationObject(channel)]),
    ),
    components: {
      messages: Object.fromEntries(
        channels.flatMap((channel) =>
          channel.messages.map((message) => [messageId(channel, message), messageObject(message)]),
        ),
      ),
      schemas: {
        ...eventSchemas,
        ...Object.fromEntries(events.map((event) => [dataNameOf(event), dataSchema(event)])),
        ...factSchemas(facts, commands),
        ...rowEnvelopes,
      },
    },
  };
}
