import { defineCodec } from '@tenure/kernel';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type RecordReviewEvent =
  | { readonly type: 'ReviewSampleDrawn'; readonly data: ReviewSampleDrawn }
  | { readonly type: 'ServiceRecordReviewed'; readonly data: ServiceRecordReviewed };

/** How many records a tier had in the week, and how many of them were drawn. */
export interface SampleStratum {
  readonly tier: string;
  readonly population: number;
  readonly drawn: number;
}

export interface SampledRecord {
  readonly recordId: string;
  readonly customerId: string;
  readonly tier: string;
  /** Who answers for the record, and so does not review it. */
  readonly responsible: string;
}

export interface ReviewSampleDrawn {
  /** ISO 8601 week, such as `2026-W47`. */
  readonly week: string;
  readonly policyId: string;
  readonly policyVersion: number;
  /** With it and the records of the week the draw can be repeated. */
  readonly seed: string;
  readonly strata: readonly SampleStratum[];
  readonly sample: readonly SampledRecord[];
  readonly by: string;
  readonly drawnAt: string;
}

export interface ServiceRecordReviewed {
  readonly week: string;
  readonly recordId: string;
  readonly customerId: string;
  readonly by: string;
  /** By dimension of the policy. */
  readonly scores: Readonly<Record<string, number>>;
  readonly remark?: string;
  readonly reviewedAt: string;
}

export const recordReviewCodec = defineCodec<RecordReviewEvent>({
  ReviewSampleDrawn: {
    version: 1,
    fields: {
      week: 'string',
      policyId: 'string',
      policyVersion: 'number',
      seed: 'string',
      strata: 'array',
      sample: 'array',
      by: 'string',
      drawnAt: 'string',
    },
  },
  ServiceRecordReviewed: {
    version: 1,
    fields: {
      week: 'string',
      recordId: 'string',
      customerId: 'string',
      by: 'string',
      scores: 'object',
      remark: 'string?',
      reviewedAt: 'string',
    },
    personal: ['remark'],
  },
});
