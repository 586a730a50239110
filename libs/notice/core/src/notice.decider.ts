import { accept, reject, type Decider, type Decision } from '@tenure/kernel';
import type { NoticeCommand, NoticeEvent, NoticeRejection } from '@tenure/notice-contract';
import type { Plain } from '@tenure/shared-contract';
import { evolve, type Issued, type Notice } from './notice.state';

type Command = Plain<NoticeCommand>;
type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Outcome = Decision<NoticeEvent, NoticeRejection>;

/** One thing told to one person: issued once, delivered once on each channel, read once. */
export const notice: Decider<Notice, Command, NoticeEvent, NoticeRejection> = {
  initial: { status: 'absent' },
  evolve,
  decide: (command, state) => {
    if (command.type === 'IssueNotice') return issue(command, state);
    return state.status === 'absent' ? reject('notice-not-found') : decideOnIssued(command, state);
  },
};

function decideOnIssued(command: Exclude<Command, { type: 'IssueNotice' }>, state: Issued): Outcome {
  switch (command.type) {
    case 'RecordNoticeDelivery':
      return recordDelivery(command, state);
    case 'RecordNoticeFailure':
      return recordFailure(command, state);
    case 'MarkNoticeRead':
      return markRead(command, state);
  }
}

/** A replay may word it otherwise, for people and policies have changed since: what was told stays as it was told. */
function issue({ type: _, occurredAt, ...told }: Of<'IssueNotice'>, state: Notice): Outcome {
  if (state.status === 'issued') return accept();
  return accept({ type: 'NoticeIssued', data: { ...told, issuedAt: occurredAt } });
}

function recordDelivery(command: Of<'RecordNoticeDelivery'>, state: Issued): Outcome {
  const { channel, attempt, reference, occurredAt } = command;
  const known = state.channels[channel];
  if (!known) return reject('notice-not-asked-on-channel');
  if (known.status === 'delivered') return accept();
  const data = { ...ids(state), channel, attempt, reference, deliveredAt: occurredAt };
  return accept({ type: 'NoticeDelivered', data });
}

function recordFailure(command: Of<'RecordNoticeFailure'>, state: Issued): Outcome {
  const { channel, attempt, error, retryAt, occurredAt } = command;
  const known = state.channels[channel];
  if (!known) return reject('notice-not-asked-on-channel');
  if (known.status !== 'pending' || attempt <= known.attempts) return accept();
  const failure = { ...ids(state), channel, attempt, error, failedAt: occurredAt };
  if (retryAt !== undefined) return accept({ type: 'NoticeDeliveryFailed', data: { ...failure, retryAt } });
  return accept<NoticeEvent>(
    { type: 'NoticeDeliveryFailed', data: failure },
    {
      type: 'NoticeGivenUp',
      data: { ...ids(state), channel, attempts: attempt, reason: error, givenUpAt: occurredAt },
    },
  );
}

function markRead({ by, occurredAt }: Of<'MarkNoticeRead'>, state: Issued): Outcome {
  if (by !== state.recipient) return reject('notice-for-somebody-else', `it is for ${state.recipient}`);
  if (state.isRead) return accept();
  return accept({ type: 'NoticeRead', data: { ...ids(state), by, readAt: occurredAt } });
}

const ids = ({ noticeId, customerId }: Issued) => (customerId === undefined ? { noticeId } : { noticeId, customerId });
