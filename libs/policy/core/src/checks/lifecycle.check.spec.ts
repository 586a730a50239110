import type { Condition } from '@tenure/behaviour-contract';
import type { LifecycleContent, StageRule } from '@tenure/policy-contract';
import { checkContent } from './content.check';

const text = { zh: '原因', en: 'why' };
const rule = (fields: Partial<StageRule>): StageRule => ({
  ruleId: 'arrives',
  from: ['none'],
  to: 'activation',
  when: { fact: 'orders', atLeast: 1 },
  reason: text,
  ...fields,
});
const arrives = rule({});
const settles = rule({
  ruleId: 'settles',
  from: ['activation'],
  to: 'maintenance',
  when: { fact: 'orders', atLeast: 2 },
});
const quiet = { fact: 'daysSinceLastOrder', atLeast: 90 } as const;
const warned = rule({ ruleId: 'warned', from: ['maintenance'], to: 'churn-warning', when: quiet });
const back = rule({
  ruleId: 'back',
  from: ['churn-warning'],
  to: 'maintenance',
  when: { fact: 'daysSinceLastOrder', below: 30 },
});

const check = (fields: Partial<LifecycleContent>) =>
  checkContent('lifecycle', {
    rules: [arrives, settles, warned, back],
    minimumStay: [],
    milestones: [],
    dates: [],
    ...fields,
  });

const backWhen = (when: Condition) => ({ rules: [arrives, settles, warned, { ...back, when }] });

describe('a lifecycle', () => {
  it('is taken where entry and exit lie apart', () => expect(check({})).toBeUndefined());

  it.each<[string, string, Partial<LifecycleContent>]>([
    ['policy-rule-twice', 'content.rules[1].ruleId', { rules: [arrives, arrives] }],
    [
      'policy-stage-twice',
      'content.minimumStay[1].stage',
      {
        minimumStay: [
          { stage: 'activation', days: 1 },
          { stage: 'activation', days: 2 },
        ],
      },
    ],
    [
      'policy-rule-leads-nowhere',
      'content.rules[1]: it leads from maintenance to maintenance',
      { rules: [arrives, { ...settles, from: ['activation', 'maintenance'] }] },
    ],
    [
      'policy-stage-never-entered',
      'content.rules[2].from[0]: no rules lead from none to won-back',
      { rules: [arrives, settles, { ...warned, from: ['won-back'] }] },
    ],
    [
      'policy-stage-never-entered',
      'content.minimumStay[0].stage: no rules lead from none to churned',
      { minimumStay: [{ stage: 'churned', days: 1 }] },
    ],
    [
      'policy-condition-never-holds',
      'content.rules[3].when.all[1]: logins7 is never at least 3 and below 2',
      backWhen({ all: [quiet, { fact: 'logins7', atLeast: 3, below: 2 }] }),
    ],
    [
      'policy-condition-never-holds',
      'content.rules[3].when: what it asks for excludes itself',
      backWhen({ all: [quiet, { not: { fact: 'daysSinceLastOrder', known: true } }] }),
    ],
    [
      'policy-condition-never-holds',
      'content.rules[3].when: what it asks for excludes itself',
      backWhen({ fact: 'stage', in: ['maintenance'] }),
    ],
    [
      'policy-condition-never-holds',
      'content.milestones[0].when: what it asks for excludes itself',
      { milestones: [{ milestoneId: 'none', title: text, when: { fact: 'orders', below: 0 }, repeats: 'once' }] },
    ],
    [
      'policy-text-names-unknown-field',
      'content.rules[0].reason.en: there is no fact order',
      { rules: [{ ...arrives, reason: { zh: '{orders}', en: '{order}' } }] },
    ],
    [
      'policy-stages-flap',
      'content.rules[3]: what has a customer go from churn-warning to maintenance can hold together with what content.rules[2]',
      backWhen({ fact: 'orders', atLeast: 2 }),
    ],
    ['policy-stages-flap', 'content.rules[3]', backWhen({ fact: 'daysSinceLastOrder', below: 91 })],
    ['policy-stages-flap', 'content.rules[3]', backWhen({ not: { fact: 'daysSinceLastOrder', below: 90 } })],
  ])('is refused by %s: %s', (code, detail, fields) =>
    expect(check(fields)).toEqual({ code, detail: expect.stringContaining(detail) }),
  );

  it.each<[string, Partial<LifecycleContent>]>([
    [
      'a minimum stay in one of the stages',
      { ...backWhen({ fact: 'orders', atLeast: 2 }), minimumStay: [{ stage: 'churn-warning', days: 7 }] },
    ],
    ['what has to come about in the stage', backWhen({ fact: 'ordersInStage', atLeast: 1 })],
    ['a time that has to pass in the stage', backWhen({ fact: 'daysInStage', atLeast: 1 })],
    ['the negation of the way there', backWhen({ not: quiet })],
    ['a fact that is not known', backWhen({ not: { fact: 'daysSinceLastOrder', known: true } })],
  ])('does not flap for %s', (_, fields) => expect(check(fields)).toBeUndefined());

  it('flaps where a rule is exempt from the minimum stay', () =>
    expect(
      check({
        rules: [arrives, settles, warned, { ...back, when: { fact: 'orders', atLeast: 2 }, despiteMinimumStay: true }],
        minimumStay: [{ stage: 'churn-warning', days: 7 }],
      })?.code,
    ).toBe('policy-stages-flap'));
});
