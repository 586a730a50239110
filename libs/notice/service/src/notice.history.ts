import type { EventStoreDBClient } from '@eventstore/db-client';
import { readHistory, UnreadableEventError } from '@tenure/event-store';
import { noticeCodec, type NoticeIssued } from '@tenure/notice-contract';
import { notice, type Notice } from '@tenure/notice-core';
import { noticeAggregate } from './notice.aggregate';

/** A notice as it was issued, and how far its delivery has come. */
export interface LoadedNotice {
  readonly issued: NoticeIssued;
  readonly state: Exclude<Notice, { status: 'absent' }>;
}

/** Reads a notice from the log; undefined where there is none. Throws UnreadableEventError. */
export async function loadNotice(client: EventStoreDBClient, noticeId: string): Promise<LoadedNotice | undefined> {
  const stream = `${noticeAggregate.category}-${noticeId}`;
  let issued: NoticeIssued | undefined;
  let state: Notice = notice.initial;
  for (const { type, data, metadata, revision } of await readHistory(client, [stream])) {
    const decoded = noticeCodec.decode(type, metadata.schemaVersion, data);
    if (!decoded.known) throw new UnreadableEventError(stream, revision, decoded.reason);
    if (decoded.event.type === 'NoticeIssued') issued ??= decoded.event.data;
    state = notice.evolve(state, decoded.event);
  }
  return issued && state.status === 'issued' ? { issued, state } : undefined;
}
