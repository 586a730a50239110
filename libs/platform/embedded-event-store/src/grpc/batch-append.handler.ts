import type { EventStore } from '../store/event-store';
import type { ProposedEvent } from '../streams/recorded-event.codec';
import { appendSize, readBatchAppendRequest, type AppendOptions } from './append.requests';
import { batchAppendResponse } from './append.responses';
import { refusalOf } from './append.handler';
import type { GrpcCall } from './grpc.call';
import { GrpcCode, GrpcFailureError } from './grpc.status';
import { framed } from './message.assembler';

type Batch = {
  correlationId: Buffer;
  options: AppendOptions;
  events: ProposedEvent[];
  bytes: number;
  isRefused: boolean;
};

/**
 * Streams/BatchAppend: one long call that carries many appends, each in one or more messages under its correlation id.
 * Every append is answered exactly once: a second answer makes the official client throw.
 */
export function handleBatchAppend(store: EventStore, call: GrpcCall): void {
  const batches = new Map<string, Batch>();
  const answer = answerIn(call);
  call.open();
  call.receive({
    onMessage(message) {
      const request = readBatchAppendRequest(message);
      const key = request.correlationId.toString('latin1');
      const batch = batches.get(key) ?? startBatch(request);
      batches.set(key, batch);
      for (const { event, problem } of request.events) {
        if (batch.isRefused) break;
        batch.bytes += appendSize(event);
        batch.events.push(event);
        refuseIfBad(batch, problem);
      }
      refuseIfBad(batch, undefined);
      if (!request.isFinal) return;
      batches.delete(key);
      if (batch.isRefused) return;
      store.submit({ kind: 'append', ...batch.options, events: batch.events }, (outcome) => {
        answer(batchAppendResponse(batch.correlationId, batch.options, outcome));
      });
    },
    onEnd: () => call.complete(),
  });

  function refuseIfBad(batch: Batch, problem: string | undefined): void {
    const refusal = batch.isRefused ? undefined : refusalOf(batch.options, batch.bytes, problem);
    if (refusal === undefined) return;
    batch.isRefused = true;
    batch.events = [];
    answer(batchAppendResponse(batch.correlationId, batch.options, refusal));
  }
}

function startBatch({ correlationId, options }: { correlationId: Buffer; options?: AppendOptions }): Batch {
  if (options === undefined || correlationId.length === 0) {
    const message = 'the first message of an append carries a correlation id and options';
    throw new GrpcFailureError({ code: GrpcCode.invalidArgument, message });
  }
  return { correlationId: Buffer.from(correlationId), options, events: [], bytes: 0, isRefused: false };
}

/** Answers that come together leave in one write. */
function answerIn(call: GrpcCall): (message: Buffer) => void {
  let outbox: Buffer[] = [];
  return (message) => {
    outbox.push(framed(message));
    if (outbox.length > 1) return;
    queueMicrotask(() => {
      const messages = Buffer.concat(outbox);
      outbox = [];
      void call.write(messages);
    });
  };
}
