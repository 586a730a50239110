import type { TopicSettings } from '@tenure/kafka';
import type { Schema } from './schema';

const BINDING = '0.5.0';

export interface Message {
  readonly name: string;
  readonly title: string;
  readonly contentType: string;
  readonly headers?: Schema;
  readonly payload: Schema;
  readonly key?: Schema;
}

export interface Channel {
  readonly id: string;
  readonly description: string;
  readonly topic: Pick<TopicSettings, 'topic' | 'partitions'> & { readonly retentionMs?: number };
  /** What Tenure does with it. */
  readonly action: 'send' | 'receive';
  readonly summary: string;
  readonly messages: readonly Message[];
}

export const messageId = ({ id }: Channel, { name }: Message): string => `${id}.${name}`;

export const channelObject = (channel: Channel): Schema => ({
  address: channel.topic.topic,
  description: channel.description,
  messages: Object.fromEntries(
    channel.messages.map((message) => [
      messageId(channel, message),
      { $ref: `#/components/messages/${messageId(channel, message)}` },
    ]),
  ),
  bindings: {
    kafka: {
      topic: channel.topic.topic,
      partitions: channel.topic.partitions,
      topicConfiguration:
        channel.topic.retentionMs === undefined
          ? { 'cleanup.policy': ['compact'] }
          : { 'cleanup.policy': ['delete'], 'retention.ms': channel.topic.retentionMs },
      bindingVersion: BINDING,
    },
  },
});

export const operationObject = ({ id, action, summary }: Channel): Schema => ({
  action,
  summary,
  channel: { $ref: `#/channels/${id}` },
});

export const messageObject = ({ key, ...message }: Message): Schema => ({
  ...message,
  ...(key && { bindings: { kafka: { key, bindingVersion: BINDING } } }),
});
