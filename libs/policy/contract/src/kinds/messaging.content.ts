import { MESSAGE_PURPOSES, type MessagePurpose } from './journey.content';
import { id, list, oneOf, record, whole } from './schema.parts';

/** No more than so many messages of a purpose to one customer within any so many days. */
export interface FrequencyCap {
  readonly purpose: MessagePurpose;
  readonly most: number;
  readonly perDays: number;
}

/** When, and how often, customers are written to. */
export interface MessagingContent {
  /** Messages wait for the open hours of this calendar. */
  readonly hoursCalendarId: string;
  readonly caps: readonly FrequencyCap[];
}

export const messagingSchema = record({
  hoursCalendarId: id,
  caps: list(record({ purpose: oneOf(MESSAGE_PURPOSES), most: whole(1, 1_000), perDays: whole(1, 366) }), 0, 10),
});
