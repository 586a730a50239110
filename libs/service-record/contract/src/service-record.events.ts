import { defineCodec } from '@tenure/kernel';
import type { Names } from '@tenure/shared-contract';

/** 咨询, 投诉, 回访. */
export const SERVICE_TYPES = ['inquiry', 'complaint', 'return-visit'] as const;
export type ServiceType = (typeof SERVICE_TYPES)[number];

export const SERVICE_TYPE_NAMES: Names<ServiceType> = {
  inquiry: { zh: '咨询', en: 'Inquiry' },
  complaint: { zh: '投诉', en: 'Complaint' },
  'return-visit': { zh: '回访', en: 'Return visit' },
};

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type ServiceRecordEvent =
  | { readonly type: 'ServiceRecorded'; readonly data: ServiceRecorded }
  | { readonly type: 'ServiceRecordSignedOff'; readonly data: ServiceRecordSignedOff }
  | { readonly type: 'ServiceRecordRated'; readonly data: ServiceRecordRated };

interface OfRecord {
  readonly recordId: string;
  readonly customerId: string;
}

export interface ServiceRecorded extends OfRecord {
  readonly serviceType: ServiceType;
  /** Whom of the customer's people was served. */
  readonly contact?: string;
  readonly problem: string;
  readonly result: string;
  readonly servedBy: string;
  /** The account manager or specialist who answers for the record and signs it off. */
  readonly responsible: string;
  readonly remark?: string;
  readonly caseId?: string;
  readonly servedAt: string;
}

export interface ServiceRecordSignedOff extends OfRecord {
  readonly by: string;
  readonly signedOffAt: string;
}

/** The customer's satisfaction, 1 to 5. */
export interface ServiceRecordRated extends OfRecord {
  readonly satisfaction: number;
  readonly ratedAt: string;
}

const ofRecord = { recordId: 'string', customerId: 'string' } as const;

export const serviceRecordCodec = defineCodec<ServiceRecordEvent>({
  ServiceRecorded: {
    version: 1,
    fields: {
      ...ofRecord,
      serviceType: 'string',
      contact: 'string?',
      problem: 'string',
      result: 'string',
      servedBy: 'string',
      responsible: 'string',
      remark: 'string?',
      caseId: 'string?',
      servedAt: 'string',
    },
    personal: ['contact', 'problem', 'result', 'remark'],
  },
  ServiceRecordSignedOff: { version: 1, fields: { ...ofRecord, by: 'string', signedOffAt: 'string' } },
  ServiceRecordRated: { version: 1, fields: { ...ofRecord, satisfaction: 'number', ratedAt: 'string' } },
});
