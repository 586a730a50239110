import type { Aggregate } from '@tenure/event-store';
import {
  recordReviewCodec,
  serviceRecordCodec,
  type RecordReviewCommand,
  type RecordReviewEvent,
  type RecordReviewRejection,
  type ServiceRecordCommand,
  type ServiceRecordEvent,
  type ServiceRecordRejection,
} from '@tenure/service-record-contract';
import {
  recordReview,
  serviceRecord,
  type RecordReview,
  type RecordReviewPolicy,
  type ServiceRecord,
} from '@tenure/service-record-core';
import type { Plain } from '@tenure/shared-contract';

export const serviceRecordAggregate: Aggregate<
  ServiceRecord,
  Plain<ServiceRecordCommand>,
  ServiceRecordEvent,
  ServiceRecordRejection
> = {
  category: 'serviceRecord',
  decider: serviceRecord,
  codec: serviceRecordCodec,
  idOf: ({ recordId }) => recordId,
  customerIdOf: ({ data }) => data.customerId,
  starts: ['RecordService'],
};

/** One stream a week. */
export const recordReviewUnder = (
  policy: RecordReviewPolicy | undefined,
): Aggregate<RecordReview, Plain<RecordReviewCommand>, RecordReviewEvent, RecordReviewRejection> => ({
  category: 'recordReview',
  decider: recordReview(policy),
  codec: recordReviewCodec,
  idOf: ({ week }) => week,
  customerIdOf: () => undefined,
  starts: ['DrawReviewSample'],
});
