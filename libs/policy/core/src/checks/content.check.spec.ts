import type {
  ContactPlanContent,
  EscalationContent,
  HolidaysContent,
  RecordReviewContent,
  RemedyContent,
  TierContent,
  TierCriterion,
} from '@tenure/policy-contract';
import { calendarContent, holidaysContent, text, tierContent } from '../testing/policy.samples';
import { checkContent } from './content.check';

const [day] = holidaysContent.years;
const allOf = (...criteria: TierCriterion[]) => [{ tier: 'A', anyOf: [{ allOf: criteria }] }];
const remedy: RemedyContent = {
  currency: 'CNY',
  standard: [{ reason: 'late', label: text, amountMinor: 5_000 }],
  withoutApproval: [],
  discretionPercent: 10,
  budget: { amountMinor: 100_000, period: 'month', timeZone: 'Asia/Shanghai' },
  approvers: ['anna', 'bo'],
};
const escalation: EscalationContent = {
  reminder: { notify: ['owner'], channels: ['inbox'] },
  steps: [
    { afterMinutes: 0, notify: ['owner', 'person:anna'], channels: ['inbox', 'email'] },
    { afterMinutes: 60, notify: ['person:bo'], channels: ['inbox'] },
  ],
};
const plan: ContactPlanContent = {
  timeZone: 'Asia/Shanghai',
  plans: [{ tier: 'A', contacts: [{ kind: 'visit', every: { unit: 'quarter', count: 1 } }] }],
};
const review: RecordReviewContent = {
  timeZone: 'Asia/Shanghai',
  percent: 10,
  atLeastPerTier: 2,
  dimensions: [{ dimension: 'timeliness', label: text }],
  scores: { lowest: 1, highest: 5 },
};
const person = { personId: 'anna', name: 'Anna', language: 'zh' } as const;

describe('what a policy says', () => {
  it('is taken where it makes sense', () => {
    expect(checkContent('tier', { ...tierContent, hysteresis: { spendPercent: 10 } })).toBeUndefined();
    expect(checkContent('calendar', calendarContent)).toBeUndefined();
    expect(checkContent('calendar', { ...calendarContent, week: 'always' })).toBeUndefined();
    expect(checkContent('holidays', holidaysContent)).toBeUndefined();
    expect(checkContent('remedy', remedy)).toBeUndefined();
    expect(checkContent('escalation', escalation)).toBeUndefined();
    expect(checkContent('contact-plan', plan)).toBeUndefined();
    expect(checkContent('record-review', review)).toBeUndefined();
    expect(checkContent('recipients', { people: [person] })).toBeUndefined();
  });

  it.each<[string, string, Partial<TierContent>]>([
    [
      'policy-names-a-tier-twice',
      'content.defaultTier: A stands in content.tiers[0].tier already',
      { defaultTier: 'A' },
    ],
    [
      'policy-names-a-tier-twice',
      'content.tiers[2].tier: A stands in content.tiers[0].tier already',
      { tiers: [...tierContent.tiers, ...tierContent.tiers] },
    ],
    [
      'policy-criterion-never-holds',
      'content.tiers[0].anyOf[0].allOf[0]: below is not above atLeast',
      { tiers: allOf({ fact: 'spendMinor', atLeast: 100, below: 100 }) },
    ],
    [
      'policy-criterion-never-holds',
      'content.tiers[0].anyOf[0].allOf[1]: below is not above atLeast',
      { tiers: allOf({ fact: 'spendMinor', below: 0 }, { fact: 'cooperationMonths', below: 0 }) },
    ],
    [
      'policy-hysteresis-without-a-spend-bound',
      'content.hysteresis: no tier asks for a spend of at least',
      { tiers: allOf({ fact: 'cooperationMonths', atLeast: 1 }), hysteresis: { spendPercent: 5 } },
    ],
  ])('of tiers is refused as %s: %s', (code, detail, fields) =>
    expect(checkContent('tier', { ...tierContent, ...fields })).toEqual({ code, detail }),
  );

  it.each<[string, string, HolidaysContent['years']]>([
    [
      'policy-year-twice',
      'content.years[2].year: 2023 stands in content.years[0].year already',
      [...holidaysContent.years, { year: 2023, days: [] }],
    ],
    [
      'policy-day-twice',
      'content.years[1].days[0].day: 2022-12-31 stands in content.years[0].days[0].day already',
      [...(day ? [day] : []), { year: 2022, days: [{ day: '2022-12-31', name: '元旦', isOffDay: false }] }],
    ],
    [
      'policy-day-outside-its-year',
      'content.years[0].days[0].day: 2024-01-01 is neither in 2023 nor in the December before',
      [{ year: 2023, days: [{ day: '2024-01-01', name: '元旦', isOffDay: true }] }],
    ],
  ])('of holidays is refused as %s: %s', (code, detail, years) =>
    expect(checkContent('holidays', { region: 'CN', years })).toEqual({ code, detail }),
  );

  it('of remedies names no reason and no approver twice', () => {
    expect(checkContent('remedy', { ...remedy, standard: [...remedy.standard, ...remedy.standard] })).toEqual({
      code: 'policy-reason-twice',
      detail: 'content.standard[1].reason: late stands in content.standard[0].reason already',
    });
    expect(checkContent('remedy', { ...remedy, approvers: ['anna', 'anna'] })?.code).toBe('policy-approver-twice');
  });
  it('of escalations ascends, and tells nobody twice at once', () => {
    const { reminder, steps } = escalation;
    expect(checkContent('escalation', { reminder, steps: steps.toReversed() })).toEqual({
      code: 'policy-steps-not-ascending',
      detail: 'content.steps[1].afterMinutes: 0 is not above 60, which comes before it',
    });
    expect(checkContent('escalation', { reminder: { ...reminder, notify: ['owner', 'owner'] }, steps })).toEqual({
      code: 'policy-notifies-someone-twice',
      detail: 'content.reminder.notify[1]: owner stands in content.reminder.notify[0] already',
    });
  });
  it('of contacts names no tier twice, and no contact twice in a tier', () => {
    const contacts = plan.plans.flatMap((of) => of.contacts);
    expect(checkContent('contact-plan', { ...plan, plans: [...plan.plans, ...plan.plans] })?.code).toBe(
      'policy-names-a-tier-twice',
    );
    expect(
      checkContent('contact-plan', { ...plan, plans: [{ tier: 'A', contacts: [...contacts, ...contacts] }] }),
    ).toEqual({
      code: 'policy-contact-twice',
      detail: 'content.plans[0].contacts[1].kind: visit stands in content.plans[0].contacts[0].kind already',
    });
  });
  it('of reviews has scores to give and no dimension twice', () => {
    expect(checkContent('record-review', { ...review, scores: { lowest: 5, highest: 5 } })).toEqual({
      code: 'policy-scores-empty',
      detail: 'content.scores: 5 is not below 5',
    });
    const { dimensions } = review;
    expect(checkContent('record-review', { ...review, dimensions: [...dimensions, ...dimensions] })?.code).toBe(
      'policy-dimension-twice',
    );
  });
  it('of recipients names nobody twice', () =>
    expect(checkContent('recipients', { people: [person, person] })?.code).toBe('policy-person-twice'));
});
