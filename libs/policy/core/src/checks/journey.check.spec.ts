import type { BranchStep, JourneyContent, JourneyStep } from '@tenure/policy-contract';
import { checkContent } from './content.check';

const said = (words: string) => ({ zh: words, en: words });
const message = (stepId: string, next: string, body = 'Hello {customer.name}') =>
  ({ stepId, kind: 'message', purpose: 'service', subject: said('Hello'), body: said(body), next }) as const;
const branch = (branches: BranchStep['branches'], otherwise = 'end'): BranchStep => ({
  stepId: 'by-tier',
  kind: 'branch',
  branches,
  otherwise,
});
const call: JourneyStep = {
  stepId: 'call',
  kind: 'task',
  assignee: 'person:bo',
  title: said('Call {customer.name}'),
  dueHours: 24,
  next: 'end',
};
const voucher: JourneyStep = {
  stepId: 'voucher',
  kind: 'voucher',
  value: { percent: 10 },
  validDays: 30,
  subject: said('{voucher.value}'),
  body: said('{voucher.code} until {voucher.validUntil}; {orders} orders'),
  next: 'end',
};
const ofTierA = { fact: 'tier', in: ['A'] } as const;
const byTier = branch([{ when: ofTierA, next: 'call' }], 'voucher');

const journey = (steps: readonly JourneyStep[], fields: Partial<JourneyContent> = {}): JourneyContent => ({
  category: 'win-back',
  trigger: { kind: 'stage-entered', stages: ['churn-warning'] },
  reentry: { kind: 'never' },
  holdOutPercent: 10,
  outcome: { measure: 'ordered', withinDays: 30, smallestGroup: 30 },
  start: steps[0]?.stepId ?? 'none',
  steps,
  ...fields,
});
const whole = [message('hello', 'by-tier'), byTier, call, voucher];
const branches = (...all: BranchStep['branches']) => journey([branch(all), call]);

describe('a journey', () => {
  it('is taken where every step can be reached and every branch taken', () =>
    expect(checkContent('journey', journey(whole))).toBeUndefined());
  it('may lead to one step by several ways', () =>
    expect(
      checkContent('journey', journey([branch([{ when: ofTierA, next: 'call' }], 'call'), call])),
    ).toBeUndefined());

  it('may be entered again before the outcome is known where nobody is held out', () => {
    const reentry = { kind: 'after-days', days: 1 } as const;
    expect(checkContent('journey', journey([call], { reentry, holdOutPercent: 0 }))).toBeUndefined();
    expect(checkContent('journey', journey([call], { reentry: { ...reentry, days: 30 } }))).toBeUndefined();
  });

  it.each<[string, string, JourneyContent]>([
    [
      'policy-step-twice',
      'content.steps[1].stepId: hello stands in',
      journey([whole[0], whole[0]].flatMap((one) => one ?? [])),
    ],
    ['policy-step-twice', 'content.steps[0].stepId: end stands for the end', journey([message('end', 'end')])],
    [
      'policy-step-unknown',
      'content.start: there is no step none',
      journey([message('hello', 'end')], { start: 'none' }),
    ],
    ['policy-step-unknown', 'content.start: a journey begins with a step', journey([call], { start: 'end' })],
    ['policy-step-unknown', 'content.steps[0].next: there is no step none', journey([message('hello', 'none')])],
    [
      'policy-step-unknown',
      'content.steps[0].branches[0].next: there is no step none',
      journey([branch([{ when: ofTierA, next: 'none' }])]),
    ],
    [
      'policy-step-unknown',
      'content.steps[0].otherwise: there is no step none',
      journey([{ ...byTier, otherwise: 'none' }, call]),
    ],
    [
      'policy-step-never-reached',
      'content.steps[1]: no way from hello leads to call',
      journey([message('hello', 'end'), call]),
    ],
    ['policy-steps-go-round', 'content.steps[0]: hello → hello', journey([message('hello', 'hello')])],
    [
      'policy-steps-go-round',
      'content.steps[1]: by-tier → again → by-tier',
      journey([
        message('hello', 'by-tier'),
        branch([{ when: ofTierA, next: 'again' }]),
        { stepId: 'again', kind: 'wait', hours: 24, next: 'by-tier' },
      ]),
    ],
    [
      'policy-branch-never-taken',
      'content.steps[0].branches[1]: whatever it holds of is taken',
      branches(
        { when: { fact: 'orders', atLeast: 1 }, next: 'end' },
        { when: { fact: 'orders', atLeast: 2 }, next: 'call' },
      ),
    ],
    [
      'policy-branch-never-taken',
      'content.steps[0].otherwise: the branches leave nobody over',
      branches(
        { when: { fact: 'tier', known: true }, next: 'end' },
        { when: { not: { fact: 'tier', known: true } }, next: 'call' },
      ),
    ],
    [
      'policy-condition-never-holds',
      'content.steps[0].branches[0].when: orders is never at least 2 and below 2',
      branches({ when: { fact: 'orders', atLeast: 2, below: 2 }, next: 'call' }),
    ],
    [
      'policy-condition-never-holds',
      'content.entry: ',
      journey([call], { entry: { all: [ofTierA, { not: ofTierA }] } }),
    ],
    ['policy-condition-never-holds', 'content.exit: ', journey([call], { exit: { fact: 'orders', below: 0 } })],
    [
      'policy-step-never-reached',
      'content.start: call is never taken',
      journey([call], { entry: ofTierA, exit: ofTierA }),
    ],
    [
      'policy-text-names-unknown-field',
      'content.steps[0].body.zh: there is no field customer.age',
      journey([message('hello', 'end', 'Hello {customer.age}')]),
    ],
    [
      'policy-text-names-unknown-field',
      'content.steps[0].body.zh: there is no field  customer.name ',
      journey([message('hello', 'end', 'Hello { customer.name }')]),
    ],
    [
      'policy-text-names-unknown-field',
      'content.steps[0].body.zh: {voucher.code} is known in steps that issue a voucher',
      journey([message('hello', 'end', '{voucher.code}')]),
    ],
    [
      'policy-text-names-unknown-field',
      'content.steps[0].title.en: there is no field name',
      journey([{ ...call, title: { zh: '拜访', en: '{name}' } }]),
    ],
    [
      'policy-outcome-outlasts-re-entry',
      'content.reentry.days: after 29 days customers enter again, while the outcome of 30 is open',
      journey([call], { reentry: { kind: 'after-days', days: 29 } }),
    ],
    ['policy-task-for-nobody', 'content.steps[0].assignee', journey([{ ...call, assignee: 'owner' }])],
  ])('is refused by %s: %s', (code, detail, content) =>
    expect(checkContent('journey', content)).toEqual({ code, detail: expect.stringContaining(detail) }),
  );
});

describe('the rules of messages', () => {
  it('have no cap twice', () => {
    const cap = { purpose: 'marketing', most: 2, perDays: 7 } as const;
    expect(checkContent('messaging', { hoursCalendarId: 'calendar', caps: [cap, { ...cap, most: 3 }] })).toEqual({
      code: 'policy-cap-twice',
      detail: 'content.caps[1]: marketing per 7 days stands in content.caps[0] already',
    });
    expect(checkContent('messaging', { hoursCalendarId: 'calendar', caps: [cap] })).toBeUndefined();
  });
});
