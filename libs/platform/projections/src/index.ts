export type { Feed, FeedBatch, FeedOptions } from './feed';
