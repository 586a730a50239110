import type { Aggregate } from '@tenure/event-store';
import {
  caseClockCodec,
  type CaseClockCommand,
  type CaseClockEvent,
  type CaseClockRejection,
} from '@tenure/service-standard-contract';
import { caseClocks, type CaseClocks, type StandardsBook } from '@tenure/service-standard-core';
import type { Plain } from '@tenure/shared-contract';

export const CASE_CLOCKS_CATEGORY = 'caseClocks';

export type CaseClockAggregate = Aggregate<CaseClocks, Plain<CaseClockCommand>, CaseClockEvent, CaseClockRejection>;

/** Judges by the policies of one book; the state of a stream is the same whatever the book. */
export const caseClockAggregate = (
  book: StandardsBook,
  starts: CaseClockAggregate['starts'] = [],
): CaseClockAggregate => ({
  category: CASE_CLOCKS_CATEGORY,
  decider: caseClocks(book),
  codec: caseClockCodec,
  idOf: ({ caseId }) => caseId,
  customerIdOf: ({ data }) => data.customerId,
  starts,
});
