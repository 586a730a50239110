import { atomsOf, holds, type Facts } from '@tenure/behaviour-contract';
import type { JourneyStanding, StepAction } from '@tenure/journey-contract';
import type {
  BranchStep,
  JourneyStep,
  MessagePurpose,
  MessageStep,
  SurveyStep,
  VoucherStep,
} from '@tenure/policy-contract';
import type { JourneyRules } from './journey.rules';
import type { SentMessage } from './journey.state';
import { messageText } from './message.text';
import { isCapped, type MessagingRules } from './messaging.rules';
import { daysAfter, hoursAfter } from './moment';

interface ActionFrame {
  readonly at: string;
  readonly facts: Facts;
  readonly standing: JourneyStanding;
  readonly rules: JourneyRules;
  readonly messaging: MessagingRules | undefined;
  readonly sent: readonly SentMessage[];
  /** Of the task or voucher, should it be one: unique, and the same each time the step is decided. */
  readonly itemId: string;
}

type WrittenStep = MessageStep | VoucherStep | SurveyStep;

/** Whether the customer is written to. */
export const isWritten = (step: JourneyStep): step is WrittenStep =>
  step.kind === 'message' || step.kind === 'voucher' || step.kind === 'survey';

/** What a voucher is sent for is to sell; an opinion is asked for the customer's own sake. */
const purposeOf = (step: WrittenStep): MessagePurpose => {
  switch (step.kind) {
    case 'message':
      return step.purpose;
    case 'voucher':
      return 'marketing';
    case 'survey':
      return 'service';
  }
};

/** The id of the step after this one, or `end`. */
export const goesOnTo = (step: JourneyStep, facts: Facts): string =>
  step.kind === 'branch' ? (step.branches.find(({ when }) => holds(when, facts))?.next ?? step.otherwise) : step.next;

export function actionOf(step: JourneyStep, frame: ActionFrame): StepAction {
  switch (step.kind) {
    case 'message':
    case 'survey':
    case 'voucher':
      return written(step, frame);
    case 'wait':
      return { kind: 'wait' };
    case 'branch':
      return { kind: 'branch', inputs: inputsOf(step, frame.facts) };
    case 'task': {
      const { assignee, title, dueHours } = step;
      const rendered = messageText(title, frame);
      return { kind: 'task', taskId: frame.itemId, assignee, title: rendered, dueAt: hoursAfter(frame.at, dueHours) };
    }
  }
}

function written(step: WrittenStep, frame: ActionFrame): StepAction {
  const purpose = purposeOf(step);
  const reason = suppressionOf(purpose, frame);
  if (reason) return { kind: 'suppressed', reason };
  if (step.kind === 'voucher') return voucher(step, purpose, frame);
  const text = { subject: messageText(step.subject, frame), body: messageText(step.body, frame) };
  return { kind: step.kind, purpose, ...text, ...(step.kind === 'survey' && { surveyId: step.surveyId }) };
}

/** To sell, the customer must have agreed; for their own business it is enough that they did not take it back. */
function suppressionOf(
  purpose: MessagePurpose,
  { at, standing, messaging, sent }: ActionFrame,
): Extract<StepAction, { kind: 'suppressed' }>['reason'] | undefined {
  const consent = standing.consents[purpose];
  if (purpose === 'marketing' ? consent !== true : consent === false) return 'no-consent';
  if (!standing.hasAddress) return 'no-address';
  return isCapped(purpose, at, messaging, sent) ? 'frequency-cap' : undefined;
}

function voucher(
  { value, validDays, subject, body }: VoucherStep,
  purpose: MessagePurpose,
  frame: ActionFrame,
): StepAction {
  const voucherId = frame.itemId;
  const code = frame.rules.voucherCodeOf(voucherId);
  const validUntil = daysAfter(frame.at, validDays);
  const of = { ...frame, voucher: { code, value, validUntil, hours: frame.messaging?.hours } };
  const text = { subject: messageText(subject, of), body: messageText(body, of) };
  return { kind: 'voucher', purpose, voucherId, code, value, validUntil, ...text };
}

function inputsOf({ branches }: BranchStep, facts: Facts): Facts {
  const asked = new Set(branches.flatMap(({ when }) => atomsOf(when).map(({ fact }) => fact)));
  return Object.fromEntries(Object.entries(facts).filter(([name]) => [...asked].some((fact) => fact === name)));
}
