import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { COMPLEXITIES, isInstant, URGENCIES } from '@tenure/shared-contract';
import {
  POLICY_KINDS,
  readContent,
  targetsFor,
  type ClockKind,
  type PolicyContents,
  type PolicyKind,
  type TargetCase,
} from '@tenure/policy-contract';
import { checkContent, referencesOf } from '@tenure/policy-core';
import { defaultPolicies } from './default.policies';

const defaults = defaultPolicies();

async function contentOf<Kind extends PolicyKind>(kind: Kind, policyId: string): Promise<PolicyContents[Kind]> {
  const file = (await defaults).find((one) => one.policyId === policyId);
  const reading = readContent(kind, file?.content);
  if (reading.flaw !== undefined) throw new Error(`${policyId}: ${reading.flaw}`);
  return reading.content;
}

const HOURS = 60;

describe('the policies that the platform comes with', () => {
  it('are there for every kind, make sense, and name none that comes after them', async () => {
    const before: string[] = [];
    for (const { policyId, kind, effectiveFrom, title } of await defaults) {
      const content = await contentOf(kind, policyId);
      expect([policyId, checkContent(kind, content)]).toEqual([policyId, undefined]);
      expect([policyId, isInstant(effectiveFrom), title]).toEqual([
        policyId,
        true,
        { zh: expect.any(String), en: expect.any(String) },
      ]);
      const draft = { policyId, kind, version: 1, title, content, by: '', draftedAt: '', draftFingerprint: '' };
      const named = referencesOf(draft as Parameters<typeof referencesOf>[0]);
      expect(before).toEqual(expect.arrayContaining(named.map((reference) => reference.policyId)));
      before.push(policyId);
    }
    expect([...new Set((await defaults).map(({ kind }) => kind))].sort()).toEqual([...POLICY_KINDS].sort());
  });

  const minutesFor = async (clock: ClockKind, one: TargetCase) => {
    const targets = targetsFor(await contentOf('service-standard', 'service-standard'), clock, one);
    return targets.map(({ withinMinutes }) => withinMinutes);
  };

  it.each([
    ['A', 'urgent', 2, undefined],
    ['A', 'normal', 24, undefined],
    ['B', 'urgent', 4, undefined],
    ['B', 'normal', 48, undefined],
    ['C', undefined, 8, 'routine'],
    ['C', undefined, 72, 'complex'],
  ] as const)('answer tier %s, %s, within %i h (R8)', async (tier, urgency, hours, complexity) => {
    for (const ofUrgency of urgency ? [urgency] : URGENCIES) {
      for (const ofComplexity of complexity ? [complexity] : COMPLEXITIES) {
        for (const caseType of ['inquiry', 'service'] as const) {
          const one = { caseType, tier, urgency: ofUrgency, complexity: ofComplexity };
          expect(await minutesFor('first-response', one)).toEqual([hours * HOURS]);
        }
      }
    }
  });

  it('answer complaints within 2 h and calls for internal help within 24 h, whatever the tier (R10)', async () => {
    for (const tier of ['A', 'B', 'C']) {
      const one = { caseType: 'complaint', tier, urgency: 'normal', complexity: 'complex' } as const;
      expect(await minutesFor('first-response', one)).toEqual([2 * HOURS]);
      expect(await minutesFor('internal-help', one)).toEqual([24 * HOURS]);
    }
  });

  it('divide customers at 500,000 and 100,000 CNY, and at 2 years and 1 of cooperation (R5)', async () => {
    const { currency, tiers } = await contentOf('tier', 'value-tier');
    expect(currency).toBe('CNY');
    expect(tiers.map(({ anyOf }) => anyOf[0]?.allOf)).toEqual([
      [
        { fact: 'spendMinor', atLeast: 500_000_00 },
        { fact: 'cooperationMonths', atLeast: 24 },
      ],
      [
        { fact: 'spendMinor', atLeast: 100_000_00 },
        { fact: 'cooperationMonths', atLeast: 12 },
      ],
    ]);
  });

  it('give 10 % of discretion (R13), and plan the contact of each tier (R16)', async () => {
    expect((await contentOf('remedy', 'remedy')).discretionPercent).toBe(10);
    const { plans } = await contentOf('contact-plan', 'contact-plan');
    expect(Object.fromEntries(plans.map(({ tier, contacts }) => [tier, contacts]))).toMatchObject({
      A: [{ kind: 'visit', every: { unit: 'quarter', count: 1 } }],
      B: [
        { kind: 'call', every: { unit: 'month', count: 1 } },
        { kind: 'training' },
        { kind: 'report', every: { unit: 'quarter', count: 1 } },
      ],
      C: [],
    });
  });

  it('have the holidays of China from 2007 to 2026, with their licence', async () => {
    const { years } = await contentOf('holidays', 'holidays-CN');
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 20 }, (_year, index) => 2007 + index));
    const days = new Map(years.flatMap((year) => year.days.map(({ day, isOffDay }) => [day, isOffDay])));
    expect(days.size).toBe(678);
    // 国庆节 2024: seven days off, paid for with two weekend days of work.
    expect(['2024-09-29', '2024-10-01', '2024-10-07', '2024-10-08', '2024-10-12'].map((day) => days.get(day))).toEqual([
      false,
      true,
      true,
      undefined,
      false,
    ]);
    expect(existsSync(join(__dirname, '../defaults/holidays-CN.LICENSE'))).toBe(true);
  });
});
