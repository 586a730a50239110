export {
  DrawReviewSample,
  recordReviewCommands,
  ReviewServiceRecord,
  WEEK,
  type RecordReviewCommand,
} from './record-review.commands';
export {
  recordReviewCodec,
  type RecordReviewEvent,
  type ReviewSampleDrawn,
  type SampledRecord,
  type SampleStratum,
} from './record-review.events';
export {
  RateServiceRecord,
  RecordService,
  serviceRecordCommands,
  SignOffServiceRecord,
  type ServiceRecordCommand,
} from './service-record.commands';
export { ServedRecords, type ServedQuestion, type ServedRecord } from './served.records';
export {
  SERVICE_TYPE_NAMES,
  SERVICE_TYPES,
  serviceRecordCodec,
  type ServiceRecordEvent,
  type ServiceType,
} from './service-record.events';
export type { RecordReviewRejection, ServiceRecordRejection } from './service-record.rejections';
