import { accept, isBefore, reject } from '@tenure/kernel';
import type { ComplaintEvent } from '@tenure/complaint-contract';
import { idsOf, notOpen, type Of, type Outcome } from './complaint.deciding';
import type { Hold, Opened } from './complaint.state';

type Cause = Extract<ComplaintEvent, { type: 'ComplaintContinued' }>['data']['cause'];

/** The events of a command that also takes a held case up again. */
export function afterHold(
  state: Opened,
  done: { readonly by: string; readonly occurredAt: string; readonly cause?: Cause },
  ...events: ComplaintEvent[]
): Outcome {
  if (!state.held) return accept(...events);
  const { by, occurredAt, cause } = done;
  if (isBefore(occurredAt, state.held.at)) {
    return reject('complaint-continued-before-held', `the complaint was held at ${state.held.at}`);
  }
  const data = { ...idsOf(state), by, continuedAt: occurredAt };
  return accept({ type: 'ComplaintContinued', data: cause ? { ...data, cause } : data }, ...events);
}

export function respond({ by, message, occurredAt }: Of<'RespondToComplaint'>, state: Opened): Outcome {
  const isRepeated = state.lastResponse?.by === by && state.lastResponse.message === message;
  if (isRepeated && !state.held) return accept();
  if (state.status === 'closed') return notOpen(state);
  const data = { ...idsOf(state), by, message, first: state.lastResponse === undefined, respondedAt: occurredAt };
  return afterHold(state, { by, occurredAt, cause: 'answered' }, { type: 'ComplaintResponded', data });
}

export function hold({ reasonKind, reason, by, occurredAt }: Of<'HoldComplaint'>, state: Opened): Outcome {
  if (state.status !== 'open') return notOpen(state);
  const asked: Hold = { reasonKind, reason, by, at: occurredAt };
  if (state.held) return isSame(state.held, asked) ? accept() : reject('complaint-already-held', sinceOf(state.held));
  if (state.continued && isBefore(occurredAt, state.continued.at)) {
    return reject('complaint-holds-overlap', `the hold before ended at ${state.continued.at}`);
  }
  return accept({ type: 'ComplaintHeld', data: { ...idsOf(state), reasonKind, reason, by, heldAt: occurredAt } });
}

const sinceOf = ({ by, at, reasonKind }: Hold): string => `held by ${by} since ${at}: ${reasonKind}`;

const isSame = (a: Hold, b: Hold): boolean =>
  a.reasonKind === b.reasonKind && a.reason === b.reason && a.by === b.by && a.at === b.at;

export function continueCase({ by, occurredAt }: Of<'ContinueComplaint'>, state: Opened): Outcome {
  const { held, continued } = state;
  if (held) return afterHold(state, { by, occurredAt });
  return continued?.by === by && continued.at === occurredAt ? accept() : reject('complaint-not-held');
}

export function requestHelp(command: Of<'RequestInternalHelp'>, state: Opened): Outcome {
  const { helpId, from, question, by, occurredAt } = command;
  const known = state.help.find((asked) => asked.helpId === helpId);
  if (known) {
    const isRepeated = known.from === from && known.question === question;
    return isRepeated ? accept() : reject('complaint-help-requested-differently');
  }
  if (state.status !== 'open') return notOpen(state);
  const data = { ...idsOf(state), helpId, from, question, by, requestedAt: occurredAt };
  return accept({ type: 'InternalHelpRequested', data });
}

/** Also once the case is settled: a late answer is one. */
export function answerHelp({ helpId, by, answer, occurredAt }: Of<'AnswerInternalHelp'>, state: Opened): Outcome {
  const asked = state.help.find((known) => known.helpId === helpId);
  if (!asked) return reject('complaint-help-not-found');
  const { answered, requestedAt } = asked;
  if (answered) {
    const isRepeated = answered.by === by && answered.answer === answer;
    return isRepeated ? accept() : reject('complaint-help-already-answered', `${answered.by} has answered`);
  }
  if (isBefore(occurredAt, requestedAt)) {
    return reject('complaint-help-answered-before-requested', `help was requested at ${requestedAt}`);
  }
  const data = { ...idsOf(state), helpId, by, answeredAt: occurredAt };
  return accept({ type: 'InternalHelpAnswered', data: answer === undefined ? data : { ...data, answer } });
}
