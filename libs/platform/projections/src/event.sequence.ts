import { storableText } from '@tenure/postgres';
import type { FeedEvent } from './feed';

/** Whose order is kept: the customer that the event is about, or its stream where it says of none. */
export function sequenceOf({ metadata, stream }: FeedEvent): string {
  const customerId: unknown = metadata.customerId;
  return storableText(typeof customerId === 'string' ? customerId : stream);
}
