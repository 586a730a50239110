import { domainCommands, domainEvents, publishedProjections } from '@tenure/composition';
import { CHANGE_TOPIC_PARTITIONS, changeTopic, DEAD_LETTER_TOPIC, INGRESS_TOPIC, LOG_TOPIC } from '@tenure/kafka';
import { describeTopics } from './asyncapi.document';
import type { PublicProjection } from './asyncapi.topics';
import type { Schema } from './schema';

/** The topics of the platform; `commands` are the schemas of the HTTP interface. */
export const describePublicTopics = (commands: Readonly<Record<string, object>>): Schema =>
  describeTopics({
    topics: {
      events: LOG_TOPIC,
      ingress: INGRESS_TOPIC,
      deadLetters: DEAD_LETTER_TOPIC,
      changes: publicProjections(),
    },
    events: domainEvents,
    facts: domainCommands.map(({ command, cloudEventType }) => ({ cloudEventType, command: command.name })),
    commands: Object.fromEntries(Object.entries(commands).map(([name, schema]) => [name, { ...schema }])),
  });

const publicProjections = (): PublicProjection[] =>
  publishedProjections.map(({ projection: { name }, entity }) => ({
    name,
    topic: changeTopic(name),
    partitions: CHANGE_TOPIC_PARTITIONS,
    entity,
  }));
