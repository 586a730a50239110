import { isNoticeCause, noticeOf } from './notice.causes';
import { noticeTemplates } from './notice.template';
import { placeholdersOf } from './template.rendering';
import { at, causes, ofRun, title } from './testing/every.cause';

describe('what is told, and whom', () => {
  it.each(Object.values(causes))('$type gives every value that its template shows', (cause) => {
    const { template, parameters } = noticeOf(cause) ?? fail();
    const { subject, body } = noticeTemplates[template];
    const shown = placeholdersOf(`${subject.zh}${body.zh}`).map((place) => place.split(':')[0]);
    expect(Object.keys(parameters).sort()).toEqual([...new Set(shown)].sort());
  });
  it('reminds the owner of a case of its clock', () =>
    expect(noticeOf(causes.ClockReminded)).toEqual({
      template: 'clock-reminded',
      parameters: { caseId: 'c-1', clock: 'resolution', dueAt: at, owner: 'anna', percent: '80' },
      addressees: [{ kind: 'person', personId: 'anna' }],
      channels: ['inbox'],
      caseId: 'c-1',
    }));
  it('escalates to whom the policy names', () =>
    expect(noticeOf(causes.ClockEscalated)).toMatchObject({
      addressees: [
        { kind: 'person', personId: 'anna' },
        { kind: 'person', personId: 'dora' },
      ],
      channels: ['email'],
    }));
  it('alarms nobody of what was past when it became known', () => {
    const { ClockReminded, ClockEscalated } = causes;
    expect(noticeOf({ ...ClockReminded, data: { ...ClockReminded.data, alarm: false } })).toBeUndefined();
    expect(noticeOf({ ...ClockEscalated, data: { ...ClockEscalated.data, alarm: false } })).toBeUndefined();
  });
  it('tells who is asked to take a case over', () =>
    expect(noticeOf(causes.ComplaintHandOverOffered)).toMatchObject({
      addressees: [{ kind: 'person', personId: 'bo' }],
      caseId: 'c-1',
    }));
  it('tells who is asked for help', () =>
    expect(noticeOf(causes.InternalHelpRequested)).toMatchObject({
      template: 'internal-help-requested',
      addressees: [{ kind: 'person', personId: 'chen' }],
    }));
  it('asks those who may approve by the version of the policy that it was judged under', () =>
    expect(noticeOf(causes.RemedyApprovalRequested)).toMatchObject({
      addressees: [{ kind: 'approvers', policyId: 'remedy', version: 2 }],
      parameters: { amount: 'CNY 120.00', standard: 'CNY 50.00', because: 'beyond-budget' },
    }));
  it.each([causes.RemedyApproved, causes.RemedyDeclined])('tells who asked for a remedy of $type', (cause) =>
    expect(noticeOf(cause)?.addressees).toEqual([{ kind: 'person', personId: 'anna' }]),
  );
  it('tells of a missed contact, which nobody owns, whom the escalation names first', () =>
    expect(noticeOf(causes.ContactMissed)?.addressees).toEqual([{ kind: 'first-escalation' }]));
  it('tells everybody of a new policy but who published it', () =>
    expect(noticeOf(causes.PolicyPublished)).toMatchObject({
      addressees: [{ kind: 'everybody', except: 'dora' }],
      parameters: { version: '3', title },
    }));
  it('tells nobody of the policies that the platform comes with', () => {
    const { type, data } = causes.PolicyPublished;
    expect(noticeOf({ type, data: { ...data, by: 'tenure' } })).toBeUndefined();
  });
  it('gives a task of a journey to the person whom the journey names', () =>
    expect(noticeOf(causes.JourneyStepTaken)).toMatchObject({
      template: 'journey-task',
      addressees: [{ kind: 'person', personId: 'anna' }],
      parameters: { customerId: 'k-1', title: { zh: '电话回访' } },
    }));
  it('writes to the customer what a journey says', () => {
    const text = { subject: { zh: '欢迎', en: 'Welcome' }, body: { zh: '您好', en: 'Hello' } };
    const action = { kind: 'message', purpose: 'service', ...text } as const;
    expect(noticeOf({ type: 'JourneyStepTaken', data: { ...ofRun, action } })).toEqual({
      template: 'journey-message',
      parameters: text,
      addressees: [{ kind: 'customer', customerId: 'k-1' }],
      channels: ['email'],
      purpose: 'service',
    });
    expect(Object.keys(text).sort()).toEqual(placeholdersOf('{subject}{body}').toSorted());
  });
  it('asks a customer by a survey, by the words of a journey where there are any', () => {
    const { type, data } = causes.SurveyInvited;
    const about = { invitation: 'i-1', endsAt: at };
    const asked = { addressees: [{ kind: 'customer', customerId: 'k-1' }], channels: ['email'], purpose: 'service' };
    expect(noticeOf({ type, data })).toEqual({ template: 'survey-invitation', parameters: about, ...asked });
    const message = { subject: { zh: '哪里', en: 'What' }, body: { zh: '您好', en: 'Hello' } };
    expect(noticeOf({ type, data: { ...data, message } })).toEqual({
      template: 'survey-message',
      parameters: { ...message, ...about },
      ...asked,
    });
    expect(noticeOf({ type, data: { ...data, send: false } })).toBeUndefined();
  });
  it('tells nobody of a step that says nothing, nor of one that asks: the invitation does', () => {
    const survey = { kind: 'survey', purpose: 'service', surveyId: 's', subject: title, body: title } as const;
    expect(noticeOf({ type: 'JourneyStepTaken', data: { ...ofRun, action: survey } })).toBeUndefined();
  });
  it('tells of a late measure whom the policy names, in other words where it is progress that is missing', () => {
    const { type, data } = causes.MeasureOverdue;
    const persons = ['anna', 'dora'].map((personId) => ({ kind: 'person', personId }));
    const told = { addressees: persons, channels: ['inbox'], parameters: { step: '2' } };
    expect(noticeOf({ type, data })).toMatchObject({ template: 'measure-overdue', ...told });
    const progress = noticeOf({ type, data: { ...data, what: 'progress' } });
    expect(progress).toMatchObject({ template: 'measure-progress-missing', ...told });
    expect(noticeOf({ type, data: { ...data, alarm: false } })).toBeUndefined();
  });
  it('tells every customer affected of a change', () =>
    expect(noticeOf(causes.MeasureAnnounced)).toMatchObject({
      addressees: ['k-1', 'k-2'].map((customerId) => ({ kind: 'customer', customerId })),
      purpose: 'service',
    }));
  it('tells nobody of a step that was not taken', () => {
    const action = { kind: 'suppressed', reason: 'no-consent' } as const;
    expect(noticeOf({ type: 'JourneyStepTaken', data: { ...ofRun, action } })).toBeUndefined();
  });
  it('tells of nothing else', () => expect(isNoticeCause({ type: 'ComplaintOpened', data: {} })).toBe(false));
});

function fail(): never {
  throw new Error('somebody is told of it');
}
