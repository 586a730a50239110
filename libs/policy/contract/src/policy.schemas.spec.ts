import { readContent } from './policy.schemas';
import type { PolicyKind } from './policy.kinds';

const spend = { fact: 'spendMinor', atLeast: 100 };
const ruled = (criterion: unknown) => [{ tier: 'A', anyOf: [{ allOf: [spend] }, { allOf: [spend, criterion] }] }];
const tier = {
  currency: 'CNY',
  spendWindow: { unit: 'months', length: 12 },
  tiers: ruled({ fact: 'growthPotential', oneOf: ['strategic'] }),
  defaultTier: 'C',
};
const week = { monday: [['09:00', '24:00']], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [] };
const calendar = { timeZone: 'Asia/Shanghai', week: { ...week, sunday: [] }, exceptions: [] };
const text = { zh: '等待', en: 'Wait' };
const target = {
  targetId: 't',
  clock: 'resolution',
  when: {},
  withinMinutes: 60,
  calendarId: 'c',
  pausedWhile: [],
  remindAtPercent: [],
};
const standard = {
  tiers: [{ tier: 'A', servedBy: text, content: [] }],
  defaultTier: 'A',
  targets: [target],
  noTarget: [],
  midCase: { tierChanged: 'keep', urgencyChanged: 'retarget', standardPublished: 'keep' },
};
const remedy = {
  currency: 'CNY',
  standard: [{ reason: 'late', label: text, amountMinor: 100 }],
  withoutApproval: [],
  discretionPercent: 10,
  budget: { amountMinor: 100, period: 'month', timeZone: 'UTC' },
  approvers: ['anna'],
};
const person = { personId: 'anna', name: 'Anna', language: 'zh' };

const webhook = { url: 'https://hooks.example.com/anna', secretName: 'desk' };

const flawOf = (kind: PolicyKind, content: unknown) => readContent(kind, content).flaw;

describe('the shape of a policy', () => {
  it.each<[PolicyKind, object]>([
    ['tier', tier],
    ['tier', { ...tier, hysteresis: { spendPercent: 10 } }],
    ['calendar', calendar],
    ['calendar', { ...calendar, week: 'always' }],
    ['service-standard', standard],
    ['remedy', remedy],
    ['recipients', { people: [person] }],
    ['recipients', { people: [{ ...person, webhook }] }],
  ])('of %s is taken', (kind, content) => expect(readContent(kind, content)).toEqual({ content }));

  it.each<[string, PolicyKind, unknown]>([
    ['content must be object', 'tier', []],
    ['content.currency must be a currency of ISO 4217, such as CNY', 'tier', { ...tier, currency: 'XYZW' }],
    ['content.spendWindow is missing', 'tier', { ...tier, spendWindow: undefined }],
    [
      'content.spendWindow.unit must be one of months, days',
      'tier',
      { ...tier, spendWindow: { unit: 'years', length: 1 } },
    ],
    ['content.tiers must NOT have fewer than 1 items', 'tier', { ...tier, tiers: [] }],
    ['content.tiers[0] must be object', 'tier', { ...tier, tiers: ['A'] }],
    [
      'content.tiers[0].anyOf[1].allOf[1].fact must be one of spendMinor, cooperationMonths, growthPotential',
      'tier',
      { ...tier, tiers: ruled({ fact: 'mood', atLeast: 1 }) },
    ],
    [
      'content.tiers[0].anyOf[1].allOf[1].atLeast must be integer',
      'tier',
      { ...tier, tiers: ruled({ ...spend, atLeast: '100' }) },
    ],
    [
      'content.tiers[0].anyOf[1].allOf[1].below must be >= 0',
      'tier',
      { ...tier, tiers: ruled({ ...spend, below: -1 }) },
    ],
    [
      'content.tiers[0].anyOf[1].allOf[1] must have at least 2 members',
      'tier',
      { ...tier, tiers: ruled({ fact: 'spendMinor' }) },
    ],
    [
      'content.tiers[0].anyOf[1].allOf[1].oneOf is not a field here',
      'tier',
      { ...tier, tiers: ruled({ ...spend, oneOf: ['strategic'] }) },
    ],
    [
      'content.tiers[0].anyOf[1].allOf[1].oneOf is missing',
      'tier',
      { ...tier, tiers: ruled({ fact: 'growthPotential' }) },
    ],
    ['content.hysteresis.spendPercent must be <= 99', 'tier', { ...tier, hysteresis: { spendPercent: 100 } }],
    [
      'content.timeZone must be a time zone of the IANA list, such as Asia/Shanghai',
      'calendar',
      { ...calendar, timeZone: 'Mars/Phobos' },
    ],
    ['content.week must be always', 'calendar', { ...calendar, week: 'never' }],
    ['content.week.sunday is missing', 'calendar', { ...calendar, week }],
    [
      'content.week.monday[0][1] must be a time of day such as 09:00, or 24:00',
      'calendar',
      { ...calendar, week: { ...calendar.week, monday: [['09:00', '25:00']] } },
    ],
    [
      'content.targets[0].withinMinutes must be >= 1',
      'service-standard',
      { ...standard, targets: [{ ...target, withinMinutes: 0 }] },
    ],
    [
      'content.targets[0].clock must be one of acceptance, first-response, resolution, feedback, follow-up, internal-help',
      'service-standard',
      { ...standard, targets: [{ ...target, clock: 'repair' }] },
    ],
    [
      'content.midCase.tierChanged must be one of keep, retarget',
      'service-standard',
      { ...standard, midCase: { ...standard.midCase, tierChanged: 'maybe' } },
    ],
    ['content.discretionPercent must be <= 100', 'remedy', { ...remedy, discretionPercent: 101 }],
    [
      'content.standard[0].amountMinor must be integer',
      'remedy',
      { ...remedy, standard: [{ ...remedy.standard[0], amountMinor: 1.5 }] },
    ],
    [
      'content.budget.period must be one of month, quarter',
      'remedy',
      { ...remedy, budget: { ...remedy.budget, period: 'week' } },
    ],
    ['content.people[0].email must be an e-mail address', 'recipients', { people: [{ ...person, email: 'anna' }] }],
    [
      'content.people[0].webhook.secret is not a field here',
      'recipients',
      { people: [{ ...person, webhook: { ...webhook, secret: 'YWJjZA==' } }] },
    ],
    [
      'content.people[0].webhook.secretName must be the name of a secret in the settings, not the secret: 1 to 128 letters, digits or . _ : @ -',
      'recipients',
      { people: [{ ...person, webhook: { ...webhook, secretName: 'whsec_YWJj' } }] },
    ],
    [
      'content.people[0].__proto__ is not a field here',
      'recipients',
      JSON.parse('{"people":[{"personId":"a","name":"A","language":"en","__proto__":{}}]}'),
    ],
  ])('says: %s', (sentence, kind, content) => expect(flawOf(kind, content)).toBe(sentence));
});
