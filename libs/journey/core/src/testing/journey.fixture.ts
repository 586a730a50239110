import { compileCalendar } from '@tenure/calendar';
import type { JourneyEntered, JourneyEvent, JourneyStanding } from '@tenure/journey-contract';
import type { JourneyContent, MessageStep } from '@tenure/policy-contract';
import { runIdOf } from '../journey.entry';
import type { JourneyRules } from '../journey.rules';
import type { MessagingRules } from '../messaging.rules';

/** Open from nine to six, Monday to Friday. */
const hours = compileCalendar({
  timeZone: 'Asia/Shanghai',
  week: Object.fromEntries(
    (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).map((day) => [day, [['09:00', '18:00']]]),
  ),
  exceptions: [],
});
export const messaging: MessagingRules = { hours, caps: [{ purpose: 'marketing', most: 1, perDays: 7 }] };

/** A Thursday morning, while customers may be written to. */
export const thursday = '2026-10-08T10:00:00+08:00';
export const thursdayEvening = '2026-10-08T20:00:00+08:00';
export const fridayMorning = '2026-10-09T01:00:00.000Z';

export const reachable: JourneyStanding = {
  name: '宏达',
  hasAddress: true,
  consents: { marketing: true, service: true },
};

export const said = (words: string) => ({ zh: words, en: words });

export const message = (stepId: string, next: string, fields: Partial<MessageStep> = {}): MessageStep => ({
  stepId,
  kind: 'message',
  purpose: 'service',
  subject: said(stepId),
  body: said(`${stepId} {customer.name}`),
  next,
  ...fields,
});

/** A message, a day, a branch by tier: a task, or a voucher and a survey. */
export const winBack: JourneyContent = {
  category: 'win-back',
  trigger: { kind: 'stage-entered', stages: ['churn-warning'] },
  entry: { fact: 'orders', atLeast: 1 },
  exit: { fact: 'stage', in: ['won-back'] },
  reentry: { kind: 'after-days', days: 90 },
  holdOutPercent: 0,
  outcome: { measure: 'ordered', withinDays: 30, smallestGroup: 2 },
  start: 'greet',
  steps: [
    message('greet', 'a-day'),
    { stepId: 'a-day', kind: 'wait', hours: 24, next: 'by-tier' },
    {
      stepId: 'by-tier',
      kind: 'branch',
      branches: [{ when: { fact: 'tier', in: ['A'] }, next: 'visit' }],
      otherwise: 'voucher',
    },
    {
      stepId: 'visit',
      kind: 'task',
      assignee: 'person:bo',
      title: said('visit {customer.name}'),
      dueHours: 48,
      next: 'end',
    },
    {
      stepId: 'voucher',
      kind: 'voucher',
      value: { percent: 10 },
      validDays: 30,
      subject: said('{voucher.value}'),
      body: said('{voucher.code} until {voucher.validUntil}, {orders} orders'),
      next: 'survey',
    },
    { stepId: 'survey', kind: 'survey', surveyId: 'why', subject: said('why'), body: said('why'), next: 'end' },
  ],
};

/** A message that sells, once in a customer's life. */
export const offer: JourneyContent = {
  ...winBack,
  category: 'maintenance',
  entry: undefined,
  exit: undefined,
  reentry: { kind: 'never' },
  start: 'offer',
  steps: [message('offer', 'end', { purpose: 'marketing' })],
};

/** A task and nothing else. */
export const call: JourneyContent = {
  ...offer,
  start: 'call',
  steps: [{ stepId: 'call', kind: 'task', assignee: 'person:bo', title: said('call'), dueHours: 24, next: 'end' }],
};

export const rulesOf = (journeys: Readonly<Record<string, JourneyContent>>): JourneyRules => ({
  contentOf: (journeyId, version) => (version === 1 ? journeys[journeyId] : undefined),
  messagingAt: () => messaging,
  voucherCodeOf: (voucherId) => `code-of-${voucherId}`,
});

export const ofCustomer = { customerId: 'k-1' } as const;
export const ofJourney = { ...ofCustomer, journeyId: 'win-back', version: 1 } as const;
export const runId = runIdOf('win-back', 'cause-1');
export const ofRun = { ...ofJourney, runId } as const;

export const entering = {
  type: 'EnterJourney',
  ...ofJourney,
  causeEventId: 'cause-1',
  facts: { orders: 2 },
  standing: reachable,
  occurredAt: thursday,
} as const;

export const taking = {
  type: 'TakeJourneyStep',
  ...ofCustomer,
  runId,
  stepId: 'greet',
  facts: { orders: 2 },
  standing: reachable,
  occurredAt: thursday,
} as const;

export const enteredData: JourneyEntered = {
  ...ofRun,
  category: 'win-back',
  group: 'treated',
  causeEventId: 'cause-1',
  enteredAt: thursday,
  outcomeUntil: '2026-11-07T02:00:00.000Z',
  nextStepId: 'greet',
  nextDueAt: thursday,
};
export const entered: JourneyEvent = { type: 'JourneyEntered', data: enteredData };
