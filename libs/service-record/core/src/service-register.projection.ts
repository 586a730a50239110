import type { Projection, Recorded } from '@tenure/kernel';
import type { RecordReviewEvent, ServiceRecordEvent, ServiceType } from '@tenure/service-record-contract';

/** One service record with its sign-off, its rating and its review. Times are ISO 8601. */
export interface ServiceRegisterRow {
  readonly recordId: string;
  readonly customerId: string;
  readonly serviceType: ServiceType;
  readonly contact: string | null;
  readonly problem: string;
  readonly result: string;
  readonly servedBy: string;
  readonly responsible: string;
  readonly remark: string | null;
  readonly caseId: string | null;
  readonly servedAt: string;
  readonly signedOffAt: string | null;
  /** 1 to 5. */
  readonly satisfaction: number | null;
  readonly ratedAt: string | null;
  /** The ISO week in whose sample it is. */
  readonly sampledIn: string | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  readonly scores: Readonly<Record<string, number>> | null;
  readonly reviewRemark: string | null;
  /** Of the newest event in the row. */
  readonly position: bigint;
}

type Handled = ServiceRecordEvent | RecordReviewEvent;

/** What was done for whom, who answers for it, and how it was found. */
export const serviceRegister: Projection<ServiceRegisterRow, Handled> = {
  name: 'service-register',
  version: 2,
  handles: [
    'ServiceRecorded',
    'ServiceRecordSignedOff',
    'ServiceRecordRated',
    'ReviewSampleDrawn',
    'ServiceRecordReviewed',
  ],
  keysOf: ({ type, data }) =>
    type === 'ReviewSampleDrawn' ? data.sample.map(({ recordId }) => recordId) : [data.recordId],
  fold: (row, event, recordId) => ({
    ...(row ?? newRow(event, recordId)),
    ...changesOf(event),
    position: event.position,
  }),
};

const newRow = ({ metadata, position }: Recorded<Handled>, recordId: string): ServiceRegisterRow => ({
  recordId,
  customerId: '',
  serviceType: 'inquiry',
  contact: null,
  problem: '',
  result: '',
  servedBy: '',
  responsible: '',
  remark: null,
  caseId: null,
  servedAt: metadata.occurredAt,
  signedOffAt: null,
  satisfaction: null,
  ratedAt: null,
  sampledIn: null,
  reviewedBy: null,
  reviewedAt: null,
  scores: null,
  reviewRemark: null,
  position,
});

function changesOf(event: Handled): Partial<ServiceRegisterRow> {
  switch (event.type) {
    case 'ServiceRecorded': {
      const { contact = null, remark = null, caseId = null, ...rest } = event.data;
      return { ...rest, contact, remark, caseId };
    }
    case 'ServiceRecordSignedOff':
      return { signedOffAt: event.data.signedOffAt };
    case 'ServiceRecordRated':
      return { satisfaction: event.data.satisfaction, ratedAt: event.data.ratedAt };
    case 'ReviewSampleDrawn':
      return { sampledIn: event.data.week };
    case 'ServiceRecordReviewed': {
      const { by, reviewedAt, scores, remark = null } = event.data;
      return { reviewedBy: by, reviewedAt, scores, reviewRemark: remark };
    }
  }
}
