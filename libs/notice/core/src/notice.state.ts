import type { NoticeChannelName, NoticeEvent } from '@tenure/notice-contract';

export interface ChannelState {
  readonly status: 'pending' | 'delivered' | 'given-up';
  readonly attempts: number;
  /** Before it nothing is tried again. */
  readonly retryAt?: string;
}

export interface Issued {
  readonly status: 'issued';
  readonly noticeId: string;
  readonly customerId?: string;
  readonly recipient: string;
  /** Of the channels that it goes out on. */
  readonly channels: Readonly<Partial<Record<NoticeChannelName, ChannelState>>>;
  readonly isRead: boolean;
}

export type Notice = { readonly status: 'absent' } | Issued;

export function evolve(state: Notice, event: NoticeEvent): Notice {
  if (event.type === 'NoticeIssued') {
    const { noticeId, customerId, recipient, channels } = event.data;
    const pending = channels.map((channel) => [channel, { status: 'pending', attempts: 0 }] as const);
    const about = customerId === undefined ? { noticeId, recipient } : { noticeId, recipient, customerId };
    return { status: 'issued', ...about, channels: Object.fromEntries(pending), isRead: false };
  }
  return state.status === 'absent' ? state : evolveIssued(state, event);
}

function evolveIssued(state: Issued, event: Exclude<NoticeEvent, { type: 'NoticeIssued' }>): Issued {
  switch (event.type) {
    case 'NoticeDelivered':
      return onChannel(state, event.data.channel, { status: 'delivered', attempts: event.data.attempt });
    case 'NoticeDeliveryFailed': {
      const { channel, attempt, retryAt } = event.data;
      return onChannel(state, channel, { status: 'pending', attempts: attempt, retryAt });
    }
    case 'NoticeGivenUp':
      return onChannel(state, event.data.channel, { status: 'given-up', attempts: event.data.attempts });
    case 'NoticeRead':
      return { ...state, isRead: true };
  }
}

const onChannel = (state: Issued, channel: NoticeChannelName, changed: ChannelState): Issued => ({
  ...state,
  channels: { ...state.channels, [channel]: changed },
});
