import * as fc from 'fast-check';
import { CLOCK_KINDS, targetsFor, type ServiceStandardContent } from '@tenure/policy-contract';
import { CASE_TYPES, COMPLEXITIES, URGENCIES } from '@tenure/shared-contract';
import { standardContent, target } from '../testing/policy.samples';
import { checkContent } from './content.check';

const check = (fields: Partial<ServiceStandardContent>) =>
  checkContent('service-standard', { ...standardContent, ...fields });
const { targets, tiers, noTarget } = standardContent;

describe('a service standard', () => {
  it('is taken where each combination has one target', () => expect(check({})).toBeUndefined());

  it.each<[string, string, Partial<ServiceStandardContent>]>([
    [
      'policy-targets-have-a-gap',
      'content.targets: none is for first-response of inquiry, tier A, urgent, routine, and content.noTarget does not say so',
      { targets: targets.slice(1) },
    ],
    [
      'policy-targets-have-a-gap',
      'content.targets: none is for acceptance of service, tier A, urgent, routine, and content.noTarget does not say so',
      {
        noTarget: noTarget.map((one) =>
          one.clock === 'acceptance' ? { ...one, caseTypes: ['inquiry', 'complaint'] } : one,
        ),
      },
    ],
    [
      'policy-targets-overlap',
      'content.targets[1] (first-a-normal) and content.targets[4] (complex) are both for first-response of complaint, tier A, normal, complex',
      {
        targets: [
          ...targets,
          target('complex', 'first-response', {
            caseTypes: ['complaint'],
            complexities: ['complex'],
            urgencies: ['normal'],
          }),
        ],
      },
    ],
    [
      'policy-target-where-none-is-wanted',
      'content.targets[4] (help) is for internal-help of service, tier B, normal, routine, for which content.noTarget[4] wants none',
      {
        targets: [
          ...targets,
          target('help', 'internal-help', { caseTypes: ['service'], tiers: ['B'], urgencies: ['normal'] }),
        ],
      },
    ],
    ['policy-tier-unknown', 'content.defaultTier: C is not among the tiers A, B', { defaultTier: 'C' }],
    [
      'policy-tier-unknown',
      'content.targets[0].when.tiers[1]: C is not among the tiers A, B',
      { targets: [target('all', 'first-response', { tiers: ['A', 'C'] })] },
    ],
    [
      'policy-names-a-tier-twice',
      'content.tiers[2].tier: A stands in content.tiers[0].tier already',
      { tiers: [...tiers, ...tiers] },
    ],
    [
      'policy-target-twice',
      'content.targets[4].targetId: first-a-urgent stands in content.targets[0].targetId already',
      { targets: [...targets, ...targets] },
    ],
    [
      'policy-reminders-not-ascending',
      'content.targets[0].remindAtPercent[1]: 50 is not above 80, which comes before it',
      { targets: [{ ...target('all', 'first-response', {}), remindAtPercent: [80, 50] }] },
    ],
  ])('is refused as %s: %s', (code, detail, fields) => expect(check(fields)).toEqual({ code, detail }));

  const some = <Value>(values: readonly Value[]) =>
    fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined, freq: 2 });
  const anyWhen = fc.record({
    caseTypes: some(CASE_TYPES),
    tiers: some(['A', 'B']),
    urgencies: some(URGENCIES),
    complexities: some(COMPLEXITIES),
  });
  const clocks = ['first-response', 'resolution'] as const;
  const anyTargets = fc.array(fc.tuple(fc.constantFrom(...clocks), anyWhen), { minLength: 1, maxLength: 4 });
  const anyNone = fc.array(fc.record({ clock: fc.constantFrom(...clocks), caseTypes: fc.subarray([...CASE_TYPES]) }), {
    maxLength: 2,
  });

  it('is taken if and only if a count over all combinations finds neither gap nor overlap', () => {
    let taken = 0;
    fc.assert(
      fc.property(anyTargets, anyNone, (drawn, none) => {
        const others = noTarget.filter(({ clock }) => clock !== 'resolution');
        const content = {
          ...standardContent,
          targets: drawn.map(([clock, when], index) => target(`t-${index}`, clock, when)),
          noTarget: [...others, ...none],
        };
        const counts = CLOCK_KINDS.flatMap((clock) =>
          CASE_TYPES.flatMap((caseType) =>
            ['A', 'B'].flatMap((tier) =>
              URGENCIES.flatMap((urgency) =>
                COMPLEXITIES.map((complexity) => {
                  const left = content.noTarget.some((one) => one.clock === clock && one.caseTypes.includes(caseType));
                  const wanted = left ? 0 : 1;
                  return targetsFor(content, clock, { caseType, tier, urgency, complexity }).length === wanted;
                }),
              ),
            ),
          ),
        );
        const complete = counts.every(Boolean);
        if (complete) taken++;
        expect(checkContent('service-standard', content) === undefined).toBe(complete);
      }),
      { numRuns: 2_000 },
    );
    expect(taken).toBeGreaterThan(0);
  });
});
