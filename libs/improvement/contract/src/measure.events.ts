import { defineCodec } from '@tenure/kernel';
import type {
  MeasureAbandoned,
  MeasureAnnounced,
  MeasureBudgetChanged,
  MeasureCommitted,
  MeasureCompleted,
  MeasureDueMoved,
  MeasureMoneySpent,
  MeasureOverdue,
  MeasurePlanned,
  MeasureProgressReported,
  MeasureRegressed,
  MeasureStandardDrafted,
  MeasureStarted,
  MeasureVerified,
} from './measure.facts';

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset, days `YYYY-MM-DD`. */
export type MeasureEvent =
  | { readonly type: 'MeasurePlanned'; readonly data: MeasurePlanned }
  | { readonly type: 'MeasureCommitted'; readonly data: MeasureCommitted }
  | { readonly type: 'MeasureStarted'; readonly data: MeasureStarted }
  | { readonly type: 'MeasureProgressReported'; readonly data: MeasureProgressReported }
  | { readonly type: 'MeasureBudgetChanged'; readonly data: MeasureBudgetChanged }
  | { readonly type: 'MeasureMoneySpent'; readonly data: MeasureMoneySpent }
  | { readonly type: 'MeasureDueMoved'; readonly data: MeasureDueMoved }
  | { readonly type: 'MeasureOverdue'; readonly data: MeasureOverdue }
  | { readonly type: 'MeasureAnnounced'; readonly data: MeasureAnnounced }
  | { readonly type: 'MeasureCompleted'; readonly data: MeasureCompleted }
  | { readonly type: 'MeasureAbandoned'; readonly data: MeasureAbandoned }
  | { readonly type: 'MeasureVerified'; readonly data: MeasureVerified }
  | { readonly type: 'MeasureRegressed'; readonly data: MeasureRegressed }
  | { readonly type: 'MeasureStandardDrafted'; readonly data: MeasureStandardDrafted };

const ofMeasure = { measureId: 'string', problemId: 'string' } as const;

export const measureCodec = defineCodec<MeasureEvent>({
  MeasurePlanned: {
    version: 1,
    fields: {
      ...ofMeasure,
      content: 'string',
      causes: 'array',
      owner: 'string',
      startsOn: 'string',
      dueOn: 'string',
      resources: 'string',
      budget: 'object?',
      acceptance: 'string',
      verification: 'object',
      announcement: 'object?',
      by: 'string',
      plannedAt: 'string',
    },
  },
  MeasureCommitted: { version: 1, fields: { ...ofMeasure, by: 'string', digest: 'string', committedAt: 'string' } },
  MeasureStarted: { version: 1, fields: { ...ofMeasure, by: 'string', startedAt: 'string' } },
  MeasureProgressReported: {
    version: 1,
    fields: { ...ofMeasure, percent: 'number', note: 'string', by: 'string', reportedAt: 'string' },
  },
  MeasureBudgetChanged: {
    version: 1,
    fields: { ...ofMeasure, budget: 'object', by: 'string', why: 'string', changedAt: 'string' },
  },
  MeasureMoneySpent: {
    version: 1,
    fields: {
      ...ofMeasure,
      entryId: 'string',
      amount: 'object',
      what: 'string',
      by: 'string',
      spentMinor: 'number',
      leftMinor: 'number',
      spentAt: 'string',
    },
  },
  MeasureDueMoved: {
    version: 1,
    fields: { ...ofMeasure, dueOn: 'string', from: 'string', by: 'string', why: 'string', movedAt: 'string' },
  },
  MeasureOverdue: {
    version: 1,
    fields: {
      ...ofMeasure,
      what: 'string',
      owner: 'string',
      dueAt: 'string',
      step: 'number',
      notify: 'array',
      channels: 'array',
      alarm: 'boolean',
      overdueAt: 'string',
    },
  },
  MeasureAnnounced: {
    version: 1,
    fields: {
      ...ofMeasure,
      announcement: 'object',
      customerIds: 'array',
      part: 'number',
      parts: 'number',
      announcedAt: 'string',
    },
  },
  MeasureCompleted: { version: 1, fields: { ...ofMeasure, by: 'string', note: 'string?', completedAt: 'string' } },
  MeasureAbandoned: { version: 1, fields: { ...ofMeasure, by: 'string', why: 'string', abandonedAt: 'string' } },
  MeasureVerified: { version: 1, fields: { ...ofMeasure, result: 'object', verifiedAt: 'string' } },
  MeasureRegressed: {
    version: 1,
    fields: { ...ofMeasure, result: 'object', period: 'number', regressedAt: 'string' },
  },
  MeasureStandardDrafted: {
    version: 1,
    fields: { ...ofMeasure, policyId: 'string', version: 'number', by: 'string', draftedAt: 'string' },
  },
});
