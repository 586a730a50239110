import type { NoticeChannelName, NoticeParameters } from '@tenure/notice-contract';
import type { RenderedNotice } from '@tenure/notice-core';
import type { Recipient } from '../recipient.book';

/** A notice in the words that its recipient gets. */
export interface OutgoingNotice {
  readonly noticeId: string;
  readonly template: string;
  readonly parameters: NoticeParameters;
  readonly customerId?: string;
  readonly caseId?: string;
  readonly issuedAt: string;
  /** One for each language of the recipient. */
  readonly texts: readonly RenderedNotice[];
}

/** What became of an attempt. `reference` is what the other side knows the notice by. */
export type DeliveryOutcome =
  | { readonly status: 'delivered'; readonly reference: string }
  | { readonly status: 'retryable'; readonly error: string; readonly retryAfterMs?: number }
  | { readonly status: 'permanent'; readonly error: string };

/**
 * A way by which notices reach people. It may be asked to deliver the same notice again, when a crash came between the
 * delivery and its record: what goes out must be recognisable as the same by `noticeId`.
 */
export interface NoticeChannel {
  readonly channel: NoticeChannelName;
  deliver(notice: OutgoingNotice, recipient: Recipient, signal: AbortSignal): Promise<DeliveryOutcome>;
}

export const delivered = (reference: string): DeliveryOutcome => ({ status: 'delivered', reference });
export const permanent = (error: string): DeliveryOutcome => ({ status: 'permanent', error });
export const retryable = (error: string, retryAfterMs?: number): DeliveryOutcome =>
  retryAfterMs === undefined ? { status: 'retryable', error } : { status: 'retryable', error, retryAfterMs };
