import type { TopicSettings } from '../topic.creation';

const WEEK_MS = 7 * 24 * 3_600_000;

/** Where services publish what has happened, as CloudEvents. */
export const INGRESS_TOPIC: TopicSettings = { topic: 'tenure.ingress', partitions: 6, retentionMs: WEEK_MS };

/** Where records go that were refused, until somebody has seen to them. */
export const DEAD_LETTER_TOPIC: TopicSettings = {
  topic: 'tenure.ingress.dead-letter',
  partitions: 6,
  retentionMs: 13 * WEEK_MS,
};

export const INGRESS_GROUP = 'tenure-ingress';
