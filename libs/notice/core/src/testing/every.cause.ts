import type { NoticeCause } from '../notice.causes';

export const at = '2026-11-20T09:00:00+08:00';
const ofComplaint = { complaintId: 'c-1', customerId: 'k-1' };
const ofRemedy = { ...ofComplaint, remedyId: 'r-1', personId: 'anna' };
const amount = { amountMinor: 12_000, currency: 'CNY' };
export const title = { zh: '服务标准', en: 'Service standard' };

const ofClock = {
  caseId: 'c-1',
  customerId: 'k-1',
  clockId: 'resolution',
  cause: { kind: 'time-passed' },
  kind: 'resolution',
  owner: 'anna',
  dueAt: at,
  alarm: true,
} as const;

const ofMeasure = { measureId: 'm-1', problemId: 'p-1' };

export const ofRun = {
  customerId: 'k-1',
  journeyId: 'welcome',
  version: 1,
  runId: 'run-1',
  stepId: 'hello',
  step: 1,
  takenAt: at,
} as const;

/** One of every type. */
export const causes = {
  ClockReminded: {
    type: 'ClockReminded',
    data: { ...ofClock, percent: 80, notify: ['owner'], channels: ['inbox'], remindedAt: at },
  },
  ClockEscalated: {
    type: 'ClockEscalated',
    data: { ...ofClock, step: 1, notify: ['owner', 'person:dora'], channels: ['email'], escalatedAt: at },
  },
  ComplaintHandOverOffered: {
    type: 'ComplaintHandOverOffered',
    data: { ...ofComplaint, from: 'anna', to: 'bo', offeredAt: at },
  },
  InternalHelpRequested: {
    type: 'InternalHelpRequested',
    data: { ...ofComplaint, helpId: 'h-1', from: 'chen', by: 'anna', question: 'Why?', requestedAt: at },
  },
  RemedyApprovalRequested: {
    type: 'RemedyApprovalRequested',
    data: {
      ...ofRemedy,
      reason: 'late-delivery',
      amount,
      standardMinor: 5_000,
      policy: { policyId: 'remedy', version: 2 },
      because: 'beyond-budget',
      requestedAt: at,
    },
  },
  RemedyApproved: { type: 'RemedyApproved', data: { ...ofRemedy, amount, by: 'dora', approvedAt: at } },
  RemedyDeclined: { type: 'RemedyDeclined', data: { ...ofRemedy, by: 'dora', why: 'too much', declinedAt: at } },
  ContactMissed: {
    type: 'ContactMissed',
    data: { contactId: 'visit-2026-Q4', customerId: 'k-1', kind: 'visit', tier: 'A', dueBy: at, missedAt: at },
  },
  PolicyPublished: {
    type: 'PolicyPublished',
    data: {
      policyId: 'recipients',
      kind: 'recipients',
      version: 3,
      by: 'dora',
      effectiveFrom: at,
      title,
      content: { people: [] },
      publishedAt: at,
    },
  },
  JourneyStepTaken: {
    type: 'JourneyStepTaken',
    data: {
      ...ofRun,
      action: {
        kind: 'task',
        taskId: 't-1',
        assignee: 'person:anna',
        title: { zh: '电话回访', en: 'Call the customer' },
        dueAt: at,
      },
    },
  },
  SurveyInvited: {
    type: 'SurveyInvited',
    data: { invitationId: 'i-1', surveyId: 's', version: 1, customerId: 'k-1', send: true, invitedAt: at, endsAt: at },
  },
  MeasureOverdue: {
    type: 'MeasureOverdue',
    data: {
      ...ofMeasure,
      what: 'completion',
      owner: 'anna',
      dueAt: at,
      step: 2,
      notify: ['owner', 'person:dora'],
      channels: ['inbox'],
      alarm: true,
      overdueAt: at,
    },
  },
  MeasureAnnounced: {
    type: 'MeasureAnnounced',
    data: {
      ...ofMeasure,
      announcement: { content: title, effectiveOn: '2026-12-01', value: title },
      customerIds: ['k-1', 'k-2'],
      part: 1,
      parts: 1,
      announcedAt: at,
    },
  },
} as const satisfies { readonly [Type in NoticeCause['type']]: Extract<NoticeCause, { type: Type }> };
