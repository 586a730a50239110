import type { Projection } from '@tenure/kernel';
import { summaryOf } from './timeline.summary';

/** One event of a customer's history, in words. */
export interface CustomerTimelineRow {
  readonly position: bigint;
  readonly customerId: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly source: string;
  /** A short English sentence without personal data. */
  readonly summary: string;
}

/**
 * What the platform does for its own sake, which would drown what happened: how clocks ran, who was told of it, which
 * journeys were not for the customer or had to wait.
 */
const ASIDE = /^(?:Clock(?!Breached|Escalated)|Notice|JourneyEntryRefused|JourneyStepPutOff)/;

/** Everything that happened to a customer: one row for each event that names one, of any domain. */
export const customerTimeline: Projection<CustomerTimelineRow> = {
  name: 'customer-timeline',
  version: 2,
  handles: 'all',
  insertOnly: true,
  keysOf: ({ type, metadata: { customerId }, position }) =>
    customerId === undefined || ASIDE.test(type) ? [] : [position.toString()],
  fold: (_row, event) => {
    const { position, stream, revision, type, recordedAt, metadata } = event;
    const { customerId = '', occurredAt, actor, source } = metadata;
    const summary = summaryOf(event);
    return { position, customerId, stream, revision, type, occurredAt, recordedAt, actor, source, summary };
  },
};
