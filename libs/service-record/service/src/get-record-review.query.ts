import { EventStoreDBClient } from '@eventstore/db-client';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { readHistory, UnreadableEventError, type Stored } from '@tenure/event-store';
import { recordReviewCodec, type RecordReviewEvent } from '@tenure/service-record-contract';
import type { RecordReviewView, ReviewedRecordView } from './record-review.view';

/** Undefined where no sample was drawn for the week. */
export class GetRecordReview extends Query<RecordReviewView | undefined> {
  constructor(readonly week: string) {
    super();
  }
}

@QueryHandler(GetRecordReview)
export class GetRecordReviewHandler implements IQueryHandler<GetRecordReview> {
  constructor(@Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient) {}

  async execute({ week }: GetRecordReview): Promise<RecordReviewView | undefined> {
    const events = (await readHistory(this.eventStore, [`recordReview-${week}`])).map(decode);
    const drawn = events.find((event) => event.type === 'ReviewSampleDrawn');
    if (!drawn) return undefined;
    const { by: drawnBy, sample, ...draw } = drawn.data;
    const reviewed = sample.map((record) => withReview(record, events));
    return { ...draw, drawnBy, sample: reviewed, meanScores: meansOf(reviewed) };
  }
}

function decode({ type, data, metadata, stream, revision }: Stored): RecordReviewEvent {
  const decoded = recordReviewCodec.decode(type, metadata.schemaVersion, data);
  if (!decoded.known) throw new UnreadableEventError(stream, revision, decoded.reason);
  return decoded.event;
}

function withReview(
  { recordId, customerId, tier }: ReviewedRecordView,
  events: readonly RecordReviewEvent[],
): ReviewedRecordView {
  for (const event of events) {
    if (event.type !== 'ServiceRecordReviewed' || event.data.recordId !== recordId) continue;
    const { by: reviewedBy, scores, remark } = event.data;
    return { recordId, customerId, tier, reviewedBy, scores, remark };
  }
  return { recordId, customerId, tier };
}

function meansOf(sample: readonly ReviewedRecordView[]): Record<string, number> {
  const scored = sample.flatMap(({ scores }) => (scores ? [scores] : []));
  const dimensions = [...new Set(scored.flatMap(Object.keys))];
  return Object.fromEntries(
    dimensions.map((dimension) => {
      const scores = scored.flatMap((one) => one[dimension] ?? []);
      return [dimension, scores.reduce((sum, score) => sum + score, 0) / scores.length];
    }),
  );
}
