import { EventStoreDBClient } from '@eventstore/db-client';
import { Inject, Injectable } from '@nestjs/common';
import { emptyStream, loadStream } from '@tenure/event-store';
import type { Measure, Problem } from '@tenure/improvement-core';
import { measureOn } from './measure.aggregate';
import { planDigest } from './measure.digest';
import { problemUnder } from './problem.aggregate';

const problems = problemUnder(undefined);
const measures = measureOn({ policy: undefined, problem: { status: 'absent' }, digestOf: planDigest });

/** Problems and measures as their streams have them at the moment of asking. Throws the event store's typed errors. */
@Injectable()
export class ImprovementStreams {
  constructor(@Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient) {}

  async problem(problemId: string): Promise<Problem> {
    const stream = `${problems.category}-${problemId}`;
    return (await loadStream(this.eventStore, problems, stream, emptyStream(problems.decider.initial))).state;
  }

  async measure(measureId: string): Promise<Measure> {
    const stream = `${measures.category}-${measureId}`;
    return (await loadStream(this.eventStore, measures, stream, emptyStream(measures.decider.initial))).state;
  }
}
